import { randomUUID } from 'node:crypto';
import { ok, type MarketByApi } from '../support/market-by-api';
import { deliver } from '../support/sepay';
import { vietcombankXlsx } from '../support/vietcombank-xlsx';
import type { CashPaid } from './findings';
import { weekOf, type Telling, type Transfer } from './month-of-transfers';

const PATIENCE_MS = 90_000;
const PAUSE_MS = 60;
const OPENING = 1_000_000;

/** Tells the programs of money again and again, until they have answered. */
export class Tellers {
  /** Transfers told and answered, a row of a statement like a webhook. */
  deliveries = 0;

  constructor(
    private readonly market: MarketByApi,
    /** All of them: a statement shows every transfer of its days. */
    private readonly transfers: readonly Transfer[],
  ) {}

  async tell(telling: Telling): Promise<void> {
    if (telling.by === 'statement') return this.upload(telling.week);
    await untilAnswered(async () => {
      const status = await deliver(this.market.feed, {
        ...telling.transfer,
        account: this.market.account.number,
        at: `${telling.transfer.on} 09:00:00`,
      });
      if (status !== 200) throw new Error(`a delivery was answered ${status}`);
    });
    this.deliveries += 1;
  }

  private async upload(week: Extract<Telling, { by: 'statement' }>['week']): Promise<void> {
    const { account, accountant } = this.market;
    const { opening, lines } = weekOf(this.transfers, week, OPENING);
    const { from, to, numbers, order } = week;
    const bytes = await vietcombankXlsx({
      account: account.number,
      from,
      to,
      opening,
      lines,
      noise: { numbers, order },
    });
    const [file, key] = [{ name: 'sao-ke.xlsx', bytes }, randomUUID()];
    await untilAnswered(async () => {
      ok(await accountant.upload('/statements', file, {}, key));
    });
    this.deliveries += lines.length;
  }

  /** Issues a month's bills twice at once: a month that stands is left as it is. */
  async issue(month: string): Promise<void> {
    const { head, marketId } = this.market;
    const once = async () => {
      const key = randomUUID();
      await untilAnswered(async () => {
        ok(await head.post(`/markets/${marketId}/bill-runs`, { month }, key));
      });
    };
    await Promise.all([once(), once()]);
  }

  /** A phone that forgets its keys and knows its receipt's id. */
  async receipt({ id, leaseId, amount }: CashPaid, takenAt: string): Promise<void> {
    await untilAnswered(async () => {
      ok(await this.market.collector.post('/receipts', { id, leaseId, amount, takenAt }));
    });
  }
}

/** While programs are being killed, no answer is an answer yet. */
export async function untilAnswered(work: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((again) => setTimeout(again, PAUSE_MS));
    }
  }
}
