import { businessDate, vnd, type Id } from '@cho40/kernel';
import { brokenConstraint, newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { priceTickets } from '../../../../test/support/ticket-market';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { cashInHand } from '../hand-ins/hand-ins.queries';
import { TicketSales } from '../tickets/ticket-sales.service';
import { holdersOf, movesOf } from './ticket-books.queries';
import { TicketBooks, type NewReturn, type NewTicketBook } from './ticket-books.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
let world: TestWorld;
let market: BilledMarket;
let books: TicketBooks;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
  books = world.get(TicketBooks);
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

const seats = (change: Partial<NewTicketBook> = {}): NewTicketBook => ({
  id: newId(),
  marketId: market.marketId,
  series: 'AB/27',
  firstSerial: 1,
  lastSerial: 50,
  feeType: 'space',
  unit: 'session',
  areaM2: null,
  isRoofed: null,
  goodsGroup: null,
  carrier: null,
  price: vnd(10_000),
  receivedOn: businessDate('2027-03-13'),
  ...change,
});
const receive = async (book = seats()) => {
  await market.write((tx) => books.receive(tx, book, market.boardId));
  return book.id;
};
const issue = (bookId: Id, first: number, last: number, to = collector) =>
  market.write((tx) => books.issue(tx, bookId, { first, last }, to));
const range = (first: number, last = first) => ({ first, last });
const bringBack = (bookId: Id, told: Partial<NewReturn>) =>
  market.write((tx) =>
    books.bringBack(tx, bookId, {
      collectorId: collector.id,
      on: businessDate('2027-03-14'),
      sold: [],
      spoiled: [],
      lost: [],
      unsold: [],
      reason: null,
      ...told,
    }),
  );
const counts = async (id: Id) => {
  const { items } = await market.write((tx) => books.list(tx, { id, limit: 1 }));
  const { inStock, issued, sold, spoiled, lost, soldVnd } = items[0] ?? {};
  return { inStock, issued, sold, spoiled, lost, soldVnd };
};
const inHand = async () => {
  const [held] = await market.write((tx) => cashInHand(tx, null));
  return held?.inHand ?? 0;
};

it('a market day with a book: sold times price is in the collector’s hand', async () => {
  const id = await receive();
  await issue(id, 1, 30);
  const returned = await bringBack(id, {
    sold: [range(1, 17), range(19, 22)],
    spoiled: [range(18)],
    lost: [range(23)],
    unsold: [range(26, 30)],
    reason: 'Mưa ướt',
  });
  expect(returned).toMatchObject({ soldCount: 21, expected: 210_000 });
  expect(await inHand()).toBe(210_000);
  expect(await counts(id)).toEqual({
    inStock: 25,
    issued: 2,
    sold: 21,
    spoiled: 1,
    lost: 1,
    soldVnd: 210_000,
  });
  const held = await market.write((tx) => holdersOf(tx, id));
  expect(held).toEqual([
    { collectorId: collector.id, collectorName: collector.name, first: 24, last: 25 },
    { collectorId: null, collectorName: null, first: 26, last: 50 },
  ]);
  const moves = await market.write((tx) => movesOf(tx, id));
  expect(moves.map(({ act, first, last }) => `${act} ${first}-${last}`).sort()).toEqual([
    'issued 1-30',
    'lost 23-23',
    'received 1-50',
    'sold 1-17',
    'sold 19-22',
    'spoiled 18-18',
    'unsold 26-30',
  ]);
});

it('a serial that was sold, spoiled or given to another is not brought back again', async () => {
  const id = await receive();
  await issue(id, 1, 10);
  await bringBack(id, { sold: [range(1, 5)], spoiled: [range(6)], reason: 'Rách' });
  expect(await codeOf(bringBack(id, { sold: [range(5, 7)] }))).toBe('cash.stubElsewhere');
  expect(await codeOf(bringBack(id, { unsold: [range(6)] }))).toBe('cash.stubElsewhere');
  await issue(id, 11, 20, { id: newId(), name: 'Giàng A Páo' });
  expect(await codeOf(bringBack(id, { sold: [range(11)] }))).toBe('cash.stubElsewhere');
  expect(await codeOf(issue(id, 20, 21))).toBe('cash.stubElsewhere');
  expect(await inHand()).toBe(50_000);
});

it('a serial of a series is received once, by the database too', async () => {
  const first = seats();
  await receive(first);
  await receive(first);
  expect(await codeOf(receive(seats({ firstSerial: 50, lastSerial: 60 })))).toBe(
    'cash.serialsTaken',
  );
  expect(await codeOf(receive({ ...first, lastSerial: 51 }))).toBe('cash.bookDiffers');
  await receive(seats({ series: 'AC/27' }));
  const twice = market.write((tx) =>
    tx.sql(
      `insert into cash.ticket_stub (board_id, series, serial, book_id, state)
            values ($1, 'AB/27', 7, $2, 'in-stock')`,
      [market.boardId, first.id],
    ),
  );
  expect(await twice.catch(brokenConstraint)).toBe('ticket_stub_pkey');
});

it('a spoiled stub is not sold, whoever writes it', async () => {
  const id = await receive();
  await issue(id, 1, 2);
  await bringBack(id, { spoiled: [range(1)], reason: 'Rách' });
  const sold = market.write((tx) =>
    tx.sql(`update cash.ticket_stub set state = 'issued' where book_id = $1 and serial = 1`, [id]),
  );
  expect(await sold.catch(brokenConstraint)).toBe('stub_keeps_its_course');
});

it('a book with another price printed on it than the tariff’s is not sold', async () => {
  const id = await receive(seats({ price: vnd(9_000) }));
  await issue(id, 1, 5);
  expect(await codeOf(bringBack(id, { sold: [range(1, 5)] }))).toBe('cash.bookPriceDiffers');
  expect(await counts(id)).toMatchObject({ issued: 5, sold: 0 });
});

it('stubs of a ticket that is taken back are the collector’s again', async () => {
  const id = await receive();
  await issue(id, 1, 5);
  const { ticketId } = await bringBack(id, { sold: [range(1, 3)] });
  await market.write((tx) => world.get(TicketSales).void(tx, ticketId ?? newId(), 'đếm nhầm'));
  expect(await inHand()).toBe(0);
  expect(await counts(id)).toMatchObject({ issued: 5, sold: 0 });
  await bringBack(id, { sold: [range(1, 2)] });
  expect(await inHand()).toBe(20_000);
});

it.each<[string, string, string]>([
  [
    'a stub removed from its book',
    'cash.booksHaveTheirStubs',
    `delete from cash.ticket_stub where serial = 40`,
  ],
  [
    'a sold stub said to be lost',
    'cash.stubsAreWhereTheyWentLast',
    `update cash.ticket_stub set state = 'lost', ticket_id = null where serial = 2`,
  ],
  [
    'a stub slipped under another’s ticket',
    'cash.soldStubsAreTheirTicket',
    `update cash.ticket_stub set state = 'sold', ticket_id = (select ticket_id
       from cash.ticket_stub where serial = 1) where serial = 5`,
  ],
])('%s is found', async (_what, invariant, statement) => {
  const series = `Z${market.code}`.replace(/[^0-9A-Z-]/g, '');
  const id = await receive(seats({ series }));
  await issue(id, 1, 5);
  await bringBack(id, { sold: [range(1, 3)] });
  const ofSeries = `${statement} and series = '${series}'`.replace(
    `where serial = 1) where`,
    `where serial = 1 and series = '${series}') where`,
  );
  const guard = (how: string) => `alter table cash.ticket_stub ${how} trigger course`;
  const taken = `create table cash.kept_stub as select * from cash.ticket_stub`;
  await world.corrupt(market.boardId, [taken, guard('disable'), ofSeries]);
  expect(await brokenInvariants(world, market.boardId)).toContain(invariant);
  await world.corrupt(market.boardId, [
    `delete from cash.ticket_stub where board_id = '${market.boardId}'`,
    `insert into cash.ticket_stub select * from cash.kept_stub`,
    `drop table cash.kept_stub`,
    guard('enable always'),
  ]);
});
