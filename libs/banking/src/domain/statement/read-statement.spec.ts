import { CodedError, type Facts } from '@cho40/kernel';
import * as fc from 'fast-check';
import {
  vietcombankGrid,
  type Noise,
  type PrintedStatement,
} from '../../../../../test/support/vietcombank-xlsx';
import { readStatement } from './read-statement';
import type { Cell } from './sheet';

const october: PrintedStatement = {
  account: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  lines: [
    { on: '2026-10-05', amount: 450_000, content: 'MBVCB.3278907687.SKX1483027569' },
    { on: '2026-10-05', amount: 450_000, content: 'Tien cho thang 10' },
    { on: '2026-10-06', amount: -2_000_000, content: 'Nop ngan sach' },
    { on: '2026-10-31', amount: 1_234_567, content: 'IBFT Nguyen Van A' },
  ],
};
const rowsOf = (grid: readonly (readonly Cell[])[]) => ({
  name: 'Sao kê',
  rows: grid.map((cells, at) => ({ number: at + 1, cells })),
});
const read = (statement: PrintedStatement) => readStatement(rowsOf(vietcombankGrid(statement)));
const withNoise = (noise: Partial<Noise>) => read({ ...october, noise });
const refusal = (grid: readonly (readonly Cell[])[]): [string, Facts] | null => {
  try {
    readStatement(rowsOf(grid));
    return null;
  } catch (error) {
    if (error instanceof CodedError) return [error.code, error.facts];
    throw error;
  }
};
/** Prints October and then changes cells that hold `from`. */
const altered = (from: Cell, to: Cell, noise: Partial<Noise> = {}) =>
  vietcombankGrid({ ...october, noise }).map((row) =>
    row.map((cell) => (cell === from ? to : cell)),
  );

const summary = {
  layout: 'vietcombank',
  bin: '970436',
  accountNumber: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  credits: 2_134_567,
  debits: 2_000_000,
  closing: 10_134_567,
};

describe('a Vietcombank statement', () => {
  it('is read with its account, period, balances and rows', () => {
    const statement = read(october);
    expect(statement).toMatchObject(summary);
    expect(statement.rows).toHaveLength(4);
    expect(statement.rows[0]).toEqual({
      rowNumber: 10,
      direction: 'in',
      amount: 450_000,
      bookedAt: new Date('2026-10-04T17:00:00Z'),
      bookedOn: '2026-10-05',
      content: 'MBVCB.3278907687.SKX1483027569',
      reference: '5389 - 82579',
      counterAccount: null,
      counterName: null,
      virtualAccount: null,
      balanceAfter: 10_450_000,
    });
    expect(statement.rows[2]).toMatchObject({ direction: 'out', amount: 2_000_000 });
  });

  it('says the same whatever its print', () => {
    const noise = fc.record<Noise>({
      numbers: fc.constantFrom('comma', 'dot', 'number'),
      dates: fc.constantFrom('text', 'serial', 'date'),
      order: fc.constantFrom('oldestFirst', 'newestFirst'),
      header: fc.constantFrom('bilingual', 'vietnamese', 'broken'),
      opening: fc.constantFrom('above', 'inTable', 'nowhere'),
      hasOrdinal: fc.boolean(),
      hasEffectiveDate: fc.boolean(),
      hasTotals: fc.boolean(),
      repeatHeaderEvery: fc.constantFrom(0, 1, 2),
      rowsAbove: fc.integer({ min: 0, max: 50 }),
      hasMergedCells: fc.constant(false),
      hasRichText: fc.constant(false),
    });
    fc.assert(
      fc.property(noise, (each) => {
        const statement = withNoise(each);
        expect(statement).toMatchObject(summary);
        expect(statement.rows.map((row) => [row.bookedOn, row.direction, row.amount])).toEqual([
          ['2026-10-05', 'in', 450_000],
          ['2026-10-05', 'in', 450_000],
          ['2026-10-06', 'out', 2_000_000],
          ['2026-10-31', 'in', 1_234_567],
        ]);
      }),
    );
  });

  it('without movements is proven by its balances alone', () => {
    expect(read({ ...october, lines: [] })).toMatchObject({
      rows: [],
      opening: 10_000_000,
      closing: 10_000_000,
    });
  });

  it('is read from a summary that stands above its table', () => {
    const grid = [
      ['VIETCOMBANK'],
      ['Account number', 1_012_345_678],
      ['Từ/From', new Date('2026-10-01T00:00:00Z'), 'Đến/To', new Date('2026-10-31T00:00:00Z')],
      ['Số dư đầu kỳ', 'Phát sinh nợ', 'Phát sinh có', 'Số dư cuối kỳ'],
      [1_000, 0, 500, 1_500],
      ['Ngày giao dịch', 'Số chứng từ', 'Ghi nợ', 'Ghi có', 'Nội dung'],
      ['05/10/2026', '5389', null, '500 VND', 'SKX1483027569'],
    ];
    expect(readStatement(rowsOf(grid))).toMatchObject({
      accountNumber: '1012345678',
      from: '2026-10-01',
      to: '2026-10-31',
      opening: 1_000,
      closing: 1_500,
      rows: [{ amount: 500, reference: '5389' }],
    });
  });

  it.each([
    ['Kỳ sao kê: 01/10/2026 - 31/10/2026', '2026-10-01', '2026-10-31'],
    ['Từ ngày: 01-10-2026   Đến ngày: 31-10-2026', '2026-10-01', '2026-10-31'],
    ['From 2026-10-01 to 2026-10-31', '2026-10-01', '2026-10-31'],
    ['Ngày mở: 01/01/2020   Ngày in: 23/11/2026', '2026-10-05', '2026-10-05'],
  ])('takes its period from "%s"', (line, from, to) => {
    const grid = [
      ['SAO KÊ TÀI KHOẢN VIETCOMBANK'],
      ['Tài khoản/Account: 0123456789 (VND)'],
      ['Tên tài khoản: BQL CHỢ 20/10'],
      [line],
      ['Ngày', 'Số CT', 'Ghi nợ', 'Ghi có', 'Số dư'],
      ['05/10/2026', '5389', null, '500', '1,500'],
    ];
    expect(readStatement(rowsOf(grid))).toMatchObject({ accountNumber: '0123456789', from, to });
  });

  it('reads names that stand one above the other, and cells beside a merged one', () => {
    const grid = [
      ['SAO KÊ VIETCOMBANK Số tài khoản: 0123 456 789'],
      ['Ngày', 'Số tiền', null, null, 'Số dư', 'Nội dung chi tiết'],
      ['Số CT', 'Ghi nợ', 'Ghi có', null, null, null],
      ['05/10/26 08:30 5389', null, null, '500', '1,500', 'SKX1483027569'],
    ];
    const statement = readStatement(rowsOf(grid));
    expect(statement).toMatchObject({ accountNumber: '0123456789', opening: 1_000 });
    expect(statement.rows[0]?.bookedAt).toEqual(new Date('2026-10-05T01:30:00Z'));
  });
});

describe('a statement is refused whole', () => {
  it('when a running balance does not follow, naming the row and what stands there', () => {
    expect(refusal(altered('10,900,000', '10,900,001'))).toEqual([
      'banking.statementSums',
      { row: 11, expected: 10_900_000, printed: 10_900_001 },
    ]);
  });

  it('when a row is missing', () => {
    const grid = vietcombankGrid(october).filter((row) => row[0] !== 2);
    expect(refusal(grid)).toEqual([
      'banking.statementSums',
      { row: 11, expected: 8_450_000, printed: 8_900_000 },
    ]);
  });

  it('when the closing balance is another', () => {
    const grid = vietcombankGrid(october);
    const closing = grid.find((row) => String(row[0]).startsWith('Số dư cuối'));
    closing?.splice(4, 1, '10,134,568');
    expect(refusal(grid)).toEqual([
      'banking.statementSums',
      { row: 15, expected: 10_134_567, printed: 10_134_568 },
    ]);
  });

  it('when the printed totals are others', () => {
    expect(refusal(altered('2,134,567', '2,134,566'))).toEqual([
      'banking.statementTotals',
      { row: 14, column: 'credit', expected: 2_134_567, printed: 2_134_566 },
    ]);
  });

  it('when a number is of another style than its column', () => {
    expect(refusal(altered('450,000', '450.00'))?.[0]).toBe('banking.statementSums');
    expect(refusal(altered('1,234,567', '1.234.567'))).toEqual([
      'banking.statementCell',
      { row: 13, column: 'credit', value: '1.234.567' },
    ]);
    expect(refusal(altered('450,000', '450,000.50'))).toMatchObject([
      'banking.statementCell',
      { row: 10, column: 'credit', value: '450,000.50' },
    ]);
  });

  it('when a row with money has no readable date', () => {
    expect(refusal(altered('06/10/2026\n5389 - 82579', '32/10/2026'))).toEqual([
      'banking.statementRow',
      { row: 12, why: 'noDate' },
    ]);
  });

  it('when a row lies outside the period it states', () => {
    const early = { ...october, from: '2026-10-06' };
    expect(refusal(vietcombankGrid(early))).toEqual([
      'banking.statementPeriod',
      { row: 10, from: '2026-10-06', to: '2026-10-31' },
    ]);
  });

  it('when it proves nothing: no balances at all', () => {
    const grid = [
      ['VIETCOMBANK'],
      ['Ngày', 'Ghi nợ', 'Ghi có', 'Nội dung'],
      ['05/10/2026', null, '500', 'SKX1483027569'],
    ];
    expect(refusal(grid)).toEqual(['banking.statementUnproven', { missing: 'opening' }]);
  });

  it.each([
    [
      'of another bank',
      [
        ['Ngày', 'Nợ', 'Có'],
        ['05/10/2026', 1, null],
      ],
    ],
    [
      'without a header in its first 60 rows',
      vietcombankGrid({ ...october, noise: { rowsAbove: 60 } }),
    ],
    ['that is empty', []],
  ])('%s', (_, grid) => {
    expect(refusal(grid)?.[0]).toBe('banking.statementLayoutUnknown');
  });
});

it('no sheet makes the reader fail in another way', () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(null, 0, -1, 1.5, '1,234', '1.234', 'Tổng số', 'Số dư cuối kỳ: 5'),
    fc.date({ noInvalidDate: false }),
    fc.string(),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, (noise) => {
      refusal([...vietcombankGrid(october).slice(0, 10), ...noise]);
    }),
  );
});
