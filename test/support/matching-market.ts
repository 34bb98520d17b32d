import type { Id } from '@cho40/kernel';
import { Reconciliation, type MatchCounts } from '@cho40/reconciliation';
import { billedMarket, type BilledMarket } from './billed-market';
import { confirmedRecord, type MovedMoney } from './confirmed-record';
import type { TestWorld } from './test-world';

/** What is concluded from a bank record. */
interface Stands {
  readonly state: string;
  readonly reason: string;
  readonly market_id: Id | null;
  readonly lease_id: Id | null;
  readonly allocated: number | null;
}

/** A market with the bills of September and October 2026, and money that arrives and is matched. */
export interface MatchingMarket extends BilledMarket {
  arrives(money: MovedMoney): Promise<Id>;
  match(limit?: number): Promise<MatchCounts>;
  /** The payment code of a lease's bill, by the lease's place. */
  billCode(place: number, period?: string): Promise<string>;
  standing(recordId: Id): Promise<Stands | undefined>;
  /** Since when a record stands where it stands, as a clerk's page knows it. */
  since(recordId: Id): Promise<Date>;
  /** What each bill of a lease was paid, month by month. */
  paidOf(place: number): Promise<number[]>;
}

/** On 12 October 2026. Its world imports the ReconciliationModule. */
export async function matchingMarket(world: TestWorld): Promise<MatchingMarket> {
  world.clock.moveTo('2026-10-12T10:05:00+07:00');
  const market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
  const { boardId, leaseIds, write, billOf } = market;
  return {
    ...market,
    arrives: (money) => write((tx) => confirmedRecord(tx, market, money)),
    match: (limit = 100) => write((tx) => world.get(Reconciliation).matchOpen(tx, boardId, limit)),
    billCode: async (place, period = '2026-10') => {
      const id = await billOf(place, period);
      const [bill] = await write((tx) =>
        tx.sql<{ code: string }>('select code from billing.bill where id = $1', [id]),
      );
      return bill?.code ?? '';
    },
    standing: async (recordId) => {
      const [row] = await write((tx) =>
        tx.sql<Stands>(
          `select s.state, s.reason, s.market_id, p.lease_id, p.allocated
             from reconciliation.standing s
             left join billing.payment p on p.id = s.payment_id
            where s.record_id = $1`,
          [recordId],
        ),
      );
      return row;
    },
    since: async (recordId) => {
      const [row] = await write((tx) =>
        tx.sql<{ since: Date }>('select since from reconciliation.standing where record_id = $1', [
          recordId,
        ]),
      );
      if (!row) throw new Error('nobody decided on this record yet');
      return row.since;
    },
    paidOf: async (place) => {
      const rows = await write((tx) =>
        tx.sql<{ paid: number }>(
          'select paid from billing.v_bill where lease_id = $1 order by period',
          [leaseIds[place]],
        ),
      );
      return rows.map(({ paid }) => paid);
    },
  };
}
