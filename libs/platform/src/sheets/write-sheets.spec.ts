import type { Readable } from 'node:stream';
import { readXlsx } from 'hucre/xlsx';
import { readCsv, readSheets } from './read-sheets';
import { streamCsv, streamXlsx, writeXlsx, type SheetColumn } from './write-sheets';

const columns: SheetColumn[] = [
  { title: 'Họ tên' },
  { title: 'Còn nợ', kind: 'money' },
  { title: 'Từ ngày', kind: 'day' },
];
const rows = [
  ['Sùng Thị Máy', 450_000, '2026-11-01'],
  ['=HYPERLINK("x")', -5, null],
];

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

it('an .xlsx file keeps numbers and days as such and runs no formula', async () => {
  const file = await bytesOf(streamXlsx({ name: 'Nợ: [tháng 11]', columns, rows }));
  const [sheet] = await readSheets(file);
  expect(sheet).toMatchObject({ name: 'Nợ   tháng 11 ', formulas: [] });
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ['Họ tên', 'Còn nợ', 'Từ ngày'],
    ['Sùng Thị Máy', 450_000, new Date('2026-11-01T00:00:00Z')],
    [`'=HYPERLINK("x")`, -5, null],
  ]);
});

it('a CSV file says days as paper does and runs no formula either', async () => {
  const file = await bytesOf(streamCsv({ name: 'Nợ', columns, rows }));
  expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect((await readCsv(file)).rows.map(({ cells }) => cells)).toEqual([
    ['Họ tên', 'Còn nợ', 'Từ ngày'],
    ['Sùng Thị Máy', '450000', '01/11/2026'],
    [`'=HYPERLINK("x")`, '-5', ''],
  ]);
});

it('a cell is marked with its colour and what is said of it', async () => {
  const marks = [{ row: 2, column: 1, fill: 'FFC7CE', note: 'Số tiền lẻ' }];
  const choices = [{ title: 'Nhóm', choices: ['rau', 'thịt'] }];
  const file = await writeXlsx([
    { name: 'Nợ', columns, rows, marks },
    { name: 'Sạp', columns: choices, rows: [] },
  ]);
  const { sheets } = await readXlsx(file, { readStyles: true });
  expect(sheets[0]?.cells?.get('1,1')).toMatchObject({
    value: 450_000,
    style: { fill: { fgColor: { rgb: expect.stringMatching(/FFC7CE$/) } } },
    comment: { text: expect.stringContaining('Số tiền lẻ') },
  });
  expect(sheets[1]?.dataValidations).toMatchObject([{ values: ['rau', 'thịt'] }]);
});
