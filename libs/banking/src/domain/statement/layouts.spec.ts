import { CodedError } from '@cho40/kernel';
import * as fc from 'fast-check';
import { BANK_PRINTS, type BankPrint } from '../../../../../test/support/bank-prints';
import {
  bankGrid,
  type BankStatement,
  type PrintedCell,
  type PrintNoise,
} from '../../../../../test/support/bank-statement';
import { readStatement } from './read-statement';

const ACCOUNT = '0123456789';
const october: BankStatement = {
  account: ACCOUNT,
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  lines: [
    { on: '2026-10-05', amount: 450_000, content: 'MBVCB.3278907687.SKX1483027569' },
    { on: '2026-10-05', amount: 450_000, content: 'Tien cho thang 10' },
    { on: '2026-10-05', amount: -2_000_000, content: 'TONG CONG TY nop ngan sach' },
    { on: '2026-10-31', amount: 1_234_567, content: 'IBFT Nguyen Van A' },
  ],
};
const moved = october.lines.map(({ on, amount, content }) => [on, amount, content]);

const read = (bank: BankPrint, cells: readonly (readonly PrintedCell[])[]) =>
  readStatement({
    name: bank.sheet,
    rows: cells.map((row, at) => ({ number: at + 1, cells: row })),
  });
const refusal = (bank: BankPrint, cells: readonly (readonly PrintedCell[])[]) => {
  try {
    read(bank, cells);
    return null;
  } catch (fault) {
    if (fault instanceof CodedError) return [fault.code, fault.facts['row']];
    throw fault;
  }
};

// Where a day is printed once, the rows below a missing one may have none above them.
const REFUSALS = ['banking.statementSums', 'banking.statementTotals', 'banking.statementRow'];

const noise = fc.record<PrintNoise>({
  numbers: fc.constantFrom('comma', 'dot', 'dotDecimals', 'commaVnd', 'number'),
  dates: fc.constantFrom('text', 'serial', 'date'),
  order: fc.constantFrom('oldestFirst', 'newestFirst'),
  names: fc.constantFrom('asPrinted', 'upper', 'decomposed', 'broken', 'bilingual'),
  opening: fc.constantFrom('above', 'inTable'),
  hasTotals: fc.boolean(),
  repeatHeaderEvery: fc.constantFrom(0, 1, 2),
  rowsAbove: fc.integer({ min: 0, max: 35 }),
  columnsBefore: fc.constantFrom(0, 1),
  hasMergedCells: fc.constant(false),
  hasRichText: fc.constant(false),
});

describe.each(BANK_PRINTS.map((bank) => [bank.bank, bank] as const))(
  'a statement of %s',
  (_, bank) => {
    it('says the same whatever its print', () => {
      fc.assert(
        fc.property(noise, (each) => {
          const statement = read(bank, bankGrid(bank, october, each));
          expect(statement).toMatchObject({
            layout: bank.bank,
            bin: bank.bin,
            accountNumber: ACCOUNT,
            from: '2026-10-01',
            to: '2026-10-31',
            opening: 10_000_000,
            credits: 2_134_567,
            debits: 2_000_000,
            closing: 10_134_567,
          });
          const rows = statement.rows.map((row) => [
            row.bookedOn,
            row.amount * (row.direction === 'in' ? 1 : -1),
            row.content,
          ]);
          expect(rows).toEqual(moved);
        }),
        { numRuns: 60 },
      );
    });

    it('keeps the number of each movement, and who stands at its other end', () => {
      const [first] = read(bank, bankGrid(bank, october)).rows;
      const has = (field: string) => bank.columns.some(([, one]) => one === field);
      expect(first).toMatchObject({
        reference: 'FT100',
        counterAccount: has('counterAccount') ? '19036688001122' : null,
        counterName: has('counterName') ? 'SUNG THI MAY' : null,
      });
    });

    it('is refused whole when a sum is broken, naming the row', () => {
      fc.assert(
        fc.property(noise, fc.integer({ min: 0, max: 3 }), (each, at) => {
          const lines = october.lines.map((line, one) =>
            one === at ? { ...line, content: 'BROKEN' } : line,
          );
          const cells = bankGrid(bank, { ...october, lines }, each);
          const row = cells.findIndex((one) => one.includes('BROKEN'));
          const broken = cells.filter((_one, number) => number !== row);
          const [code, named] = refusal(bank, broken) ?? [];
          expect(REFUSALS).toContain(code);
          expect(named).toEqual(expect.any(Number));
        }),
        { numRuns: 30 },
      );
    });
  },
);

it('a header of these banks is read without their name, and then is nobody’s until somebody says so', () => {
  for (const bank of BANK_PRINTS) {
    const above = bank.above.map((row) => row.map((cell) => (cell?.includes('{') ? cell : null)));
    expect(read(bank, bankGrid({ ...bank, above, sheet: 'Sheet9' }, october))).toMatchObject({
      bin: null,
      closing: 10_134_567,
    });
  }
});

it('sums behind labels that name one side are held against that side', () => {
  const rows = (credits: string) => [
    ['Tài khoản: 0123456789 - Số tài khoản cũ: 31010000999888'],
    ['Ngày', 'Diễn giải', 'Nợ', 'Có', 'Số dư'],
    ['08:30:00 05/10/2026', 'SKX1483027569', null, '500', '1,500'],
    ['06/10/2026', 'phi', '200', null, '1,300'],
    ['Tổng phát sinh nợ', null, null, null, '200'],
    ['Tổng phát sinh có', null, credits, null, null],
    ['Tổng số bút toán', null, '2', null, null],
  ];
  const [bank] = BANK_PRINTS;
  if (!bank) throw new Error('no bank');
  const statement = read(bank, rows('500'));
  expect(statement).toMatchObject({ accountNumber: null, closing: 1_300 });
  expect(statement.rows[0]?.bookedAt).toEqual(new Date('2026-10-05T01:30:00Z'));
  expect(refusal(bank, rows('501'))).toEqual(['banking.statementTotals', 6]);
});
