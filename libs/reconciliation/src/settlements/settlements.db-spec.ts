import { Settlements, Wallets } from '@cho40/banking';
import type { Id } from '@cho40/kernel';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { WALLET_PRINTS, walletCsv, type WalletLine } from '../../../../test/support/wallet-report';
import { ReconciliationModule } from '../reconciliation.module';
import { Reversals } from '../refunds/reversals.service';
import { LineCorrections } from './line-corrections.service';
import { SettlementDesk } from './settlement-desk.service';
import { Settling } from './settling.service';

const [momo] = WALLET_PRINTS;
if (!momo) throw new Error('no wallet');
let world: TestWorld;
let market: MatchingMarket;
let walletId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
  const { accountId } = market;
  const wallet = { accountId, name: 'MoMo', words: 'MOMO TT GD' };
  walletId = (await market.write((tx) => world.get(Wallets).open(tx, wallet))).id;
});
// Whatever a story did, the books hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const clerk = () => ({
  ...systemActor([market.boardId]),
  userId: newId(),
  displayName: 'Kế toán Hoa',
});
const decides = <T>(work: Parameters<typeof world.db.write<T>>[1]) => world.db.write(clerk(), work);
const matches = () => world.get(JobRunner).drain();
const reported = async (lines: readonly WalletLine[]) => {
  const upload = await world.get(Settlements).read('doi-soat.csv', walletCsv(momo, lines));
  const done = await market.write((tx) => world.get(Settlements).commit(tx, upload, walletId));
  await matches();
  return done;
};
const credited = async (amount: number, content = 'MOMO TT GD 20261010') => {
  const recordId = await market.arrives({ amount, content });
  await market.match();
  await matches();
  await market.write((tx) => world.get(Settling).proveOpen(tx, market.boardId));
  return recordId;
};
const AT = '2026-10-10 09:30:00';
const paid = (id: string, amount: number, more: Partial<WalletLine> = {}): WalletLine => ({
  id,
  at: AT,
  amount,
  batch: 'B1',
  ...more,
});
const batchId = async (number = 'B1') => {
  const [batch] = await market.write((tx) =>
    tx.sql<{ id: Id }>('select batch_id as id from banking.v_settlement_batch where number = $1', [
      number,
    ]),
  );
  return batch?.id ?? newId();
};
const batch = async (number = 'B1') => {
  const id = await batchId(number);
  return market.write((tx) => world.get(SettlementDesk).batch(tx, id));
};
const lines = () =>
  market.write(async (tx) => {
    const query = { limit: 50, format: undefined };
    const { items } = await world.get(SettlementDesk).lines(tx, query);
    return new Map(items.map((line) => [`${line.kind} ${line.transactionId}`, line]));
  });
const line = async (key: string) => {
  const found = (await lines()).get(key);
  if (!found) throw new Error(`no line ${key}`);
  return found;
};
const balances = () =>
  market.write(async (tx) => {
    const rows = await tx.sql<{ account: string; balance: number }>(
      `select account, sum(amount)::bigint as balance from ledger.v_posting
        where account in ('unmatched', 'wallet/batch', 'expense/wallet-fee',
                          'outgoing/wallet-refund')
        group by account having sum(amount) <> 0 order by account`,
    );
    return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));
  });

describe('a batch that its credit proves', () => {
  it('pays by its lines’ codes, whatever comes first, and the fee is an expense', async () => {
    const code = await market.billCode(0);
    const report = [
      paid('T1', 100_000, { fee: 1_100, content: code }),
      paid('T2', 50_000, { content: 'tien cho' }),
    ];
    await reported(report);
    expect(await batch()).toMatchObject({ state: 'waiting', net: 148_900, fees: 1_100 });
    expect(await market.paidOf(0)).toEqual([0, 0]);
    const recordId = await credited(148_900);
    expect(await batch()).toMatchObject({ state: 'proven', recordId, matched: 1, unmatched: 1 });
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
    expect(await market.standing(recordId)).toMatchObject({ state: 'classified' });
    expect(await line('payment T2')).toMatchObject({ state: 'unmatched', reason: 'noCode' });
    expect(await balances()).toEqual({ 'expense/wallet-fee': 1_100, unmatched: -50_000 });
    const [payment] = await market.write((tx) =>
      tx.sql(
        `select source, amount, paid_at, booked_on from billing.v_payment where lease_id = $1`,
        [market.leaseIds[0]],
      ),
    );
    expect(payment).toEqual({
      source: 'settlement',
      amount: 100_000,
      paid_at: new Date('2026-10-10T09:30:00+07:00'),
      booked_on: '2026-10-12',
    });
  });

  it('may come before its report, and is nobody’s until then, not even by a code', async () => {
    const code = await market.billCode(0);
    const recordId = await credited(98_900, `MOMO TT GD ${code}`);
    expect(await market.standing(recordId)).toMatchObject({
      state: 'unmatched',
      reason: 'walletCredit',
    });
    await reported([paid('T1', 100_000, { fee: 1_100, content: code })]);
    expect(await batch()).toMatchObject({ state: 'proven' });
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
  });

  it('is told again without effect; what is told otherwise, or too late, is kept and shown', async () => {
    const report = [paid('T1', 100_000, { content: await market.billCode(0) })];
    await reported(report);
    await credited(100_000);
    expect(await reported(report)).toMatchObject({ isImported: true, newCount: 0, knownCount: 1 });
    const other = await reported([paid('T1', 90_000), paid('T2', 10_000)]);
    expect(other).toMatchObject({
      newCount: 0,
      conflicts: [{ why: 'differs' }, { why: 'batchProven' }],
    });
    expect(await batch()).toMatchObject({
      conflicts: 2,
      told: [{ standingAmount: 100_000, amount: 90_000 }, { standingAmount: null }],
    });
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
  });

  it('keeps a payment that a feed showed by itself for a person', async () => {
    const content = await market.billCode(0);
    await market.arrives({ content, amount: 100_000, reference: 'T1' });
    await market.match();
    await reported([paid('T1', 100_000, { content })]);
    await credited(100_000);
    expect(await line('payment T1')).toMatchObject({ state: 'unmatched', reason: 'alreadyTold' });
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
  });
});

describe('a batch that nothing proves', () => {
  it('credits nobody by a đồng more or less, and shows by how much it differs', async () => {
    await reported([paid('T1', 100_000, { fee: 1_100, content: await market.billCode(0) })]);
    const recordId = await credited(98_901);
    expect(await batch()).toMatchObject({
      state: 'differs',
      candidates: [{ recordId, difference: 1, looksRight: true }],
    });
    const tie = { batchId: await batchId(), recordId, reason: 'gần đúng' };
    expect(await codeOf(decides((tx) => world.get(Settling).tie(tx, tie)))).toBe(
      'reconciliation.batchDiffers',
    );
    expect(await market.paidOf(0)).toEqual([0, 0]);
  });

  it('is a tie of two credits until a person says which', async () => {
    await reported([paid('T1', 100_000)]);
    const first = await credited(60_000, 'MOMO TT GD khac');
    const [one, two] = [
      await market.arrives({ amount: 100_000, content: 'MOMO TT GD 1' }),
      await market.arrives({ amount: 100_000, content: 'MOMO TT GD 2' }),
    ];
    await market.match();
    expect(await market.write((tx) => world.get(Settling).proveOpen(tx, market.boardId))).toBe(0);
    expect((await batch()).candidates.map(({ recordId }) => recordId).toSorted()).toEqual(
      [one, two, first].toSorted(),
    );
    const tie = { batchId: await batchId(), recordId: two, reason: 'theo mã lô' };
    await decides((tx) => world.get(Settling).tie(tx, tie));
    expect(await batch()).toMatchObject({
      state: 'proven',
      recordId: two,
      proofs: [{ provenByName: 'Kế toán Hoa' }],
    });
  });
});

describe('a line of a proven batch', () => {
  it('is assigned and undone by a person, as they saw it', async () => {
    await reported([paid('T1', 100_000)]);
    await credited(100_000);
    const { id: lineId, since } = await line('payment T1');
    const id = lineId as Id;
    const leaseId = market.leaseIds[1] ?? newId();
    const name = (seen: Date | null) =>
      decides((tx) =>
        world.get(LineCorrections).assign(tx, id, {
          leaseId,
          reason: 'chị Lan đưa màn hình ví',
          ...(seen ? { since: seen } : {}),
        }),
      );
    await name(since);
    expect(await line('payment T1')).toMatchObject({
      state: 'matched',
      reason: 'person',
      decidedByName: 'Kế toán Hoa',
      credited: { leaseId },
    });
    expect(await codeOf(name(since))).toBe('reconciliation.lineMoved');
    await decides((tx) => world.get(LineCorrections).undo(tx, id, 'nhầm sạp'));
    expect(await line('payment T1')).toMatchObject({ state: 'unmatched', reason: 'undone' });
    expect(await market.paidOf(1)).toEqual([0, 0]);
  });
});

describe('a proof that was wrong', () => {
  it('is taken back whole, and that pair is not put together by itself again', async () => {
    await reported([paid('T1', 100_000, { fee: 500, content: await market.billCode(0) })]);
    const recordId = await credited(99_500);
    const id = await batchId();
    await decides((tx) => world.get(Settling).untie(tx, id, 'lô khác'));
    expect(await market.paidOf(0)).toEqual([0, 0]);
    expect(await balances()).toEqual({ unmatched: -99_500 });
    expect(await line('payment T1')).toMatchObject({ state: 'waiting' });
    expect(await market.write((tx) => world.get(Settling).proveOpen(tx, market.boardId))).toBe(0);
    await decides((tx) => world.get(Settling).tie(tx, { batchId: id, recordId, reason: 'đúng' }));
    expect(await market.paidOf(0)).toEqual([0, 100_000]);
    expect((await batch()).proofs).toHaveLength(2);
  });

  it('ends when the bank takes the credit back', async () => {
    await reported([paid('T1', 100_000, { content: await market.billCode(0) })]);
    const originalId = await credited(100_000);
    const back = await market.arrives({
      amount: 100_000,
      direction: 'out',
      bookedAt: '2026-10-12T10:01:00+07:00',
    });
    await market.match();
    await decides((tx) => world.get(Reversals).tie(tx, back, originalId, 'ngân hàng thu hồi'));
    expect(await market.paidOf(0)).toEqual([0, 0]);
    expect(await batch()).toMatchObject({ state: 'waiting', recordId: null });
    expect(await balances()).toEqual({});
  });
});

describe('a refund by the wallet', () => {
  it('takes its payment back where the report names it, and is money that left where not', async () => {
    await reported([paid('T1', 100_000, { content: await market.billCode(0) })]);
    await credited(100_000);
    await reported([
      paid('T5', 300_000, { batch: 'B2', content: await market.billCode(1) }),
      paid('R1', 100_000, { batch: 'B2', refundOf: 'T1' }),
      paid('R2', 7_000, { batch: 'B2', refundOf: 'LOST' }),
    ]);
    await credited(193_000);
    expect(await batch('B2')).toMatchObject({ state: 'proven', refunds: 107_000 });
    expect(await line('payment T1')).toMatchObject({ state: 'refunded' });
    expect(await market.paidOf(0)).toEqual([0, 0]);
    expect(await balances()).toEqual({ 'outgoing/wallet-refund': 7_000 });
    const first = await batchId();
    expect(await codeOf(decides((tx) => world.get(Settling).untie(tx, first, 'x y z')))).toBe(
      'reconciliation.batchRefundedLater',
    );
    const second = await batchId('B2');
    await decides((tx) => world.get(Settling).untie(tx, second, 'nhầm lô'));
    expect(await line('payment T1')).toMatchObject({ state: 'unmatched', reason: 'undone' });
  });
});
