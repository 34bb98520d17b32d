import { Tickets } from '@cho40/billing';
import { vnd, type Id } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { aTicket, priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { Claims } from '../claims/claims.service';
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
    tx.sql<{ state: string; paidBy: string | null; paidAmount: number | null }>(
      'select state, paid_by as "paidBy", paid_amount as "paidAmount" from billing.v_ticket where ticket_id = $1',
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
  expect(await stateOf(id)).toEqual({ state: 'paid', paidBy: 'bank', paidAmount: 10_000 });
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
  expect(await stateOf(id)).toEqual({ state: 'paid', paidBy: 'bank', paidAmount: 10_000 });
});

it('a match that a person undoes lets the ticket wait again', async () => {
  const { id, code } = await waiting();
  const recordId = await market.arrives({ content: code, amount: 10_000 });
  await market.match();
  await market.write((tx) => world.get(Corrections).undo(tx, recordId, 'của phiếu khác'));
  expect(await stateOf(id)).toEqual({ state: 'waiting', paidBy: null, paidAmount: null });
});

describe('a transfer of another sum than its ticket’s', () => {
  const assign = (recordId: Id, ticketId: Id) =>
    market.write((tx) =>
      world.get(Corrections).name(tx, recordId, { ticketId, reason: 'gõ nhầm số tiền' }),
    );
  const arrives = async (content: string, amount: number) => {
    const bookedAt = '2026-11-23T06:50:00+07:00';
    const recordId = await market.arrives({ content, amount, bookedAt });
    await market.match();
    return recordId;
  };
  const owed = async () => {
    const [row] = await market.write((tx) =>
      tx.sql<{ sum: number }>(
        `select coalesce(sum(amount), 0)::bigint as sum from ledger.v_posting
          where account = 'receivable/ticket'`,
      ),
    );
    return row?.sum;
  };

  it.each([
    ['less', 9_000, 1_000],
    ['more', 15_000, -5_000],
  ])('of %s is its money by a person’s word; the rest stays owed', async (_, amount, left) => {
    const { id, code } = await waiting();
    const recordId = await arrives(code, amount);
    await assign(recordId, id);
    expect(await market.standing(recordId)).toMatchObject({ state: 'matched', reason: 'person' });
    expect(await stateOf(id)).toEqual({ state: 'paid', paidBy: 'bank', paidAmount: amount });
    expect(await owed()).toBe(left);
    await market.write((tx) => world.get(Corrections).undo(tx, recordId, 'phiếu khác'));
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', paidAmount: null });
    expect(await owed()).toBe(10_000);
  });

  it('is not that of a ticket which is paid already', async () => {
    const { id, code } = await waiting();
    await arrives(code, 10_000);
    expect(await codeOf(assign(await arrives('khong ma', 9_000), id))).toBe('billing.ticketPaid');
  });

  it('is a lease’s or a ticket’s, and a ticket has no bills', async () => {
    const { id, code } = await waiting();
    const recordId = await arrives(code, 9_000);
    const billId = await market.billOf(0, '2026-10');
    const said = (named: object) =>
      codeOf(
        market.write((tx) =>
          world.get(Corrections).name(tx, recordId, { reason: 'không rõ', ...named }),
        ),
      );
    const leaseId = market.leaseIds[0];
    expect([
      await said({}),
      await said({ leaseId, ticketId: id }),
      await said({ ticketId: id, billId }),
    ]).toEqual(Array(3).fill('reconciliation.leaseOrTicket'));
  });

  it('is found by the claim of its payer, by its code and by its sum', async () => {
    const { id, code } = await waiting();
    const [coded, silent] = [await arrives(code, 9_000), await arrives('khong ma', 8_000)];
    const claims = world.get(Claims);
    const claimed = (amount: number) =>
      market.write((tx) =>
        claims.make(tx, {
          ticketId: id,
          amount: vnd(amount),
          paidAt: world.clock.now(),
          toldBy: 'Anh Páo',
          channel: 'phone',
        }),
      );
    const claimId = await claimed(8_000);
    expect(await codeOf(claimed(10_000))).toBe('reconciliation.ticketClaimed');
    const one = () => market.write((tx) => claims.one(tx, claimId));
    const found = (await one()).candidates.map(({ record }) => record.id);
    expect(found.toSorted()).toEqual([coded, silent].toSorted());
    const reason = 'đúng mã phiếu';
    await market.write((tx) => claims.find(tx, claimId, { recordId: coded, reason }));
    expect(await one()).toMatchObject({
      state: 'found',
      channel: 'phone',
      candidates: [{ fit: 'yours', record: { id: coded, amount: 9_000 } }],
    });
    expect(await stateOf(id)).toMatchObject({ state: 'paid', paidAmount: 9_000 });
  });
});

it('a claim is of a ticket that waits, within reach', async () => {
  const { id, code } = await waiting();
  await market.arrives({ content: code, amount: 10_000 });
  await market.match();
  const made = (ticketId: Id) =>
    market.write((tx) =>
      world.get(Claims).make(tx, {
        ticketId,
        amount: vnd(10_000),
        paidAt: world.clock.now(),
        toldBy: 'Anh Páo',
        channel: 'desk',
      }),
    );
  expect(await codeOf(made(id))).toBe('reconciliation.ticketNotWaiting');
  expect(await codeOf(made(newId()))).toBe('reconciliation.ticketNotFound');
});
