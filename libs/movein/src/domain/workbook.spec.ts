import { CodedError, month, vnd } from '@cho40/kernel';
import { planMoveIn, totalDifferences } from './plan';
import type { Known } from './known';
import { TABLE_NAMES, TABLES } from './tables';
import { readWorkbook, type WorkbookSheet } from './workbook';
import { zonesToMake } from './zones';

const titles = (table: (typeof TABLE_NAMES)[number]) =>
  Object.values(TABLES[table].columns).map(({ title }) => title);
const sheet = (name: string, cells: unknown[][], more: Partial<WorkbookSheet> = {}) => ({
  name,
  rows: cells.map((each, at) => ({ number: at + 1, cells: each as never[] })),
  formulas: [],
  merged: [],
  ...more,
});
const vendor = (name: unknown, phone: unknown = '0912345678') => [null, name, phone];
/** A workbook with these rows of vendors, and whatever else is wanted. */
const book = (rows: unknown[][], more: Partial<WorkbookSheet> = {}) =>
  TABLE_NAMES.map((table) =>
    table === 'vendors'
      ? sheet(TABLES[table].sheet, [titles(table), ...rows], more)
      : sheet(TABLES[table].sheet, [titles(table)]),
  );
const refusal = (sheets: WorkbookSheet[]) => {
  try {
    return readWorkbook(sheets);
  } catch (error) {
    if (error instanceof CodedError) return [error.code, error.facts];
    throw error;
  }
};
const nothing: Known = {
  markets: new Map(),
  takenMarketCodes: new Set(),
  refusedPrefixes: new Set(),
  zones: new Map(),
  stalls: new Map(),
  communes: new Map(),
  formerDistricts: new Map(),
  vendors: new Map(),
  vendorsByCode: new Map(),
  vendorsByPerson: new Map(),
  vendorsByIdNumber: new Map(),
  prints: new Map(),
  leases: new Map(),
  leasesOfStall: new Map(),
  debts: new Map(),
  debtMonths: new Set(),
  fees: new Map(),
};

describe('a whole file is refused with what it lacks', () => {
  it('when a sheet has another name', () => {
    const sheets = book([vendor('Máy')]).map((one) =>
      one.name === 'Hợp đồng' ? { ...one, name: 'Sheet4' } : one,
    );
    expect(refusal(sheets)).toEqual([
      'movein.sheetMissing',
      { sheet: 'Hợp đồng', found: expect.stringContaining('Sheet4') },
    ]);
  });

  it('when a column that must be there is not, or is there twice', () => {
    const without = sheet('Tiểu thương', [
      ['Mã tiểu thương', 'Điện thoại'],
      ['TT-1', '1'],
    ]);
    const twice = sheet('Tiểu thương', [
      ['Họ và tên', 'Điện thoại', 'Họ và tên'],
      ['a', 'b', 'c'],
    ]);
    const swap = (other: WorkbookSheet) =>
      book([]).map((one) => (one.name === 'Tiểu thương' ? other : one));
    const facts = { sheet: 'Tiểu thương', column: 'Họ và tên' };
    expect(refusal(swap(without))).toEqual(['movein.columnMissing', facts]);
    expect(refusal(swap(twice))).toEqual(['movein.columnTwice', facts]);
  });

  it('when nothing is in it', () => {
    expect(refusal(book([]))).toEqual(['movein.nothingInIt', {}]);
  });
});

describe('a table is found as people keep it', () => {
  it('with its name and titles in other marks, below a heading, between blank rows', () => {
    const other = {
      ...sheet('  tieu thuong ', [
        ['DANH SÁCH TIỂU THƯƠNG'],
        [],
        ['ĐIỆN THOẠI', ' họ  và tên *', 'Ghi chú'],
        [912345678, ' Sùng Thị Máy ', 'x'],
        [null, ' '],
        ['0987654321', 'Vàng Mí Sính'.normalize('NFD')],
      ]),
    };
    const sheets = [...book([]).filter(({ name }) => name !== 'Tiểu thương'), other];
    const { sound, problems, ignored } = readWorkbook([...sheets, sheet('Nháp', [['x']])]);
    expect(problems).toEqual([]);
    expect(ignored).toEqual(['Nháp']);
    expect(sound.vendors.map(({ row, name, phone }) => [row, name, phone])).toEqual([
      [4, 'Sùng Thị Máy', '0912345678'],
      [6, 'Vàng Mí Sính', '0987654321'],
    ]);
  });
});

describe('a cell that is not read as it stands', () => {
  it('is a formula, or the first of merged ones', () => {
    const more = { formulas: ['B2'], merged: ['C3:C4'] };
    const { problems, sound } = readWorkbook(
      book([vendor('An'), vendor('Bo'), vendor('Ca')], more),
    );
    expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'name', 'formula'],
      [3, 'phone', 'merged'],
    ]);
    expect(sound.vendors.map(({ row }) => row)).toEqual([4]);
  });
});

describe('what is counted', () => {
  it('a row with a wrong cell is neither new nor known', () => {
    const read = readWorkbook(book([vendor('An'), vendor('Bo', 'x'), vendor('Ca', '0911111111')]));
    const { counts, problems } = planMoveIn(read, nothing, month('2026-11'));
    expect(counts.vendors).toEqual({ rows: 3, new: 2, known: 0, wrong: 1 });
    expect(problems).toHaveLength(1);
  });

  it('a duplicated row names the row that it repeats', () => {
    const read = readWorkbook(book([vendor('An'), vendor('AN ')]));
    const { problems } = planMoveIn(read, nothing, month('2026-11'));
    expect(problems).toMatchObject([{ row: 3, field: 'phone', code: 'twice', facts: { row: 2 } }]);
  });
});

it('debts are proven per market and in all, to the đồng', () => {
  const plan = {
    debts: [{ marketCode: 'A', count: 1, amount: vnd(500) }],
    total: vnd(500),
  };
  const typed = (amount: number, total: number) =>
    totalDifferences(plan, { perMarket: [{ marketCode: 'A', amount }], total }).map(
      ({ marketCode }) => marketCode,
    );
  expect(typed(500, 500)).toEqual([]);
  expect(typed(499, 500)).toEqual(['A']);
  expect(typed(500, 501)).toEqual([null]);
  expect(totalDifferences(plan, { perMarket: [], total: 500 })).toHaveLength(1);
});

it('zones are made from their paths, each after the one it lies in', () => {
  const stalls = [
    { zoneCode: 'A/A1', zoneName: 'Dãy 1' },
    { zoneCode: 'B', zoneName: null },
    { zoneCode: 'A/A1', zoneName: null },
  ];
  expect(zonesToMake(stalls, (code) => code === 'B')).toEqual([
    { code: 'A', name: 'Khu A', parent: null },
    { code: 'A/A1', name: 'Dãy 1', parent: 'A' },
  ]);
});
