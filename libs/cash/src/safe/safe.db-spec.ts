import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { Refunds } from '@cho40/reconciliation';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { custodyAt } from '../custody/custody.queries';
import { Deposits } from '../deposits/deposits.service';
import { collectorDifferences } from '../differences/differences.queries';
import { Differences, type NewDifferenceAct } from '../differences/differences.service';
import { HandIns } from '../hand-ins/hand-ins.service';
import { Receipts } from '../receipts/receipts.service';
import { cashRefundPage } from '../refunds/cash-refunds.queries';
import { CashRefunds } from '../refunds/cash-refunds.service';
import { SafeCounts, type NewSafeCount } from './safe-counts.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
const accountant = { id: newId(), name: 'Nguyễn Thu Hà' };
const head = { id: newId(), name: 'Giàng A Páo' };
let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
});
afterAll(() => world.close());
// 500,000 đ of one lease that owes 100,000: the safe holds it, 400,000 are the lease's credit.
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T08:00:00+07:00');
  market = await billedMarket(world);
  await as(collector, (tx) =>
    world.get(Receipts).take(tx, [
      {
        id: newId(),
        leaseId: leaseId(),
        amount: vnd(500_000),
        takenAt: world.clock.now(),
        collector,
      },
    ]),
  );
  await as(cashier, (tx) =>
    world.get(HandIns).count(tx, {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(500_000),
      cashier,
    }),
  );
});

const leaseId = () => market.leaseIds[0] ?? newId();
const as = <T>(who: { id: Id; name: string }, work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId: who.id, displayName: who.name }, work);
const broken = () => brokenInvariants(world, market.boardId);
const custody = async (at = world.clock.now()) => {
  const { people, ...sums } = await market.write((tx) => custodyAt(tx, market.boardId, at));
  return { ...sums, names: people.map(({ collectorName }) => collectorName).sort() };
};
const count = (hundreds: number, change: Partial<NewSafeCount> = {}) =>
  as(cashier, (tx) =>
    world.get(SafeCounts).count(tx, {
      id: newId(),
      boardId: market.boardId,
      notes: [{ note: 100_000, count: hundreds }],
      witnessName: head.name,
      remark: '',
      cashier,
      ...change,
    }),
  );
const missing = { confirmedDifference: -100_000, remark: 'thiếu một tờ, đang tìm' };

describe('the safe, counted', () => {
  it('as the books say moves nothing', async () => {
    expect(await count(5)).toBe('counted');
    expect(await custody()).toMatchObject({ safe: 500_000, short: 0, over: 0 });
    expect(await broken()).toEqual([]);
  });

  it('holds what was counted; what is missing stands under the cashier’s name', async () => {
    const before = world.clock.now();
    world.clock.moveTo('2026-10-12T17:00:00+07:00');
    expect(await codeOf(count(4))).toBe('cash.safeDiffers');
    expect(await codeOf(count(4, { ...missing, confirmedDifference: -99_000 }))).toBe(
      'cash.safeDiffers',
    );
    expect(await codeOf(count(4, { ...missing, remark: '' }))).toBe('cash.remarkMissing');
    const id = newId();
    expect(await count(4, { ...missing, id })).toBe('counted');
    expect(await count(4, { ...missing, id })).toBe('already');
    expect(await codeOf(count(5, { id }))).toBe('cash.safeCountDiffers');
    expect(await custody()).toMatchObject({
      safe: 400_000,
      short: 100_000,
      names: [cashier.name, collector.name].sort(),
    });
    expect(await custody(before)).toMatchObject({ safe: 500_000, short: 0 });
    expect(await count(4)).toBe('counted');
    expect(await broken()).toEqual([]);
  });

  it('never by the cashier alone', async () => {
    expect(await codeOf(count(5, { witnessName: ` ${cashier.name}` }))).toBe(
      'cash.witnessIsCashier',
    );
  });

  it('of two counts at once takes a shortage once', async () => {
    const codes = await Promise.all([codeOf(count(4, missing)), codeOf(count(4, missing))]);
    expect(codes.sort()).toEqual(['cash.safeDiffers', 'no refusal']);
    expect(await custody()).toMatchObject({ safe: 400_000, short: 100_000 });
  });

  it('without what is on its way to the bank', async () => {
    await as(cashier, (tx) =>
      world.get(Deposits).prepare(tx, {
        id: newId(),
        boardId: market.boardId,
        accountId: market.accountId,
        notes: [{ note: 100_000, count: 3 }],
        carrierName: head.name,
        cashier,
      }),
    );
    expect(await codeOf(count(5))).toBe('cash.safeDiffers');
    expect(await count(1, missing)).toBe('counted');
    expect(await custody()).toMatchObject({ safe: 100_000, onTheWay: 300_000, short: 100_000 });
    expect(await broken()).toEqual([]);
  });
});

describe('a shortage of the safe', () => {
  const settle = (kind: NewDifferenceAct['kind'], change: Partial<NewDifferenceAct>) => {
    const of = { boardId: market.boardId, collectorId: cashier.id, amount: vnd(100_000) };
    const act = { id: newId(), ...of, kind, reason: 'theo biên bản', by: head, ...change };
    return as(act.by, (tx) => world.get(Differences).act(tx, act));
  };
  beforeEach(() => count(4, missing));

  it('is paid back before the head, never on the cashier’s own word', async () => {
    expect(await market.write((tx) => collectorDifferences(tx))).toMatchObject([
      { collectorName: cashier.name, shortage: 100_000, keepsSafe: true },
    ]);
    expect(await codeOf(settle('paid-back', { by: cashier }))).toBe('cash.countedByCollector');
    await settle('paid-back', { as: 'head' });
    expect(await custody()).toMatchObject({ safe: 500_000, short: 0 });
    expect(await broken()).toEqual([]);
  });

  it('gives the head no way to move the safe for a collector’s difference', async () => {
    const counted = { id: newId(), boardId: market.boardId, collectorId: collector.id, cashier };
    await as(cashier, (tx) =>
      world.get(HandIns).count(tx, {
        ...counted,
        amount: vnd(10_000),
        expected: vnd(0),
        confirmedDifference: 10_000,
      }),
    );
    const change = { as: 'head', collectorId: collector.id, amount: vnd(10_000) } as const;
    expect(await codeOf(settle('given-back', change))).toBe('cash.settledByCashier');
    await settle('kept', change);
  });
});

describe('a refund in cash', () => {
  const words = { payee: 'Sùng Thị Máy', reason: 'nộp thừa', payout: 'cash' } as const;
  const propose = (amount: number, payout: 'bank' | 'cash' = 'cash') =>
    as(accountant, (tx) =>
      world.get(Refunds).proposeCredit(tx, leaseId(), vnd(amount), { ...words, payout }),
    );
  const approve = (id: Id) => as(head, (tx) => world.get(Refunds).approve(tx, id));
  const pay = (refundId: Id, change: { id?: Id; by?: typeof cashier } = {}) => {
    const { id = newId(), by = cashier } = change;
    return as(by, (tx) => world.get(CashRefunds).pay(tx, { id, refundId, cashier: by }));
  };
  const takeBack = (refundId: Id) =>
    as(cashier, (tx) =>
      world.get(CashRefunds).takeBack(tx, refundId, {
        reason: 'người nhận không đến',
        byName: cashier.name,
      }),
    );
  const approved = async (amount: number, payout: 'bank' | 'cash' = 'cash') => {
    const id = await propose(amount, payout);
    await approve(id);
    return id;
  };
  const slips = () =>
    market.write((tx) =>
      tx.sql(
        `select number, amount, purpose, person_name as name from cash.v_safe_slip
          where purpose like 'refund%' order by at, number`,
      ),
    );

  it('leaves the safe by a slip once another person approved it', async () => {
    const refundId = await propose(300_000);
    expect(await codeOf(pay(refundId))).toBe('cash.refundNotFound');
    await approve(refundId);
    expect(await codeOf(pay(refundId, { by: head }))).toBe('cash.paidByApprover');
    const id = newId();
    expect([await pay(refundId, { id }), await pay(refundId, { id })]).toEqual(['paid', 'already']);
    expect(await custody()).toMatchObject({ taken: 500_000, safe: 200_000, refunded: 300_000 });
    expect(await slips()).toEqual([
      { number: 'QC-2026-00001', amount: 300_000, purpose: 'refund', name: words.payee },
    ]);
    const { items } = await market.write((tx) =>
      cashRefundPage(tx, { boardId: market.boardId, limit: 50 }),
    );
    expect(items).toMatchObject([{ refundId, state: 'paid', slipNumber: 'QC-2026-00001' }]);
    expect(await broken()).toEqual([]);
  });

  it('is never paid twice, of two cashiers at once', async () => {
    const refundId = await approved(300_000);
    const other = { id: newId(), name: 'Thào Thị Dở' };
    const codes = await Promise.all([codeOf(pay(refundId)), codeOf(pay(refundId, { by: other }))]);
    expect(codes.sort()).toEqual(['cash.refundPaid', 'no refusal']);
    expect(await custody()).toMatchObject({ safe: 200_000, refunded: 300_000 });
  });

  it('is never more than the credit, nor than the safe holds', async () => {
    expect(await codeOf(propose(400_001))).toBe('billing.creditTooSmall');
    const [one, other] = [await propose(300_000), await propose(300_000)];
    const codes = await Promise.all([codeOf(approve(one)), codeOf(approve(other))]);
    expect(codes.sort()).toEqual(['billing.creditTooSmall', 'no refusal']);
    await count(2, { confirmedDifference: -300_000, remark: 'mất trộm, đã báo công an' });
    const paid = await Promise.all([one, other].map((id) => codeOf(pay(id))));
    expect(paid.sort()).toEqual(['cash.notEnoughInSafe', 'cash.refundNotFound']);
  });

  it('that leaves by the bank never leaves the safe', async () => {
    expect(await codeOf(pay(await approved(300_000, 'bank')))).toBe('cash.refundNotFound');
  });

  it('comes back into the safe, is owed again, and can be withdrawn', async () => {
    const refundId = await approved(300_000);
    expect(await codeOf(takeBack(refundId))).toBe('cash.refundNotPaid');
    await pay(refundId);
    const withdraw = () =>
      as(accountant, (tx) => world.get(Refunds).withdraw(tx, refundId, 'người nộp đổi ý'));
    expect(await codeOf(withdraw())).toBe('reconciliation.refundDecided');
    await takeBack(refundId);
    expect(await custody()).toMatchObject({ safe: 500_000, refunded: 0 });
    await pay(refundId);
    await takeBack(refundId);
    await withdraw();
    expect((await slips()).length).toBe(4);
    expect(await broken()).toEqual([]);
  });

  it('that came back on paper and not in the ledger is found by verify', async () => {
    const refundId = await approved(300_000);
    await pay(refundId);
    await world.corrupt(market.boardId, [
      `update cash.refund_payout set taken_back_at = now(), taken_back_by_name = 'Ai',
         taken_back_reason = 'chưa trả' where refund_id = '${refundId}'`,
    ]);
    expect(await broken()).toEqual([
      'cash.takenIsInCustody',
      'cash.safeHoldsWhatCameAndStayed',
      'cash.refundsInCashLeftTheSafe',
    ]);
  });

  it('paid on a book nobody keeps is found by verify', async () => {
    const refundId = await approved(300_000);
    await world.corrupt(market.boardId, [
      `update reconciliation.refund set state = 'paid', paid_on = '2026-10-12'
        where id = '${refundId}'`,
    ]);
    expect(await broken()).toEqual([
      'reconciliation.ledgerOwesTheRefunds',
      'cash.refundsInCashLeftTheSafe',
    ]);
  });
});

it('verify finds a count of the safe that moved nothing', async () => {
  await count(4, missing);
  await world.corrupt(market.boardId, [
    'alter table cash.safe_count disable trigger append_only',
    'update cash.safe_count set difference = 0',
    'alter table cash.safe_count enable always trigger append_only',
  ]);
  expect(await broken()).toEqual(['cash.safeHoldsWhatCameAndStayed', 'cash.differencesArePosted']);
});
