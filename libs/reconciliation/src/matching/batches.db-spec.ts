import { JobRunner, Jobs, newId } from '@cho40/platform';
import fc from 'fast-check';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { ReconciliationModule } from '../reconciliation.module';
import { RECORD_CONFIRMED } from '../record-confirmed.processor';

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());

/** A transfer's text names bills of leases by their place; none of them, one or two. */
interface Transfer {
  readonly names: readonly { readonly place: number; readonly period: string }[];
  readonly direction: 'in' | 'out';
  readonly amount: number;
}

const bill = fc.record({
  place: fc.nat(2),
  period: fc.constantFrom('2026-09', '2026-10'),
});
const transfers: fc.Arbitrary<Transfer[]> = fc.array(
  fc.record({
    names: fc.oneof(
      { weight: 6, arbitrary: fc.tuple(bill) },
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(bill, bill) },
    ),
    direction: fc.constantFrom('in', 'in', 'in', 'in', 'out'),
    amount: fc.constantFrom(30_000, 50_000, 100_000, 170_000, 400_000),
  }),
  { minLength: 2, maxLength: 12 },
);

async function arrivesInTurn(market: MatchingMarket, month: readonly Transfer[]): Promise<void> {
  for (const [at, { names, direction, amount }] of month.entries()) {
    const codes = [];
    for (const { place, period } of names) codes.push(await market.billCode(place, period));
    const bookedAt = `2026-10-12T10:${String(at).padStart(2, '0')}:00+07:00`;
    await market.arrives({ content: codes.join(' va '), direction, amount, bookedAt });
  }
}

/** What became of each transfer, in their order, and to which line each of its đồng went. */
function became({ write, leaseIds }: MatchingMarket) {
  return write((tx) =>
    tx.sql(
      `select s.state, s.reason, p.amount, p.allocated, array_position($1::uuid[], p.lease_id) as lease,
              (select array_agg(array[a.period, a.fee_type, a.amount::text]
                                order by a.period, a.fee_type)
                 from billing.v_allocation a where a.payment_id = p.payment_id) as lines,
              (select array_agg(t.key like 'payment:%' order by t.key)
                 from ledger.v_transfer t
                where t.key in ('payment:' || p.payment_id, 'record:' || r.record_id || ':in'))
                as posted
         from banking.v_bank_record r
         join reconciliation.standing s on s.record_id = r.record_id
         left join billing.v_payment p on p.payment_id = s.payment_id
        order by r.booked_at, r.record_id`,
      [leaseIds],
    ),
  );
}

it('transfers matched together become what they become one by one', async () => {
  await fc.assert(
    fc.asyncProperty(transfers, async (month) => {
      const [together, oneByOne] = [await matchingMarket(world), await matchingMarket(world)];
      await arrivesInTurn(together, month);
      await arrivesInTurn(oneByOne, month);
      await together.match(month.length);
      for (const _ of month) await oneByOne.match(1);
      const outcome = await became(together);
      expect(outcome).toHaveLength(month.length);
      expect(outcome).toEqual(await became(oneByOne));
      expect(await brokenInvariants(world, together.boardId)).toEqual([]);
    }),
    { numRuns: 8 },
  );
}, 60_000);

it('one record that cannot be decided on keeps no other from its payment', async () => {
  const market = await matchingMarket(world);
  const before = await market.arrives({ content: await market.billCode(0), amount: 30_000 });
  const bad = await market.arrives({ content: await market.billCode(1), amount: 30_000 });
  const after = await market.arrives({ content: await market.billCode(2), amount: 30_000 });
  // Its money stands for another lease already, which no matching may change.
  await market.write(async (tx) => {
    await tx.sql(
      `insert into billing.payment (board_id, id, market_id, lease_id, source, record_id, amount,
         paid_at, booked_on, recorded_at, reason, rules_version)
       select r.board_id, $2, l.market_id, l.lease_id, 'bank', r.record_id, r.amount, r.booked_at,
              r.booked_on, now(), 'x', 1
         from banking.v_bank_record r, tenancy.v_lease l where r.record_id = $1 and l.lease_id = $3`,
      [bad, newId(), market.leaseIds[0]],
    );
    const { boardId } = market;
    await world.get(Jobs).add(tx, { kind: RECORD_CONFIRMED, boardId, key: boardId });
  });
  await world.get(JobRunner).drain();
  expect(await market.standing(before)).toMatchObject({ state: 'matched', allocated: 30_000 });
  expect(await market.standing(after)).toMatchObject({ state: 'matched', allocated: 30_000 });
  expect(await market.standing(bad)).toBeUndefined();
  // It is tried again, and a person hears of it when that never succeeds.
  const [job] = await market.write((tx) =>
    tx.sql('select state, last_error from platform.job where key = $1 and kind = $2', [
      market.boardId,
      RECORD_CONFIRMED,
    ]),
  );
  expect(job).toMatchObject({ state: 'waiting', last_error: 'billing.sourceHasPayment' });
});
