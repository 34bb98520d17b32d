import { CodedError } from '@cho40/kernel';
import fc from 'fast-check';
import {
  WALLET_PRINTS,
  walletGrid,
  type WalletLine,
  type WalletPrint,
} from '../../../../../test/support/wallet-report';
import { headerPrint } from '../statement/mapped';
import { readReport } from './read-report';
import { requireReportMapping } from './report-header';

type Rows = ReturnType<typeof walletGrid>;
const sheet = (rows: Rows) => ({
  name: 'Đối soát',
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
});
const [momo] = WALLET_PRINTS;
if (!momo) throw new Error('no wallet');

const LINES: WalletLine[] = [
  {
    id: 'T1',
    at: '2026-10-10 09:30:00',
    amount: 450_000,
    fee: 4_950,
    content: 'SKX14',
    batch: 'B1',
  },
  { id: 'T2', at: '2026-10-10 23:59:59', amount: 20_000, content: 'tien cho', batch: 'B1' },
  { id: 'T3', at: '2026-10-11 00:00:00', amount: 20_000, fee: 220, refundOf: 'T9', batch: 'B2' },
];
const isPrinted = ({ hasFailed }: WalletLine) => !hasFailed;
const read = (rows: Rows) => readReport(sheet(rows));
const refusal = (rows: Rows): unknown[] => {
  try {
    return [read(rows).layout];
  } catch (fault) {
    if (!(fault instanceof CodedError)) throw fault;
    return [fault.code, fault.facts];
  }
};
/** A report with one cell of one line changed. */
const changed = (title: string, value: string | number | null, print: WalletPrint = momo): Rows => {
  const rows = walletGrid(print, LINES, { hasTotal: false });
  const column = print.columns.findIndex(([name]) => name === title);
  const at = print.above.length + 1;
  return rows.map((row, number) =>
    number === at ? row.map((cell, place) => (place === column ? value : cell)) : row,
  );
};

const line = fc.record({
  amount: fc.integer({ min: 1_000, max: 90_000_000 }),
  feePercent: fc.integer({ min: 0, max: 3 }),
  minute: fc.integer({ min: 0, max: 59 }),
  isRefund: fc.boolean(),
  hasFailed: fc.boolean(),
});
const reports = fc.array(line, { minLength: 1, maxLength: 12 }).map((all) =>
  all.map(({ amount, feePercent, minute, isRefund, hasFailed }, at): WalletLine => {
    const fee = Math.floor((amount * feePercent) / 100);
    return {
      id: `TX${at}`,
      at: `2026-10-10 09:${String(minute).padStart(2, '0')}:00`,
      amount,
      fee,
      content: `nop tien ${at}`,
      batch: `B${at % 3}`,
      hasFailed,
      ...(isRefund ? { refundOf: `OLD${at}` } : {}),
    };
  }),
);
const noise = fc.record({
  numbers: fc.constantFrom('text' as const, 'number' as const),
  names: fc.constantFrom(
    'asPrinted' as const,
    'upper' as const,
    'decomposed' as const,
    'broken' as const,
  ),
  hasTotal: fc.boolean(),
  repeatHeaderEvery: fc.integer({ min: 0, max: 4 }),
  rowsAbove: fc.integer({ min: 0, max: 8 }),
});

describe('a wallet’s report', () => {
  it('says the same however the wallet prints it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WALLET_PRINTS), reports, noise, (print, lines, how) => {
        const printed = lines.filter(isPrinted);
        fc.pre(printed.length > 0);
        const { lines: seen } = read(walletGrid(print, lines, how));
        expect(
          seen.map(({ transactionId, kind, amount, fee, net, batch, originalId }) => ({
            transactionId,
            kind,
            amount,
            fee,
            net,
            batch,
            originalId,
          })),
        ).toEqual(
          printed.map(({ id, amount, fee = 0, batch, refundOf }) => ({
            transactionId: id,
            kind: refundOf ? 'refund' : 'payment',
            amount,
            fee: refundOf ? 0 - fee : fee,
            net: refundOf ? fee - amount : amount - fee,
            batch,
            originalId: refundOf ?? null,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the payer’s time, words and order, and counts what failed', () => {
    const failed = { id: 'T4', at: '2026-10-10 10:00:00', amount: 9_000, hasFailed: true };
    const { layout, skipped, lines } = read(walletGrid(momo, [...LINES, failed]));
    expect({ layout, skipped }).toEqual({ layout: 'named', skipped: 1 });
    expect(lines[0]).toMatchObject({
      rowNumber: 4,
      paidAt: new Date('2026-10-10T09:30:00+07:00'),
      paidOn: '2026-10-10',
      content: 'SKX14 DHT1',
    });
    expect(lines[1]?.paidOn).toBe('2026-10-10');
    expect(lines[2]?.paidOn).toBe('2026-10-11');
  });

  it('without numbers of batches makes one of each day', () => {
    const rows = walletGrid(
      momo,
      LINES.map((one) => ({ ...one, batch: '' })),
    );
    expect(read(rows).lines.map(({ batch }) => batch)).toEqual([
      '2026-10-10',
      '2026-10-10',
      '2026-10-11',
    ]);
  });

  it.each([
    ['a net that is not amount less fee', 'Thực nhận', '445.051', 'net'],
    ['a line without its transaction', 'Mã giao dịch', null, 'transaction'],
    ['a number that a spreadsheet cut', 'Mã giao dịch', 1e21, 'transaction'],
    ['a time that is none', 'Thời gian', 'hôm qua', 'time'],
    ['an amount of nothing', 'Số tiền', '0', 'amount'],
    ['a transaction told twice', 'Mã giao dịch', 'T2', 'twice'],
  ])('with %s is refused whole, with its row', (_what, title, value, why) => {
    const [code, facts] = refusal(changed(title, value));
    expect([code, facts]).toEqual(['banking.reportRow', { row: why === 'twice' ? 5 : 4, why }]);
  });

  it('with a status nobody knows asks instead of guessing', () => {
    expect(refusal(changed('Trạng thái', 'Tạm giữ'))).toEqual([
      'banking.reportRow',
      { row: 4, why: 'status', value: 'Tạm giữ' },
    ]);
  });

  it('whose printed total is not its lines’ is refused: lines are missing', () => {
    const rows = walletGrid(momo, LINES).filter((_, at) => at !== momo.above.length + 1);
    expect(refusal(rows)).toEqual(['banking.reportTotal', { row: 6, printed: 450_000, sum: 0 }]);
  });

  it('of nobody’s layout is mapped by hand, and known again by its names', () => {
    const header = ['Lúc', 'Số hiệu', 'Tiền', 'Hụt'];
    const rows = [header, ['10/10/2026 09:30:00', 'T1', '450.000', '4.950']];
    expect(refusal(rows)).toEqual(['banking.reportLayoutUnknown', {}]);
    const columns = { time: 0, transaction: 1, amount: 2, fee: 3 };
    const mapped = [{ name: 'Ví chợ', fingerprint: headerPrint(header), columns }];
    expect(readReport(sheet(rows), mapped)).toMatchObject({
      layout: 'Ví chợ',
      lines: [{ transactionId: 'T1', amount: 450_000, net: 445_050 }],
    });
    expect(() => requireReportMapping({ time: 0, amount: 2 }, 4)).toThrow(CodedError);
    expect(() => requireReportMapping({ ...columns, net: 3 }, 4)).toThrow(CodedError);
  });
});
