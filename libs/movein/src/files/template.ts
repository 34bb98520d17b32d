import { formatDate, isBusinessDate } from '@cho40/kernel';
import { type MarkedSheet, type SheetColumn, type WrittenCell, writeXlsx } from '@cho40/platform';
import type { Column } from '../domain/columns';
import { TABLE_NAMES, TABLES, type TableName } from '../domain/tables';

/** The names of what can be owed, as people choose them. */
export type Fees = readonly string[];

/** A table's columns as they are printed, with their drop-down lists. */
export function tableColumns(table: TableName, fees: Fees): SheetColumn[] {
  return Object.entries<Column>(TABLES[table].columns).map(([field, column]) => ({
    title: column.title,
    width: column.width ?? Math.max(column.title.length + 2, 16),
    kind: column.kind === 'day' || column.kind === 'money' ? column.kind : 'text',
    ...choicesOf(field, column, fees),
  }));
}

function choicesOf(field: string, column: Column, fees: Fees) {
  if (field === 'fee') return { choices: fees };
  return column.kind === 'choice' ? { choices: Object.keys(column.choices) } : {};
}

/** The empty workbook: how to fill it, an example of each table, and the tables. */
export function writeTemplate(fees: Fees): Promise<Buffer> {
  const tables = TABLE_NAMES.map((table) => ({
    name: TABLES[table].sheet,
    columns: tableColumns(table, fees),
    rows: [],
  }));
  return writeXlsx([explanation(fees), example(), ...tables]);
}

const STEPS = [
  'Điền lần lượt các trang Chợ, Điểm kinh doanh, Tiểu thương, Hợp đồng, Nợ đầu kỳ. Trang nào đã có đủ trong hệ thống thì để trống.',
  'Giữ nguyên tên các trang và dòng tiêu đề. Không gộp ô, không dùng công thức.',
  'Tải tệp lên ở mục Chuyển sổ. Ô sai được trả lại trong một tệp có tô màu và lý do.',
  'Nhập tổng nợ cũ theo sổ của từng chợ. Chỉ khi khớp đến từng đồng, cả tệp mới được ghi; nếu không, không có gì được ghi.',
  'Tải lại cùng một tệp không làm thay đổi gì.',
];

function explanation(fees: Fees): MarkedSheet {
  const steps = STEPS.map((step, at): WrittenCell[] => [`Bước ${at + 1}`, null, null, step]);
  const columns = TABLE_NAMES.flatMap((table) =>
    Object.entries<Column>(TABLES[table].columns).map(([field, column]): WrittenCell[] => [
      TABLES[table].sheet,
      column.title,
      column.optional ? 'không bắt buộc' : 'bắt buộc',
      field === 'fee' ? `${column.hint} ${fees.join(', ')}.` : column.hint,
    ]),
  );
  return {
    name: 'Hướng dẫn',
    columns: [
      { title: 'Trang', width: 20 },
      { title: 'Cột', width: 28 },
      { title: 'Phải điền', width: 16 },
      { title: 'Giải thích', width: 110 },
    ],
    rows: [...steps, ...columns],
  };
}

/** One filled row of each table; the sheet is not read. */
function example(): MarkedSheet {
  const widest = Math.max(...TABLE_NAMES.map((table) => Object.keys(TABLES[table].columns).length));
  const rows = TABLE_NAMES.flatMap((table): WrittenCell[][] => {
    const columns = Object.values<Column>(TABLES[table].columns);
    const sheet = TABLES[table].sheet;
    return [
      [`Trang ${sheet}`, ...columns.map(({ title }) => title)],
      ['ví dụ', ...columns.map(({ example: shown }) => exampleCell(shown))],
      [],
    ];
  });
  const cells = Array.from({ length: widest }, (_, at) => ({ title: `${at + 1}`, width: 22 }));
  return { name: 'Ví dụ', columns: [{ title: 'Ví dụ', width: 24 }, ...cells], rows };
}

const exampleCell = (shown: string | number | undefined): WrittenCell =>
  typeof shown === 'string' && isBusinessDate(shown) ? formatDate(shown) : shown;
