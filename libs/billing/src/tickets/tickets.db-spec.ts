import { account } from '@cho40/ledger';
import { businessDate, vnd, type Id } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { bankRecord } from '../../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { aTicket, priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { Payments } from '../payments/payments.service';
import { TicketCourse } from './ticket-course.service';
import { Tickets, type NewTicket } from './tickets.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2027-03-10T08:00:00+07:00');
  market = await billedMarket(world, { months: ['2027-03'], stalls: 1 });
  await market.write((tx) => priceTickets(tx, market));
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const ticket = (change: Partial<Omit<NewTicket, 'on'>> & { on?: string } = {}) =>
  aTicket(market.marketId, { on: '2027-03-10', ...change });
const sell = (...list: NewTicket[]) => market.write((tx) => world.get(Tickets).sell(tx, list));
const sold = async (change: Parameters<typeof ticket>[0] = {}) => {
  const [one] = await sell(ticket(change));
  if (!one) throw new Error('nothing was sold');
  return one;
};
const voided = (...ids: Id[]) =>
  market.write((tx) => world.get(TicketCourse).void(tx, ids, 'ghi nhầm'));
const earn = () => market.write((tx) => world.get(TicketCourse).earn(tx, market.boardId));

/** What stands on the accounts that tickets touch. */
const books = async () => {
  const rows = await market.write((tx) =>
    tx.sql<{ account: string; amount: number }>(
      `select account, sum(amount)::bigint as amount from ledger.v_posting
        where account ~ 'ticket|tax|pass-through' group by account having sum(amount) <> 0`,
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.account, row.amount]));
};

/** Money on the bank that names a ticket. */
const paid = async ({ id, marketId }: { id: Id; marketId: Id }, amount: number) => {
  const recordId = await market.write((tx) => bankRecord(tx, market, amount));
  return market.write((tx) =>
    world.get(Payments).record(tx, [
      {
        id: newId(),
        boardId: market.boardId,
        marketId,
        leaseId: null,
        ticketId: id,
        source: 'bank',
        recordId,
        amount: vnd(amount),
        paidAt: new Date('2026-10-12T03:00:00Z'),
        bookedOn: businessDate('2026-10-12'),
        debit: account.unmatched(),
        reason: 'code',
        evidence: {},
      },
    ]),
  );
};

describe('a ticket', () => {
  it('is numbered, has a code of its own and the price of its day, and is revenue at once', async () => {
    const [seat, produce] = await sell(ticket(), ticket({ goodsGroup: 'own-produce' }));
    expect(seat).toMatchObject({ number: 'PN-2027-000001', amount: 10_000, outcome: 'sold' });
    expect(seat?.code).toMatch(/^[A-Z]{2,5}3\d{9}$/);
    expect(produce).toMatchObject({ number: 'PN-2027-000002', amount: 8_000 });
    expect(await books()).toEqual({ 'receivable/ticket': 18_000, 'revenue/ticket': -18_000 });
  });

  it('of an area has its VAT apart; what is passed on is no revenue', async () => {
    await sold({ unit: 'm2-day', areaM2: 6, isRoofed: true });
    await sold({ feeType: 'sanitation' });
    expect(await books()).toEqual({
      'receivable/ticket': 14_000,
      'revenue/ticket': -11_111,
      tax: -889,
      'pass-through/sanitation': -2_000,
    });
  });

  it('told again is the same ticket, with other content it is refused', async () => {
    const wanted = ticket();
    const [first] = await sell(wanted, wanted);
    expect(await sell(wanted)).toEqual([{ ...first, outcome: 'already' }]);
    await expect(sell({ ...wanted, way: 'bank' })).rejects.toMatchObject({
      code: 'billing.ticketDiffers',
    });
    expect(await sold()).toMatchObject({ number: 'PN-2027-000002' });
  });

  it('sold by two at once takes two numbers', async () => {
    const made = await Promise.all([sold(), sold(), sold()]);
    expect(made.map(({ number }) => number.slice(-6)).sort()).toEqual([
      '000001',
      '000002',
      '000003',
    ]);
  });

  it('is not sold where no price stands on its day', async () => {
    await expect(sell(ticket({ unit: 'visit', carrier: 'cart' }))).rejects.toMatchObject({
      code: 'billing.noTicketPrice',
      facts: { feeType: 'space', unit: 'visit', on: '2027-03-10' },
    });
  });

  it('for a day on which the market does not meet needs a reason', async () => {
    await market.write((tx) =>
      tx.sql(
        `insert into markets.market_day_rule (board_id, market_id, valid_from, weekdays)
         values ($1, $2, '2025-05-01', '{7}')`,
        [market.boardId, market.marketId],
      ),
    );
    await expect(sell(ticket())).rejects.toMatchObject({ code: 'billing.ticketOffMarketDay' });
    await sell(ticket({ offDayReason: 'Chợ họp thêm trước Tết' }), ticket({ on: '2027-03-14' }));
  });
});

describe('a ticket sold ahead', () => {
  it('is held until its day, and earned on it once', async () => {
    const { id } = await sold({ on: '2027-03-20', unit: 'm2-day', areaM2: 6, isRoofed: true });
    expect(await books()).toEqual({ 'receivable/ticket': 12_000, 'prepaid/ticket': -12_000 });
    expect(await earn()).toBe(0);
    // The PC was off for a week: the ticket still counts for its own day.
    world.clock.moveTo('2027-03-27T08:00:00+07:00');
    expect([await earn(), await earn()]).toEqual([1, 0]);
    expect(await books()).toEqual({
      'receivable/ticket': 12_000,
      'revenue/ticket': -11_111,
      tax: -889,
    });
    const days = await market.write((tx) =>
      tx.sql<{ on: string }>(
        `select distinct on_date as "on" from ledger.v_transfer where key like $1`,
        [`ticket:${id}:day%`],
      ),
    );
    expect(days).toEqual([{ on: '2027-03-20' }]);
  });

  it('keeps its price when another one comes before its day', async () => {
    const ahead = await sold({ on: '2027-03-20' });
    await market.write((tx) =>
      tx.sql(`update tariffs.tariff set valid_to = '2027-03-15' where unit = 'session'`),
    );
    world.clock.moveTo('2027-03-20T08:00:00+07:00');
    await earn();
    expect(ahead.amount).toBe(10_000);
    await expect(sell(ticket({ on: '2027-03-20' }))).rejects.toMatchObject({
      code: 'billing.noTicketPrice',
    });
  });
});

describe('a ticket taken back', () => {
  it('leaves nothing in the books, before its day or after it', async () => {
    const [now, ahead, come] = [
      await sold(),
      await sold({ on: '2027-03-20' }),
      await sold({ on: '2027-03-11' }),
    ];
    world.clock.moveTo('2027-03-12T08:00:00+07:00');
    await earn();
    await voided(now.id, ahead.id, come.id);
    await voided(now.id);
    world.clock.moveTo('2027-03-22T08:00:00+07:00');
    expect(await earn()).toBe(0);
    expect(await books()).toEqual({});
    expect(await sold()).toMatchObject({ number: 'PN-2027-000004' });
  });

  it('is not, while its bank record stands for it', async () => {
    const seat = await sold({ way: 'bank' });
    await paid(seat, 10_000);
    await expect(voided(seat.id)).rejects.toMatchObject({ code: 'billing.ticketPaidByBank' });
  });
});

describe('the payment of a ticket', () => {
  it('is of exactly its sum, and one', async () => {
    const seat = await sold({ way: 'bank' });
    await expect(paid(seat, 9_000)).rejects.toMatchObject({ code: 'billing.ticketAmountDiffers' });
    await paid(seat, 10_000);
    await expect(paid(seat, 10_000)).rejects.toMatchObject({ code: 'billing.ticketPaid' });
    expect(await books()).toEqual({ 'revenue/ticket': -10_000 });
  });

  it('is refused once the ticket was taken back', async () => {
    const seat = await sold({ way: 'bank' });
    await voided(seat.id);
    await expect(paid(seat, 10_000)).rejects.toMatchObject({ code: 'billing.ticketVoid' });
  });

  it('undone leaves the ticket to be paid anew', async () => {
    const seat = await sold({ way: 'bank' });
    const [payment] = await paid(seat, 10_000);
    await market.write((tx) =>
      world.get(Payments).undo(tx, [payment?.paymentId ?? newId()], 'của người khác'),
    );
    expect(await books()).toEqual({ 'receivable/ticket': 10_000, 'revenue/ticket': -10_000 });
    await paid(seat, 10_000);
  });
});
