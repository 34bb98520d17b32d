import { BankingModule, BankRecords, type SeenMovement } from '@cho40/banking';
import { PaymentCodes } from '@cho40/billing';
import { businessDateOf, vnd } from '@cho40/kernel';
import { JobRunner } from '@cho40/platform';
import fc from 'fast-check';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';

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
  world = await testWorld({ imports: [BankingModule, ReconciliationModule] });
  world.clock.moveTo('2026-10-12T10:05:00+07:00');
});
afterAll(() => world.close());

/** The code of every bill and stall of a market, by place and what it names. */
async function codesOf(market: BilledMarket): Promise<Map<string, string>> {
  const rows = await market.write(async (tx) => {
    await world.get(PaymentCodes).ensureForStalls(tx, market.boardId, [market.marketId]);
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
  const rows = month.map(({ place, names, amount }, at) =>
    movement(market, at, codes.get(`${place} ${names}`) ?? 'tien cho', amount),
  );
  for (const [at, place] of arrivals.entries()) {
    const row = rows[place];
    if (row) await market.write((tx) => world.get(BankRecords).ingest(tx, market.boardId, [row]));
    if (at % runAfter === 0) await world.get(JobRunner).drain();
  }
  await Promise.all([world.get(JobRunner).drain(), world.get(JobRunner).drain()]);
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  const bills = await market.write((tx) =>
    tx.sql<{ period: string; paid: number }>(
      'select period, paid from billing.v_bill order by lease_id, period',
    ),
  );
  return bills.map(({ period, paid }) => [period, paid]);
}

/** A transfer as a signed delivery shows it; `at` is its id at the feed. */
function movement(
  { accountId }: BilledMarket,
  at: number,
  content: string,
  amount: number,
): SeenMovement {
  const bookedAt = new Date(Date.parse('2026-10-12T02:00:00Z') + at * 60_000);
  return {
    accountId,
    source: 'sepay',
    sourceId: String(at),
    confirms: true,
    direction: 'in',
    amount: vnd(amount),
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    content,
    reference: null,
    counterAccount: null,
    counterName: null,
    virtualAccount: null,
    balanceAfter: null,
    deliveryId: null,
    statementId: null,
    rowNumber: null,
  };
}

it('any order and any repetition of deliveries pays every bill the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async ({ month, arrivals, runAfter }) => {
      const inOrder = await paidAfter(month, [...month.keys()], 100);
      expect(await paidAfter(month, arrivals, runAfter)).toEqual(inOrder);
    }),
    { numRuns: 15 },
  );
}, 120_000);
