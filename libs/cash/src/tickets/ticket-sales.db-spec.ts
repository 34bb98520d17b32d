import type { NewTicket } from '@cho40/billing';
import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { aTicket, priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { Ceilings } from '../ceiling/ceilings.service';
import { cashInHand } from '../hand-ins/hand-ins.queries';
import { HandIns } from '../hand-ins/hand-ins.service';
import { Shifts } from '../shifts/shifts.service';
import { TicketSales } from './ticket-sales.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
let world: TestWorld;
let market: BilledMarket;
let sales: TicketSales;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
  sales = world.get(TicketSales);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2027-03-14T06:30:00+07:00');
  market = await billedMarket(world, { months: ['2027-03'], stalls: 1 });
  await market.write((tx) => priceTickets(tx, market));
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const ticket = (change: Partial<Omit<NewTicket, 'on'>> = {}) =>
  aTicket(market.marketId, { on: '2027-03-14', ...change });
const sell = (...list: NewTicket[]) => market.write((tx) => sales.sell(tx, list, collector));
const payInCash = (id: Id, by = collector) => market.write((tx) => sales.payInCash(tx, id, by));
const voided = (id: Id) => market.write((tx) => sales.void(tx, id, 'ghi nhầm'));
const inHand = async () => {
  const [held] = await market.write((tx) => cashInHand(tx, null));
  return held?.inHand ?? 0;
};
const openShift = () =>
  market.write((tx) =>
    world
      .get(Shifts)
      .openOf(tx, [{ boardId: market.boardId, marketId: market.marketId, collector }]),
  );
const expected = async () => {
  const [shiftId = newId()] = await openShift();
  return market.write((tx) => world.get(Shifts).expected(tx, shiftId));
};

it('a ticket paid in cash lies in the collector’s hand and in the shift', async () => {
  const seat = ticket();
  await sell(seat, ticket({ goodsGroup: 'own-produce' }), ticket({ way: 'bank' }));
  expect(await inHand()).toBe(18_000);
  await sell(seat);
  expect(await expected()).toEqual({ taken: 18_000, inHand: 18_000 });
});

it('a ticket that waited for the bank is paid in cash once', async () => {
  const seat = ticket({ way: 'bank' });
  await sell(seat);
  expect(await inHand()).toBe(0);
  await payInCash(seat.id);
  await payInCash(seat.id);
  expect(await expected()).toEqual({ taken: 10_000, inHand: 10_000 });
  const other = { id: newId(), name: 'Giàng A Páo' };
  expect(await codeOf(payInCash(seat.id, other))).toBe('billing.ticketPaid');
});

it('a ticket of another board, or of a market out of reach, is not there', async () => {
  const seat = ticket({ way: 'bank' });
  await sell(seat);
  const elsewhere: Actor = { ...systemActor([market.boardId]), markets: [newId()] };
  const tried = world.db.write(elsewhere, (tx) => sales.payInCash(tx, seat.id, collector));
  expect(await codeOf(tried)).toBe('cash.ticketNotFound');
  expect(await codeOf(payInCash(newId()))).toBe('cash.ticketNotFound');
});

it('cash of a ticket that is taken back goes back to the seller', async () => {
  const [seat, load] = [ticket(), ticket({ unit: 'visit', carrier: 'truck' })];
  await sell(seat, load);
  await voided(load.id);
  await voided(load.id);
  expect(await expected()).toEqual({ taken: 10_000, inHand: 10_000 });
});

it('a ticket whose cash was handed in is not taken back', async () => {
  const seat = ticket();
  await sell(seat);
  await market.write((tx) =>
    world.get(HandIns).count(tx, {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(10_000),
      cashier,
    }),
  );
  expect(await codeOf(voided(seat.id))).toBe('cash.ticketCashHandedIn');
});

it('no ticket is sold for cash above what a collector may hold', async () => {
  const head = { ...systemActor([market.boardId]), userId: newId(), displayName: 'Trưởng ban' };
  await world.db.write(head, (tx) => world.get(Ceilings).set(tx, market.boardId, vnd(100_000)));
  const loads = [1, 2].map(() => ticket({ unit: 'visit', carrier: 'truck' }));
  await sell(...loads);
  expect(await codeOf(sell(ticket()))).toBe('cash.ceilingReached');
  // Nothing of it stands: the next number is the third.
  const [waiting] = await sell(ticket({ way: 'bank' }));
  expect(waiting?.number).toBe('PN-2027-000003');
});

it('money of a ticket that was moved to another shift or sum is found', async () => {
  await sell(ticket());
  await world.corrupt(market.boardId, [
    'alter table cash.ticket_taking disable trigger user',
    `update cash.ticket_taking set taken_on = taken_on - 1, taken_at = taken_at - interval '1 day'
      where board_id = '${market.boardId}'`,
  ]);
  expect(await brokenInvariants(world, market.boardId)).toEqual(['cash.ticketTakingsArePayments']);
  await world.corrupt(market.boardId, [
    `update cash.ticket_taking set taken_on = taken_on + 1, taken_at = taken_at + interval '1 day'
      where board_id = '${market.boardId}'`,
    'alter table cash.ticket_taking enable always trigger append_only',
  ]);
});
