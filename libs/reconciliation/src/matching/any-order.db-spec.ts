import { PaymentCodes } from '@cho40/billing';
import { systemActor } from '@cho40/platform';
import fc from 'fast-check';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { confirmedRecord } from '../../../../test/support/confirmed-record';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';
import { Reconciliation } from './reconciliation.service';

// Deliveries of one month in any order, each perhaps more than once, matched in runs of any size:
// every bill has the same paid in the end.
const MONTHS = ['2026-09', '2026-10'] as const;
const STALLS = 3;

/** What a transfer's text names, by the lease's place: a bill of a month, the stall, or nothing. */
interface Transfer {
  readonly place: number;
  readonly names: (typeof MONTHS)[number] | 'stall' | 'nobody';
  readonly amount: number;
}

const transfers = fc.array(
  fc.record({
    place: fc.nat(STALLS - 1),
    names: fc.constantFrom(...MONTHS, 'stall', 'nobody'),
    amount: fc.constantFrom(30_000, 50_000, 100_000, 100_000, 170_000),
  }),
  { minLength: 1, maxLength: 8 },
);
const anyMonth = transfers.chain((month) =>
  fc.record({
    month: fc.constant(month),
    // Places in `month`, each at least once: an order with repetitions.
    arrivals: fc
      .tuple(
        fc.shuffledSubarray([...month.keys()], { minLength: month.length }),
        fc.array(fc.nat(month.length - 1), { maxLength: 4 }),
      )
      .map(([order, again]) => [...order, ...again]),
    runAfter: fc.integer({ min: 1, max: 4 }),
  }),
);

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  world.clock.moveTo('2026-10-12T10:05:00+07:00');
});
afterAll(() => world.close());

/** The code of every bill and stall of a market, by place and what it names. */
async function codesOf(market: BilledMarket): Promise<Map<string, string>> {
  const rows = await market.write(async (tx) => {
    await world.get(PaymentCodes).ensureForStalls(tx, market);
    return tx.sql<{ lease: string; names: string; code: string }>(
      `select l.lease_id as lease, coalesce(b.period, 'stall') as names, c.code
         from billing.v_payment_code c
         left join billing.v_bill b on b.bill_id = c.bill_id
         join tenancy.v_lease l on l.lease_id = b.lease_id or l.stall_id = c.stall_id`,
    );
  });
  const placeOf = new Map(market.leaseIds.map((id, at) => [String(id), at]));
  return new Map(rows.map(({ lease, names, code }) => [`${placeOf.get(lease)} ${names}`, code]));
}

/** Takes the arrivals in, matching after every few; gives what each bill has been paid. */
async function paidAfter(
  month: readonly Transfer[],
  arrivals: readonly number[],
  runAfter: number,
): Promise<(number | string)[][]> {
  const market = await billedMarket(world, { months: MONTHS, stalls: STALLS });
  const codes = await codesOf(market);
  const seen = new Set<number>();
  for (const [at, place] of arrivals.entries()) {
    const transfer = month[place];
    // A repeated delivery is the record that is there already; matching runs again all the same.
    if (transfer && !seen.has(place)) {
      const content = codes.get(`${transfer.place} ${transfer.names}`) ?? 'tien cho';
      await market.write((tx) => confirmedRecord(tx, market, { content, amount: transfer.amount }));
    }
    seen.add(place);
    if (at % runAfter === 0) await match(market);
  }
  await Promise.all([match(market), match(market)]);
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  const rows = await market.write((tx) =>
    tx.sql<{ lease: string; period: string; paid: number }>(
      'select lease_id as lease, period, paid from billing.v_bill order by lease_id, period',
    ),
  );
  return rows.map(({ period, paid }) => [period, paid]);
}

const match = (market: BilledMarket) =>
  world.db.write(systemActor([market.boardId]), (tx) =>
    world.get(Reconciliation).matchOpen(tx, market.boardId, 100),
  );

it('any order and any repetition of deliveries pays every bill the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async ({ month, arrivals, runAfter }) => {
      const inOrder = await paidAfter(month, [...month.keys()], 100);
      expect(await paidAfter(month, arrivals, runAfter)).toEqual(inOrder);
    }),
    { numRuns: 15 },
  );
}, 120_000);
