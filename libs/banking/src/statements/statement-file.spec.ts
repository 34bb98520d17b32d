import { CodedError } from '@cho40/kernel';
import { BANK_PRINTS } from '../../../../test/support/bank-prints';
import { bankXlsx } from '../../../../test/support/bank-statement';
import { vietcombankXlsx, type PrintedStatement } from '../../../../test/support/vietcombank-xlsx';
import { readStatementFile } from './statement-file';

const october: PrintedStatement = {
  account: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  lines: [
    { on: '2026-10-05', amount: 450_000, content: 'SKX1483027569 Sùng Thị Máy' },
    { on: '2026-10-06', amount: -2_000_000, content: 'Nộp ngân sách' },
  ],
};

const ROWS = 20_000;
const year: PrintedStatement = {
  ...october,
  lines: Array.from({ length: ROWS }, (_, at) => ({
    on: `2026-10-${10 + Math.floor((at * 20) / ROWS)}`,
    amount: 1_000 + at,
    content: `SKX1483027569 Sùng Thị Máy ${at}`,
  })),
};

describe('an .xlsx file', () => {
  it.each([
    ['as printed', {}],
    ['with merged cells and text in several styles', { hasMergedCells: true, hasRichText: true }],
    ['with dates as dates', { dates: 'date' as const }],
  ])('%s is read as the statement it holds', async (_, noise) => {
    const { statement } = await readStatementFile(
      'sao-ke.xlsx',
      await vietcombankXlsx({ ...october, noise }),
    );
    expect(statement).toMatchObject({ accountNumber: '0123456789', closing: 8_450_000 });
    expect(statement.rows.map(({ bookedOn, content }) => [bookedOn, content])).toEqual([
      ['2026-10-05', 'SKX1483027569 Sùng Thị Máy'],
      ['2026-10-06', 'Nộp ngân sách'],
    ]);
  });

  it.each(BANK_PRINTS.map((bank) => [bank.bank, bank] as const))(
    'of %s is read from its bytes, merged cells, rich text and dates of Excel included',
    async (layout, bank) => {
      const noise = { hasMergedCells: true, hasRichText: true, dates: 'date' } as const;
      const bytes = await bankXlsx(bank, october, noise);
      const { statement } = await readStatementFile('sao-ke.xlsx', bytes);
      expect(statement).toMatchObject({ layout, bin: bank.bin, closing: 8_450_000 });
      expect(statement.rows.map(({ bookedOn, amount }) => [bookedOn, amount])).toEqual([
        ['2026-10-05', 450_000],
        ['2026-10-06', 2_000_000],
      ]);
    },
  );
});

describe('a large file', () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await vietcombankXlsx(year);
  });

  it('is read beside the program, which answers others meanwhile', async () => {
    const begun = threadsBegun();
    const { statement, fingerprints } = await readStatementFile('sao-ke.xlsx', bytes);
    expect(statement.rows).toHaveLength(ROWS);
    expect(new Set(fingerprints).size).toBe(ROWS);
    expect(statement.rows.at(-1)).toMatchObject({ amount: 20_999, bookedOn: '2026-10-29' });
    // One takes the file apart, the other makes a statement of it.
    expect(begun.end()).toBe(2);
  });

  it('is refused as a small one is, with the row and what stands there', async () => {
    const late = { on: '2026-11-01', amount: 5_000, content: 'tien cho' };
    const file = await vietcombankXlsx({ ...year, lines: [...year.lines, late] });
    const refusal = { code: 'banking.statementPeriod', facts: { to: '2026-10-31' } };
    const refused = await readStatementFile('sao-ke.xlsx', file).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(CodedError);
    expect(refused).toMatchObject(refusal);
  });
});

function threadsBegun(): { end(): number } {
  let begun = 0;
  const count = () => {
    begun += 1;
  };
  process.on('worker', count);
  return {
    end() {
      process.off('worker', count);
      return begun;
    },
  };
}
