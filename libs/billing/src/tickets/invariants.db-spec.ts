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
import { Tickets } from './tickets.service';

let world: TestWorld;
let market: BilledMarket;
/** Paid for its day, and sold for a later day. */
let paidId: Id;
let aheadId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2027-03-10T08:00:00+07:00');
  market = await billedMarket(world, { months: ['2027-03'], stalls: 1 });
  const { boardId, marketId, write } = market;
  await write((tx) => priceTickets(tx, market));
  [paidId, aheadId] = [newId(), newId()];
  const tickets = [
    aTicket(marketId, { id: paidId, on: '2027-03-10', way: 'bank' }),
    aTicket(marketId, { id: aheadId, on: '2027-03-20', way: 'bank' }),
  ];
  await write(async (tx) => {
    await world.get(Tickets).sell(tx, tickets);
    await world.get(Payments).record(tx, [
      {
        id: newId(),
        boardId,
        marketId,
        leaseId: null,
        ticketId: paidId,
        source: 'bank',
        recordId: await bankRecord(tx, market, 10_000),
        amount: vnd(10_000),
        paidAt: new Date('2026-10-12T03:00:00Z'),
        bookedOn: businessDate('2026-10-12'),
        debit: account.unmatched(),
        reason: 'code',
        evidence: {},
      },
    ]);
  });
  expect(await brokenInvariants(world, boardId)).toEqual([]);
});

/** Which invariants find a forgery, by hand of the owner. */
async function foundBy(...statements: string[]): Promise<string[]> {
  await world.corrupt(market.boardId, statements);
  return brokenInvariants(world, market.boardId);
}

// Each corruption with every invariant that must see it.
const CORRUPTIONS: [string, string[], () => string[]][] = [
  [
    'a ticket removed, its number with it',
    [
      'billing.receivableIsBilledLessPaid',
      'billing.ticketNumbersHaveNoGaps',
      'billing.ticketsArePosted',
    ],
    () => [
      'alter table billing.payment_code disable trigger user',
      `delete from billing.payment_code where ticket_id = '${aheadId}'`,
      `delete from billing.ticket where id = '${aheadId}'`,
    ],
  ],
  [
    'a ticket sold below its tariff',
    [
      'billing.receivableIsBilledLessPaid',
      'billing.ticketsArePosted',
      'billing.ticketsCostTheirTariff',
    ],
    () => [`update billing.ticket set amount = 9000 where id = '${aheadId}'`],
  ],
  [
    'a ticket printed with another code',
    ['billing.ticketHasItsCode'],
    () => [`update billing.ticket set code = 'XYZ3000000000' where id = '${aheadId}'`],
  ],
  [
    'a ticket earned before anybody posted it',
    ['billing.ticketsArePosted'],
    () => [`update billing.ticket set earned_on = on_date where id = '${aheadId}'`],
  ],
  [
    'a ticket that was not earned when its day had come',
    ['billing.ticketsAreEarnedOnTheirDay'],
    () => [
      `update billing.ticket set on_date = '2026-06-01', issued_on = '2026-05-01'
        where id = '${aheadId}'`,
    ],
  ],
  [
    'a paid ticket marked as taken back',
    [
      'billing.receivableIsBilledLessPaid',
      'billing.ticketsArePaidOnceAndWhole',
      'billing.ticketsArePosted',
    ],
    () => [`update billing.ticket set voided_at = now(), void_reason = 'x' where id = '${paidId}'`],
  ],
];

it.each(CORRUPTIONS)('%s is found', async (_what, invariants, statements) => {
  expect(await foundBy(...statements())).toEqual(expect.arrayContaining(invariants));
});
