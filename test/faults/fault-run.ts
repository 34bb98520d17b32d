import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, openMarket, type MarketByApi } from '../support/market-by-api';
import { RunningProgram } from '../support/program';
import { deliver, type ToldTransfer } from '../support/sepay';
import { vietcombankXlsx, type StatementLine } from '../support/vietcombank-xlsx';
import { seededChance } from './seeded-chance';

/** What a run did and what it found. All of the last four must be 0. */
export interface FaultReport {
  kills: number;
  cuts: number;
  deliveries: number;
  lost: number;
  doubled: number;
  misplaced: number;
  violations: number;
  seed: string;
}

interface Payment extends ToldTransfer {
  readonly leaseId: string;
}

const STALLS = 12;
const COPIES = 3;
// Every so many transfers the feed tells nothing of; the statement has it.
const LOST_BY_FEED = 5;
const MONTHS = ['2026-08', '2026-09', '2026-10'] as const;

/**
 * Kills the api and its PostgreSQL again and again while transfers are delivered (each up to three
 * times), a statement with the same transfers is imported and the months' bills are issued, all of it
 * repeated until it is answered. Then counts what the program has made of it.
 */
export async function runFaults(rounds: number, seed: string): Promise<FaultReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cho40-faults-'));
  const program = await RunningProgram.on(dataDir);
  try {
    await program.start();
    const market = await openMarket(program, { stalls: STALLS, openedOn: '2026-08-01' });
    const run = new FaultRun(program, market, rounds, seed);
    return await run.whole();
  } finally {
    await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class FaultRun {
  private kills = 0;
  private deliveries = 0;
  private isOver = false;
  private readonly chance;

  constructor(
    private readonly program: RunningProgram,
    private readonly market: MarketByApi,
    private readonly rounds: number,
    private readonly seed: string,
  ) {
    this.chance = seededChance(seed);
  }

  async whole(): Promise<FaultReport> {
    const killing = this.killAgainAndAgain();
    for (const month of MONTHS) await this.issue(month);
    const payments = await this.payments();
    while (!this.isOver) await this.playRound(payments);
    await killing;
    await this.playRound(payments);
    return this.report(payments);
  }

  /** Everything at once, each until it is answered; a whole round repeated changes nothing. */
  private async playRound(payments: readonly Payment[]): Promise<void> {
    const copies = payments
      .filter((payment) => payment.id % LOST_BY_FEED !== 0)
      .flatMap((payment) => Array.from({ length: this.chance.between(1, COPIES) }, () => payment));
    const senders = Array.from({ length: 8 }, async (_, sender) => {
      for (let at = sender; at < copies.length; at += 8) {
        const payment = copies[at];
        if (payment) await this.deliverUntilAnswered(payment);
      }
    });
    await Promise.all([
      ...senders,
      this.import(payments),
      ...MONTHS.map((month) => this.issue(month)),
    ]);
  }

  private async killAgainAndAgain(): Promise<void> {
    for (let round = 0; round < this.rounds; round += 1) {
      await new Promise((later) => setTimeout(later, this.chance.between(150, 900)));
      if (round % 2 === 0) await this.program.killApi();
      else {
        this.program.killPostgres();
        // An api that lives on without its PostgreSQL answers nothing: it is started anew.
        await Promise.race([this.program.ended(), new Promise((go) => setTimeout(go, 3000))]);
        await this.program.killApi();
      }
      this.kills += 1;
      await this.program.start();
    }
    this.isOver = true;
  }

  private async deliverUntilAnswered(payment: Payment): Promise<void> {
    await this.untilAnswered(async () => {
      const status = await deliver(this.market.feed, payment);
      if (status !== 200) throw new Error(`delivery answered ${status}`);
    });
    this.deliveries += 1;
  }

  private issue(month: string): Promise<void> {
    const key = `issue-${month}-${this.seed}`;
    return this.untilAnswered(async () => {
      ok(await this.market.head.post(`/markets/${this.market.marketId}/bill-runs`, { month }, key));
    });
  }

  /** The statement of October: what the feed told, and what it lost. */
  private import(payments: readonly Payment[]): Promise<void> {
    const { account, accountant } = this.market;
    const lines: StatementLine[] = payments
      .filter((payment) => payment.at.startsWith('2026-10'))
      .map(({ at, amount, content }) => ({ on: at.slice(0, 10), amount, content }))
      .sort((one, other) => (one.on < other.on ? -1 : 1));
    return this.untilAnswered(async () => {
      const bytes = await vietcombankXlsx({
        account: account.number,
        from: '2026-10-01',
        to: '2026-10-31',
        opening: 1_000_000,
        lines,
      });
      const file = { name: 'sao-ke.xlsx', bytes };
      ok(await accountant.upload('/statements', file, {}, `import-${this.seed}-${randomUUID()}`));
    });
  }

  /** While the program is being killed, no answer is an answer yet. */
  private async untilAnswered(work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries > 400) throw error;
        await new Promise((again) => setTimeout(again, 100));
      }
    }
  }

  /** One exact transfer per bill, some sharing day and amount as real ones do. */
  private async payments(): Promise<Payment[]> {
    const payments: Payment[] = [];
    for (const month of MONTHS) {
      const { items } = await this.read<{ code: string; leaseId: string; due: number }>(
        `/bills?marketId=${this.market.marketId}&month=${month}&limit=200`,
      );
      for (const bill of items) {
        const id = 1000 + payments.length;
        const day = String(this.chance.between(3, 6)).padStart(2, '0');
        payments.push({
          id,
          leaseId: bill.leaseId,
          account: this.market.account.number,
          amount: bill.due,
          content: `MBVCB.${id}.${bill.code} A01.CT tu 0123 toi 456`,
          at: `2026-10-${day} 09:00:00`,
        });
      }
    }
    return payments;
  }

  private async read<T>(path: string): Promise<{ items: T[]; total: number }> {
    let page: { items: T[]; total: number } = { items: [], total: 0 };
    await this.untilAnswered(async () => {
      page = ok(await this.market.head.get<typeof page>(path));
    });
    return page;
  }

  private async report(payments: readonly Payment[]): Promise<FaultReport> {
    await this.untilAnswered(async () => {
      const { total } = await this.read('/bank-records?state=matched&limit=1');
      if (total < payments.length) throw new Error(`${total} of ${payments.length} matched`);
    }).catch(() => undefined);
    const bills = (await this.read<BillRow>(`/bills?marketId=${this.market.marketId}&limit=200`))
      .items;
    const { total: records } = await this.read('/bank-records?limit=1');
    const expected = STALLS * MONTHS.length;
    const paid = bills.reduce((sum, bill) => sum + bill.paid, 0);
    const told = payments.reduce((sum, payment) => sum + payment.amount, 0);
    const verified = this.program.cho40('verify', '--json');
    const { violations } = JSON.parse(verified.stdout) as { violations: unknown[] };
    return {
      kills: this.kills,
      cuts: 0,
      deliveries: this.deliveries,
      lost: Math.max(0, expected - bills.length) + Math.max(0, payments.length - records),
      doubled: Math.max(0, bills.length - expected) + Math.max(0, records - payments.length),
      misplaced: bills.filter((bill) => bill.paid !== bill.total).length + (paid === told ? 0 : 1),
      violations: violations.length,
      seed: this.seed,
    };
  }
}

interface BillRow {
  readonly total: number;
  readonly paid: number;
}
