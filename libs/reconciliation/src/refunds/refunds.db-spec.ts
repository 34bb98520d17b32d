import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { Credits, Deposits, ExtraBills } from '@cho40/billing';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Corrections } from '../matching/corrections.service';
import { ReconciliationModule } from '../reconciliation.module';
import { refundSteps } from './refund-steps.queries';
import { refundPage } from './refunds.queries';
import { Refunds } from './refunds.service';

let world: TestWorld;
let market: MatchingMarket;
let refunds: Refunds;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  refunds = world.get(Refunds);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});

const person = (displayName: string) => {
  const userId = newId();
  return () => ({ ...systemActor([market.boardId]), userId, displayName });
};
const [accountant, head] = [person('Kế toán Hoa'), person('Trưởng ban Sính')];
const words = { payee: 'Sùng Thị Máy', reason: 'nộp thừa hai lần' };
const leaseId = (place = 0) => market.leaseIds[place] ?? newId();
const credit = (place = 0) =>
  market.write((tx) => world.get(Credits).of(tx, market.boardId, leaseId(place)));
const propose = (amount: number) =>
  world.db.write(accountant(), (tx) => refunds.proposeCredit(tx, leaseId(), vnd(amount), words));
const approve = (id: Id, who = head) => world.db.write(who(), (tx) => refunds.approve(tx, id));
const withdraw = (id: Id) =>
  world.db.write(accountant(), (tx) => refunds.withdraw(tx, id, 'người nộp đổi ý'));
const pay = (recordId: Id, id: Id) =>
  world.db.write(accountant(), (tx) => refunds.pay(tx, recordId, id, 'theo ủy nhiệm chi'));
const goesOut = async (amount: number) => {
  const recordId = await market.arrives({ direction: 'out', amount });
  await market.match();
  return recordId;
};
/** 300,000 đ for two bills of 100,000: 100,000 of credit. */
async function overpaid(): Promise<Id> {
  const recordId = await market.arrives({ content: await market.billCode(0), amount: 300_000 });
  await market.match();
  return recordId;
}
const owed = async () => {
  const [row] = await market.write((tx) =>
    tx.sql<{ sum: number }>(
      `select coalesce(-sum(amount), 0)::bigint as sum from ledger.v_posting
        where account = 'outgoing/refund'`,
    ),
  );
  return row?.sum;
};
const broken = () => brokenInvariants(world, market.boardId);

describe('a lease’s credit', () => {
  beforeEach(async () => {
    await overpaid();
  });

  it('is owed to its payer once another person approved, and paid when the bank shows it', async () => {
    const id = await propose(80_000);
    expect([await credit(), await owed()]).toEqual([100_000, 0]);
    await approve(id);
    expect([await credit(), await owed()]).toEqual([20_000, 80_000]);
    expect(await broken()).toEqual([]);
    const recordId = await goesOut(80_000);
    await pay(recordId, id);
    expect([await credit(), await owed()]).toEqual([20_000, 0]);
    expect(await market.standing(recordId)).toMatchObject({ state: 'classified' });
    expect(await broken()).toEqual([]);
  });

  it('that is to be given back settles no later bill; the rest does', async () => {
    await approve(await propose(80_000));
    world.clock.moveTo('2026-11-01T08:00:00+07:00');
    await market.issue('2026-11');
    expect(await market.paidOf(0)).toEqual([100_000, 100_000, 20_000]);
    expect(await broken()).toEqual([]);
  });

  it('is credit again, and pays what was billed meanwhile, once the refund is withdrawn', async () => {
    const id = await propose(80_000);
    await approve(id);
    world.clock.moveTo('2026-11-01T08:00:00+07:00');
    await market.issue('2026-11');
    await withdraw(id);
    expect(await market.paidOf(0)).toEqual([100_000, 100_000, 100_000]);
    expect([await credit(), await owed()]).toEqual([0, 0]);
    expect(await broken()).toEqual([]);
  });

  it('is refused beyond what it is, by its proposer, and twice', async () => {
    expect(await codeOf(propose(100_001))).toBe('billing.creditTooSmall');
    const [id, other] = [await propose(80_000), await propose(80_000)];
    expect(await codeOf(approve(id, accountant))).toBe('reconciliation.approverIsMaker');
    await approve(id);
    expect(await codeOf(approve(id))).toBe('reconciliation.refundDecided');
    expect(await codeOf(approve(other))).toBe('billing.creditTooSmall');
    await world.db.write(head(), (tx) => refunds.refuse(tx, other, 'đã hoàn trả rồi'));
    expect(await broken()).toEqual([]);
  });

  it('keeps its payment from being undone while it is given back', async () => {
    const recordId = await overpaid();
    await approve(await propose(150_000));
    const undone = world.db.write(accountant(), (tx) =>
      world.get(Corrections).undo(tx, recordId, 'nhầm sạp'),
    );
    expect(await codeOf(undone)).toBe('billing.paymentRefunded');
  });

  it('is not paid out by a record of another sum, and waits again when the tie was a mistake', async () => {
    const id = await propose(80_000);
    await approve(id);
    expect(await codeOf(pay(await goesOut(70_000), id))).toBe('reconciliation.refundDiffers');
    const recordId = await goesOut(80_000);
    await pay(recordId, id);
    expect(await codeOf(withdraw(id))).toBe('reconciliation.refundDecided');
    await world.db.write(accountant(), (tx) => refunds.unpay(tx, id, 'nhầm giao dịch'));
    expect(await market.standing(recordId)).toMatchObject({ state: 'outgoing' });
    expect([await owed(), await broken()]).toEqual([80_000, []]);
    const steps = await market.write((tx) => refundSteps(tx, id));
    expect(steps.map(({ step, byName, reason }) => [step, byName, reason])).toEqual([
      ['proposed', 'Kế toán Hoa', words.reason],
      ['approved', 'Trưởng ban Sính', null],
      ['paid', 'Kế toán Hoa', 'theo ủy nhiệm chi'],
      ['unpaid', 'Kế toán Hoa', 'nhầm giao dịch'],
    ]);
    const listed = (filter: object) =>
      market.write((tx) => refundPage(tx, { limit: 10, ...filter })).then(({ total }) => total);
    expect(await listed({ leaseId: leaseId() })).toBe(1);
    expect(await listed({ recordId })).toBe(0);
  });
});

it('money of nobody is given back whole, and is nobody’s to assign from then on', async () => {
  const recordId = await market.arrives({ content: 'chuyen nham', amount: 70_000 });
  await market.match();
  const proposed = () =>
    world.db.write(accountant(), (tx) => refunds.proposeRecord(tx, recordId, words));
  const id = await proposed();
  expect(await codeOf(proposed())).toBe('reconciliation.refundOpen');
  await approve(id);
  expect(await market.standing(recordId)).toMatchObject({ state: 'classified' });
  expect(await owed()).toBe(70_000);
  await pay(await goesOut(70_000), id);
  expect([await owed(), await broken()]).toEqual([0, []]);
});

it('what was given back of a deposit is paid out by a refund too', async () => {
  const [useId] = await depositGivenBack();
  expect([await owed(), await broken()]).toEqual([50_000, []]);
  const id = await world.db.write(accountant(), (tx) => refunds.proposeDeposit(tx, useId, words));
  await approve(id);
  await pay(await goesOut(50_000), id);
  expect([await owed(), await broken()]).toEqual([0, []]);
});

async function depositGivenBack(): Promise<[Id]> {
  const lease = leaseId();
  await overpaid();
  await market.write((tx) =>
    world.get(ExtraBills).demandDeposit(tx, lease, { amount: vnd(100_000), reason: 'ký quỹ' }),
  );
  const give = { kind: 'give-back', amount: vnd(50_000), reason: 'trả sạp' } as const;
  return [await market.write((tx) => world.get(Deposits).use(tx, lease, give))];
}

describe('verify finds', () => {
  const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);
  let id: Id;
  beforeEach(async () => {
    await overpaid();
    id = await propose(80_000);
    await approve(id);
  });

  it('a refund that one person made alone', async () => {
    await corrupt(
      'alter table reconciliation.refund drop constraint refund_needs_two_people',
      'update reconciliation.refund set decided_by = proposed_by',
    );
    expect(await broken()).toEqual(['reconciliation.refundsNeedTwoPeople']);
  });

  it('a sum taken of a payment that no refund stands for', async () => {
    await corrupt(`update reconciliation.refund set state = 'refused'`);
    expect(await broken()).toEqual([
      'reconciliation.refundsAreTakenFromCredit',
      'reconciliation.ledgerOwesTheRefunds',
    ]);
  });

  it('a counter of what was given back that is not the sum', async () => {
    await corrupt('update billing.payment set refunded = refunded - 1 where refunded > 0');
    expect(await broken()).toEqual(
      expect.arrayContaining(['billing.countersEqualSums', 'billing.receivableIsBilledLessPaid']),
    );
  });

  it('a refund that the books do not know', async () => {
    await corrupt(
      'alter table ledger.transfer disable trigger append_only',
      `delete from ledger.transfer where key = 'refund:${id}'`,
      'alter table ledger.transfer enable always trigger append_only',
    );
    expect(await broken()).toEqual(
      expect.arrayContaining(['billing.refundsArePosted', 'reconciliation.ledgerOwesTheRefunds']),
    );
  });

  it('an outgoing record that claims to be a refund nobody approved', async () => {
    await pay(await goesOut(80_000), id);
    await corrupt(
      `update reconciliation.refund set state = 'approved', paid_record_id = null, paid_on = null`,
    );
    expect(await broken()).toEqual([
      'reconciliation.refundsAreTheirRecords',
      'reconciliation.ledgerOwesTheRefunds',
    ]);
  });
});
