import { businessDate, month, vnd } from '@cho40/kernel';
import { cashBookOf, type SafeMovement } from './cash-book';
import { cashBookPaper, slipPaper } from './cash-papers';

const moved = (kind: 'in' | 'out', amount: number, day: string): SafeMovement => ({
  kind,
  number: kind === 'in' ? 'QT-2026-00007' : 'QC-2026-00001',
  on: businessDate(day),
  personName: 'Vàng Mí Sính',
  purpose: 'hand-in',
  amount: vnd(amount),
});
const book = cashBookOf(month('2026-10'), vnd(1_000), [
  moved('in', 50_000, '2026-10-02'),
  moved('out', 40_000, '2026-10-05'),
]);

describe('the cash book of a month', () => {
  it('carries what lay in the safe through every movement to the end', () => {
    expect(book.rows.map((row) => row.balance)).toEqual([51_000, 11_000]);
    expect(book).toMatchObject({
      opening: 1_000,
      takenIn: 50_000,
      paidOut: 40_000,
      closing: 11_000,
    });
  });

  it('of a month in which nothing moved ends as it began', () => {
    expect(cashBookOf(month('2026-10'), vnd(7), [])).toMatchObject({ rows: [], closing: 7 });
  });

  it('is printed with the number of a slip in the column of its kind', () => {
    const table = cashBookPaper(book, 'Ban quản lý chợ').blocks.find(
      (block) => block.kind === 'table',
    );
    expect(table?.rows.map((row) => [row[1], row[2], row[4], row[5], row[6]])).toEqual([
      ['', '', '', '', '1.000'],
      ['QT-2026-00007', '', '50.000', '', '51.000'],
      ['', 'QC-2026-00001', '', '40.000', '11.000'],
      ['', '', '50.000', '40.000', ''],
    ]);
    expect(table?.total?.[6]).toBe('11.000');
  });
});

it.each([
  ['in', 'PHIẾU THU', 'Họ và tên người nộp'],
  ['out', 'PHIẾU CHI', 'Họ và tên người nhận'],
] as const)('a slip for money that went %s is a %s', (kind, title, label) => {
  const { blocks } = slipPaper(moved(kind, 50_000, '2026-10-02'), {
    boardName: 'Ban quản lý chợ',
    cashierName: 'Lò Thị Pà',
  });
  expect(blocks).toContainEqual({
    kind: 'title',
    text: title,
    subtitle: 'Ngày 02 tháng 10 năm 2026',
  });
  expect(JSON.stringify(blocks)).toContain(label);
  expect(JSON.stringify(blocks)).toContain('Năm mươi nghìn đồng');
});
