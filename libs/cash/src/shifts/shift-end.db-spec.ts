import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { Claims, Corrections } from '@cho40/reconciliation';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { aTicket, priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { Receipts } from '../receipts/receipts.service';
import { TicketSales } from '../tickets/ticket-sales.service';
import { Shifts } from './shifts.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const accountant = { id: newId(), name: 'Nguyễn Thu Hà' };
let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
});
afterAll(() => world.close());
// Friday, 13 November 2026.
beforeEach(async () => {
  market = await matchingMarket(world);
  await market.write((tx) => priceTickets(tx, market));
  world.clock.moveTo('2026-11-13T07:00:00+07:00');
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const as = <T>(who: { id: Id; name: string }, work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId: who.id, displayName: who.name }, work);
const sell = async (way: 'bank' | 'cash' = 'bank') => {
  const ticket = aTicket(market.marketId, { on: '2026-11-13', way });
  const [sold] = await as(collector, (tx) => world.get(TicketSales).sell(tx, [ticket], collector));
  if (!sold) throw new Error('nothing was sold');
  return sold;
};
const closeShift = async () => {
  world.clock.moveTo('2026-11-13T11:00:00+07:00');
  const work = { boardId: market.boardId, marketId: market.marketId, collector };
  await as(collector, async (tx) => {
    const [shiftId = newId()] = await world.get(Shifts).openOf(tx, [work]);
    await world.get(Shifts).closeOwn(tx, shiftId, collector);
  });
};
const claimOf = async (ticketId: Id) => {
  const [claim] = await market.write((tx) =>
    tx.sql<{ id: Id; state: string; dueOn: string; toldBy: string; answer: string | null }>(
      `select id, state, "dueOn", "toldBy", answer from reconciliation.v_claim_line
        where "ticketId" = $1`,
      [ticketId],
    ),
  );
  return claim;
};
const arrives = async (content: string, amount = 10_000) => {
  const bookedAt = '2026-11-13T08:10:00+07:00';
  const recordId = await market.arrives({ content, amount, bookedAt });
  await market.match();
  return recordId;
};
const find = (claimId: Id, recordId: Id, who = accountant) =>
  as(who, (tx) => world.get(Claims).find(tx, claimId, { recordId, reason: 'đúng giờ' }));
const take = (lease: number) =>
  as(collector, (tx) =>
    world.get(Receipts).take(tx, [
      {
        id: newId(),
        leaseId: market.leaseIds[lease] ?? newId(),
        amount: vnd(50_000),
        takenAt: world.clock.now(),
        collector,
      },
    ]),
  );
const assign = async (who: typeof accountant, recordId: Id, lease = 0) => {
  const leaseId = market.leaseIds[lease] ?? newId();
  return as(who, (tx) =>
    world.get(Corrections).assign(tx, recordId, { leaseId, reason: 'đúng người' }),
  );
};

describe('a ticket whose money was not seen when the shift closed', () => {
  it('is claimed once, in its collector’s name, due in three working days', async () => {
    const [seen, unseen, paid] = [await sell(), await sell(), await sell('cash')];
    await arrives(seen.code);
    await closeShift();
    await closeShift();
    expect([await claimOf(seen.id), await claimOf(paid.id)]).toEqual([undefined, undefined]);
    expect(await claimOf(unseen.id)).toMatchObject({
      state: 'open',
      dueOn: '2026-11-18',
      toldBy: collector.name,
    });
  });

  it('is answered by itself when its code comes, and waits again when that is undone', async () => {
    const { id, code } = await sell();
    await closeShift();
    const recordId = await arrives(code);
    expect(await claimOf(id)).toMatchObject({ state: 'found' });
    await as(accountant, (tx) => world.get(Corrections).undo(tx, recordId, 'của phiếu khác'));
    expect(await claimOf(id)).toMatchObject({ state: 'open', answer: null });
  });

  it('is found by a clerk in money without its code', async () => {
    const { id } = await sell();
    await closeShift();
    const claim = (await claimOf(id))?.id ?? newId();
    const right = await arrives('khong ma');
    await arrives('khong ma', 9_000);
    const { candidates } = await as(accountant, (tx) => world.get(Claims).one(tx, claim));
    expect(candidates).toMatchObject([{ fit: 'free', record: { id: right } }]);
    expect(await codeOf(find(claim, right, collector))).toBe('reconciliation.matchedByCollector');
    await find(claim, right);
    expect(await market.standing(right)).toMatchObject({ state: 'matched', reason: 'person' });
  });

  it('needs no search once it is paid in cash, or taken back', async () => {
    const [paid, voided] = [await sell(), await sell()];
    await closeShift();
    await as(collector, (tx) => world.get(TicketSales).payInCash(tx, paid.id, collector));
    await as(accountant, (tx) => world.get(TicketSales).void(tx, voided.id, 'bán nhầm'));
    expect([await claimOf(paid.id), await claimOf(voided.id)]).toMatchObject([
      { state: 'refused', answer: 'Đã nộp bằng tiền mặt' },
      { state: 'refused', answer: 'Phiếu đã hủy: bán nhầm' },
    ]);
  });
});

describe('whoever takes the cash of a stall', () => {
  it('leaves it to another person to say that a transfer is that stall’s', async () => {
    await take(0);
    await closeShift();
    const recordId = await arrives('khong ma', 100_000);
    expect(await codeOf(assign(collector, recordId))).toBe('reconciliation.matchedByCollector');
    await assign(accountant, recordId);
    expect(await market.standing(recordId)).toMatchObject({ state: 'matched' });
  });

  it('cannot reach it as a part of another stall’s payment', async () => {
    await take(0);
    await closeShift();
    const recordId = await arrives('khong ma', 100_000);
    const billId = await market.billOf(0, '2026-10');
    const split = as(collector, (tx) =>
      world.get(Corrections).assign(tx, recordId, {
        leaseId: market.leaseIds[1] ?? newId(),
        parts: [{ billId, amount: vnd(50_000) }],
        reason: 'hai sạp',
      }),
    );
    expect(await codeOf(split)).toBe('reconciliation.matchedByCollector');
  });

  it('is anybody with a shift open at its market, and nobody a year after the last receipt', async () => {
    await take(0);
    const recordId = await arrives('khong ma', 100_000);
    expect(await codeOf(assign(collector, recordId, 1))).toBe('reconciliation.matchedByCollector');
    await closeShift();
    world.clock.moveTo('2027-11-12T08:00:00+07:00');
    expect(await codeOf(assign(collector, recordId))).toBe('reconciliation.matchedByCollector');
    world.clock.moveTo('2027-11-13T08:00:00+07:00');
    expect(await codeOf(assign(collector, recordId))).toBe('no refusal');
  });
});

it('verify finds a ticket’s claim answered with another ticket’s money', async () => {
  const [one, other] = [await sell(), await sell()];
  await closeShift();
  await arrives(one.code);
  const swap = (id: Id) =>
    world.corrupt(market.boardId, [
      `update reconciliation.claim set ticket_id = '${id}' where record_id is not null`,
    ]);
  await world.corrupt(market.boardId, [
    `delete from reconciliation.claim where ticket_id = '${other.id}'`,
  ]);
  await swap(other.id);
  expect(await brokenInvariants(world, market.boardId)).toEqual([
    'reconciliation.foundClaimsAreMatched',
  ]);
  await swap(one.id);
});
