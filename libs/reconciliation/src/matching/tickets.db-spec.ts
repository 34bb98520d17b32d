import { Tickets } from '@cho40/billing';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { aTicket, priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';
import { Corrections } from './corrections.service';

let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
  await market.write((tx) => priceTickets(tx, market));
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

/** A ticket of 10,000 đ for the world's day, its QR shown. */
const waiting = async () => {
  const on = '2026-11-23';
  world.clock.moveTo(`${on}T07:00:00+07:00`);
  const ticket = aTicket(market.marketId, { on, way: 'bank' });
  const [sold] = await market.write((tx) => world.get(Tickets).sell(tx, [ticket]));
  if (!sold) throw new Error('nothing was sold');
  return sold;
};
const stateOf = async (id: string) => {
  const [ticket] = await market.write((tx) =>
    tx.sql<{ state: string; paidBy: string | null }>(
      'select state, paid_by as "paidBy" from billing.v_ticket where ticket_id = $1',
      [id],
    ),
  );
  return ticket;
};

it('a ticket that waits for the bank is paid by its record, wherever the code stands', async () => {
  const { id, code } = await waiting();
  const content = `MBVCB.3278907687.038471.${code.toLowerCase()} PN 000001.CT tu 0123`;
  const recordId = await market.arrives({ content, amount: 10_000 });
  expect(await market.match()).toMatchObject({ matched: 1, unmatched: 0 });
  expect(await market.standing(recordId)).toMatchObject({ state: 'matched', reason: 'code' });
  expect(await stateOf(id)).toEqual({ state: 'paid', paidBy: 'bank' });
});

it('another sum, and the same ticket again, wait for a person', async () => {
  const { id, code } = await waiting();
  const short = await market.arrives({ content: code, amount: 9_000 });
  const first = await market.arrives({ content: code, amount: 10_000 });
  const second = await market.arrives({ content: code, amount: 10_000 });
  expect(await market.match()).toMatchObject({ matched: 1, unmatched: 2 });
  const reasons = await Promise.all([short, first, second].map((one) => market.standing(one)));
  expect(reasons.map((standing) => standing?.reason)).toEqual([
    'ticketAmountDiffers',
    'code',
    'ticketPaid',
  ]);
  expect(await stateOf(id)).toEqual({ state: 'paid', paidBy: 'bank' });
});

it('a match that a person undoes lets the ticket wait again', async () => {
  const { id, code } = await waiting();
  const recordId = await market.arrives({ content: code, amount: 10_000 });
  await market.match();
  await market.write((tx) => world.get(Corrections).undo(tx, recordId, 'của phiếu khác'));
  expect(await stateOf(id)).toEqual({ state: 'waiting', paidBy: null });
});
