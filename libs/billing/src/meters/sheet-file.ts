import { type SheetCell, type Sheet, writeXlsx } from '@cho40/platform';
import { billingError } from '../errors';
import type { MeterSheetDto, SheetRowDto } from './reading.dto';
import type { FilledSheetDto } from './sheet-file.dto';

const TITLES = {
  code: 'Số công tơ',
  stall: 'Điểm kinh doanh',
  vendor: 'Tiểu thương',
  before: 'Chỉ số trước',
  value: 'Chỉ số mới',
  rolled: 'Quay vòng',
} as const;

/** A month's sheet to be filled in away from the screen. */
export function sheetFile({ month, rows }: MeterSheetDto): Promise<Buffer> {
  return writeXlsx([
    {
      name: `Ghi chỉ số ${month}`,
      columns: [
        { title: TITLES.code, width: 18 },
        { title: TITLES.stall, width: 16 },
        { title: TITLES.vendor, width: 28 },
        { title: TITLES.before, kind: 'number' },
        { title: TITLES.value, kind: 'number' },
        { title: TITLES.rolled, width: 12, choices: ['x'] },
      ],
      rows: rows.map((row) => [
        row.code,
        row.stallCode ?? row.zoneName,
        row.vendorName,
        row.lastValue,
        row.reading && !row.reading.isEstimated ? row.reading.value : null,
        null,
      ]),
    },
  ]);
}

/**
 * What somebody filled in, to be looked at on the screen and kept from there: nothing is kept yet.
 * Lines without a new value are left out, codes that the sheet does not know are named.
 * @throws billing.sheetColumnMissing, sheetValueUnreadable
 */
export function filledIn(file: readonly Sheet[], { rows }: MeterSheetDto): FilledSheetDto {
  const [head, ...lines] = file[0]?.rows ?? [];
  const columns = columnsOf(head?.cells ?? []);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const filled: FilledSheetDto = { readings: [], unknownCodes: [] };
  for (const { number, cells } of lines) {
    const code = textOf(cells[columns.code]);
    const value = valueOf(cells[columns.value], number);
    if (code === '' || value === null) continue;
    const row: SheetRowDto | undefined = byCode.get(code);
    const hasRolledOver = textOf(cells[columns.rolled]) !== '';
    if (row) filled.readings.push({ meterId: row.meterId, value, hasRolledOver });
    else filled.unknownCodes.push(code);
  }
  return filled;
}

function columnsOf(cells: readonly SheetCell[]) {
  const titles = cells.map(textOf);
  const at = (title: string) => {
    const column = titles.indexOf(title);
    if (column === -1) throw billingError('sheetColumnMissing', { title });
    return column;
  };
  return { code: at(TITLES.code), value: at(TITLES.value), rolled: titles.indexOf(TITLES.rolled) };
}

const textOf = (cell: SheetCell): string => String(cell ?? '').trim();

/** A number as spreadsheets hold it, or as people write it: 1234,5. */
function valueOf(cell: SheetCell, row: number): number | null {
  const text = textOf(cell);
  if (text === '') return null;
  const value = typeof cell === 'number' ? cell : Number(text.replace(',', '.'));
  if (!Number.isFinite(value) || value < 0)
    throw billingError('sheetValueUnreadable', { row, text: text.slice(0, 40) });
  return Math.round(value * 100) / 100;
}
