import { month, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { BillRuns, CodePrefixes } from '@cho40/billing';
import { marketToBill, type MarketToBill } from './market-to-bill';
import type { TestWorld } from './test-world';

export interface BilledMarket extends MarketToBill {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Issues another month, on the world's day. */
  issue(period: string): Promise<void>;
  /** The bill of a lease, by the lease's place. */
  billOf(place: number, period?: string): Promise<Id>;
}

// Every suite's database is its own; a prefix is unique in it.
let serial = 0;

/** A market with a code prefix whose months are issued. Its world imports the BillingModule. */
export async function billedMarket(
  world: Pick<TestWorld, 'db' | 'get'>,
  { months = ['2026-10'], stalls = 3 }: { months?: readonly string[]; stalls?: number } = {},
): Promise<BilledMarket> {
  const boardId = newId();
  const write: BilledMarket['write'] = (work) => world.db.write(systemActor([boardId]), work);
  serial += 1;
  const letters = String.fromCharCode(65 + (Math.floor(serial / 26) % 26), 65 + (serial % 26));
  const market = await write(async (tx) => {
    const made = await marketToBill(tx, { boardId, code: `CHO-${serial}`, stalls });
    await world.get(CodePrefixes).take(tx, { marketId: made.marketId, prefix: `X${letters}W` });
    return made;
  });
  const issue: BilledMarket['issue'] = async (period) => {
    await write((tx) => world.get(BillRuns).issue(tx, market.marketId, month(period)));
  };
  for (const period of months) await issue(period);
  return {
    ...market,
    write,
    issue,
    billOf: async (place, period = months[0]) => {
      const [bill] = await write((tx) =>
        tx.sql<{ id: Id }>('select id from billing.bill where lease_id = $1 and period = $2', [
          market.leaseIds[place],
          period,
        ]),
      );
      if (!bill) throw new Error(`lease ${place} has no bill of ${period}`);
      return bill.id;
    },
  };
}
