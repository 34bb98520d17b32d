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
});
