import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { cashInHand } from './hand-ins/hand-ins.queries';

interface Flows {
  readonly takenTodayVnd: Vnd;
  readonly receiptsToday: number;
  readonly handedInTodayVnd: Vnd;
}

/** What was taken and handed in on a day, and what collectors hold now. */
export async function cashToday(tx: Reading, today: BusinessDate, markets: readonly Id[] | null) {
  const [flows] = await tx.sql<Flows>(
    `select coalesce(sum(t.amount), 0)::bigint as "takenTodayVnd",
            count(*) filter (where t.kind = 'receipt') as "receiptsToday",
            (select coalesce(sum(h.amount), 0)::bigint from cash.hand_in h
              where h.counted_on = $1) as "handedInTodayVnd"
       from cash.v_taken t
      where t.taken_on = $1 and t.undone_at is null
        and ($2::uuid[] is null or t.market_id = any ($2))`,
    [today, markets],
  );
  const held = (await cashInHand(tx, markets)).filter(({ inHand }) => inHand > 0);
  const days = held.flatMap(({ oldestTakenOn }) => oldestTakenOn ?? []).sort();
  return {
    ...flows,
    inHandVnd: held.reduce((sum, { inHand }) => sum + inHand, 0),
    holders: held.length,
    oldestTakenOn: days[0] ?? null,
  };
}
