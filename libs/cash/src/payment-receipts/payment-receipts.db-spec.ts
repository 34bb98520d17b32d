import { businessDate, type Id } from '@cho40/kernel';
import { newId, Papers, systemActor } from '@cho40/platform';
import { Corrections, ReconciliationModule } from '@cho40/reconciliation';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { describePrinted, picturesOfPages, textOfPages } from '../../../../test/support/printed';
import { codeOf } from '../../../../test/support/refusals';
import { scanned } from '../../../../test/support/scanned';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { readCheckCode, writtenCheckCode } from '../domain/check-code';
import { PaymentReceipts } from './payment-receipts.service';
import { ReceiptChecks } from './receipt-checks.service';
import { ReceiptPapers } from './receipt-papers.service';

const ADDRESS = 'https://cho.example.gov.vn';
let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule, ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const clerk = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán Hoa',
});
/** A transfer with a bill's code, matched; gives its record. */
async function transferred(place: number, amount = 100_000): Promise<Id> {
  const recordId = await market.arrives({ content: await market.billCode(place), amount });
  await market.match();
  return recordId;
}
async function paymentOf(recordId: Id): Promise<Id> {
  const [payment] = await market.write((tx) =>
    tx.sql<{ id: Id }>(
      'select payment_id as id from billing.v_payment where record_id = $1 order by undone_at',
      [recordId],
    ),
  );
  return payment?.id ?? newId();
}
const receiptOf = async (recordId: Id) => {
  const paymentId = await paymentOf(recordId);
  return world.db.write(clerk(), (tx) => world.get(PaymentReceipts).ofPayment(tx, paymentId));
};
const undo = (recordId: Id) =>
  world.db.write(clerk(), (tx) => world.get(Corrections).undo(tx, recordId, 'nhầm sạp'));
const checked = async (typed: string) => {
  const board = await world.db.read(systemActor([]), (tx) =>
    world.get(ReceiptChecks).boardOf(tx, typed),
  );
  if (!board) return null;
  return world.db.read(systemActor([board]), (tx) => world.get(ReceiptChecks).of(tx, typed));
};

describe('a bank payment’s receipt', () => {
  it('takes the next number when it is first asked for, and keeps it', async () => {
    const [first, second] = [await transferred(0), await transferred(1)];
    expect(await receiptOf(second)).toMatchObject({
      number: 'BN-2026-000001',
      issuedByName: 'Kế toán Hoa',
    });
    expect(await receiptOf(first)).toMatchObject({ number: 'BN-2026-000002' });
    expect(await receiptOf(second)).toMatchObject({ number: 'BN-2026-000001' });
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('is one, whoever asks at once', async () => {
    const recordId = await transferred(0);
    const receipts = await Promise.all(Array.from({ length: 5 }, () => receiptOf(recordId)));
    expect(new Set(receipts.map(({ number }) => number))).toEqual(new Set(['BN-2026-000001']));
  });

  it('is made for a whole day at once, without gaps and without a second one', async () => {
    for (const place of [0, 1, 2]) await transferred(place);
    const forDay = () =>
      world.db.write(clerk(), (tx) =>
        world.get(PaymentReceipts).forDay(tx, market.boardId, businessDate('2026-10-12')),
      );
    expect([await forDay(), await forDay()]).toEqual([3, 0]);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('is not made for a payment that was undone, nor for one out of reach', async () => {
    const recordId = await transferred(0);
    const paymentId = await paymentOf(recordId);
    const elsewhere = { ...clerk(), markets: [newId()] };
    const asked = (actor: ReturnType<typeof clerk>) =>
      codeOf(world.db.write(actor, (tx) => world.get(PaymentReceipts).ofPayment(tx, paymentId)));
    expect(await asked(elsewhere)).toBe('cash.paymentNotFound');
    await undo(recordId);
    expect(await asked(clerk())).toBe('cash.paymentUndone');
  });
});

describe('whoever holds a receipt', () => {
  it('is told by its code that it stands, and after an undoing that it does not', async () => {
    const recordId = await transferred(0);
    const { checkCode, number } = await receiptOf(recordId);
    expect(readCheckCode(checkCode)).toBe(checkCode);
    const facts = { kind: 'bank', number, amount: 100_000, on: '2026-10-12' };
    expect(await checked(writtenCheckCode(checkCode))).toMatchObject({ ...facts, undoneAt: null });
    await undo(recordId);
    expect(await checked(checkCode)).toMatchObject({ ...facts, undoneAt: expect.any(Date) });
  });

  it('learns nothing by a code that is nobody’s', async () => {
    expect(await checked('2222-2222-2222')).toBeNull();
    expect(await checked('nonsense')).toBeNull();
  });
});

it('every code the database makes is one that is read', async () => {
  const rows = await market.write((tx) =>
    tx.sql<{ code: string }>('select cash.new_check_code() as code from generate_series(1, 2000)'),
  );
  expect(rows.filter(({ code }) => readCheckCode(code) !== code)).toEqual([]);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(2_000);
});

describePrinted('a receipt on paper', () => {
  const flat = (text = '') => text.replace(/\s+/g, ' ');
  const printed = async (recordId: Id, size: 'A5' | 'roll-80' | 'roll-58' = 'A5') => {
    const receipt = await receiptOf(recordId);
    const papers = await market.write(async (tx) =>
      world
        .get(ReceiptPapers)
        .ofTransfers(tx, [await world.get(PaymentReceipts).get(tx, receipt.id)], {
          size,
          address: ADDRESS,
        }),
    );
    return world.get(Papers).print(papers);
  };

  it('says the sum in words, what it paid, what is left, and its three dates', async () => {
    const [text] = textOfPages(await printed(await transferred(0, 250_000)));
    expect(flat(text)).toContain('BIÊN NHẬN CHUYỂN KHOẢN');
    expect(flat(text)).toContain('Bằng chữ: Hai trăm năm mươi nghìn đồng');
    expect(flat(text)).toMatch(/10\/2026 100\.000 đ .*09\/2026|09\/2026 100\.000 đ/);
    expect(flat(text)).toContain('Nộp trước, trừ vào kỳ sau 50.000 đ');
    expect(flat(text)).toMatch(/Ngày nộp: 12\/10\/2026 Ngân hàng ghi sổ: 12\/10\/2026/);
    expect(flat(text)).toContain('Ban quản lý ghi nhận: 12/10/2026');
  });

  it('leads to its check by its code, on a sheet and on both rolls', async () => {
    const recordId = await transferred(0);
    const { checkCode } = await receiptOf(recordId);
    for (const size of ['A5', 'roll-80', 'roll-58'] as const) {
      const [picture] = picturesOfPages(await printed(recordId, size));
      expect(await scanned(picture ?? new Uint8Array())).toEqual([
        `${ADDRESS}/kiem-tra/${checkCode}`,
      ]);
    }
  });

  it('says so when its payment was undone', async () => {
    const recordId = await transferred(0);
    await receiptOf(recordId);
    await undo(recordId);
    const [text] = textOfPages(await printed(recordId));
    expect(flat(text)).toContain('ĐÃ GỠ NGÀY 12/10/2026: KHÔNG CÒN GIÁ TRỊ');
  });
});

describe('verify finds', () => {
  const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);
  const tampered = (table: string, statement: string) =>
    corrupt(
      `alter table ${table} disable trigger append_only`,
      statement,
      `alter table ${table} enable always trigger append_only`,
    );
  const broken = () => brokenInvariants(world, market.boardId);
  beforeEach(async () => {
    await receiptOf(await transferred(0));
  });

  it('a number that was given out and has no receipt', async () => {
    await corrupt('update cash.payment_receipt_counter set last = last + 1');
    expect(await broken()).toEqual(['cash.paymentReceiptNumbersHaveNoGaps']);
  });

  it('a receipt that leads nowhere when it is checked', async () => {
    await corrupt('delete from cash.check_code');
    expect(await broken()).toEqual(['cash.receiptsCanBeChecked']);
  });

  it('a receipt for a transfer that says another sum than its payment', async () => {
    await tampered(
      'cash.payment_receipt',
      'alter table cash.payment_receipt drop constraint payment_receipt_board_id_payment_id_amount_fkey; update cash.payment_receipt set amount = amount + 1',
    );
    expect(await broken()).toEqual(['cash.paymentReceiptsAreOfBankPayments']);
  });
});
