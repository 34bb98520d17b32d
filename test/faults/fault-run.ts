import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { freePort } from '../support/free-port';
import { openMarket, type MarketByApi } from '../support/market-by-api';
import { migratedFolder } from '../support/template';
import { Books } from './books';
import type { FaultReport } from './fault-report';
import { ofBills, ofReceipts, ofTransfers, together, type CashPaid } from './findings';
import { Killer } from './killer';
import { tellingsOf, transfersFor, type Telling, type Transfer } from './month-of-transfers';
import { CUTS_PER_ROUND, roundsOf, shareOf } from './rounds';
import { seededChance, type Chance } from './seeded-chance';
import { onePc, separatePrograms, type Site, type Target } from './sites';
import { Tellers, untilAnswered } from './telling';

const MONTHS = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const CASH_MONTH = '2025-12';
const BILLED = [CASH_MONTH, ...MONTHS];
// 250 transfers a round: a lease's ten bills are paid in five parts.
const LEASES_PER_ROUND = 5;
const SENDERS = 16;
const PHONE_TRIES = 3;
// A slow line: others commit meanwhile.
const HELD_MS = 600;
const DONE_MS = 120_000;
const LOOK_MS = 150;

/**
 * A month at a market while the plug is pulled: transfers are told one to five times by webhook,
 * statement or both, months are billed and cash is taken, everything repeated until it is answered.
 * Meanwhile programs are killed and the answers of COMMITs are lost. Then counts what was made of it.
 */
export async function faultRun(rounds: number, seed: string): Promise<FaultReport> {
  const dataDir = await migratedFolder();
  const run = new FaultRun(dataDir, await freePort(), rounds, seed);
  try {
    return await run.whole();
  } finally {
    await run.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

class FaultRun {
  private readonly chance: Chance;
  private readonly killer = new Killer();
  private readonly leases: number;
  private site: Site;

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private readonly rounds: number,
    private readonly seed: string,
  ) {
    this.chance = seededChance(seed);
    this.leases = rounds * LEASES_PER_ROUND;
    this.site = onePc({ dataDir, port });
  }

  async whole(): Promise<FaultReport> {
    await this.site.ready();
    const market = await openMarket(this.site, { stalls: this.leases, openedOn: '2026-08-01' });
    const books = new Books(() => this.site.databaseUrl(), market.boardId);
    const { transfers, cash } = await this.month(market, books);
    const tellers = new Tellers(market, transfers);
    await this.play(tellers, books, tellingsOf(transfers, this.chance), cash);
    await this.untilDone(books);
    return this.report({ books, tellers, transfers, cash });
  }

  /** The bills whose money is to come, and the cash of one month more. */
  private async month(market: MarketByApi, books: Books) {
    const tellers = new Tellers(market, []);
    for (const month of MONTHS) await tellers.issue(month);
    const bills = await books.bills(MONTHS);
    const open = bills.map(({ code, leaseId, total }) => ({ code, leaseId, due: total }));
    const perLease = new Map(bills.map(({ leaseId, total }) => [leaseId, total]));
    const cash = [...perLease].map(([leaseId, amount]) => ({ id: randomUUID(), leaseId, amount }));
    return { transfers: transfersFor(open, 1000, this.chance), cash };
  }

  private async play(
    tellers: Tellers,
    books: Books,
    tellings: readonly Telling[],
    cash: readonly CashPaid[],
  ): Promise<void> {
    const takenAt = isoNow();
    for (const [at, round] of roundsOf(this.rounds).entries()) {
      if (round.place === 'separately' && !this.site.proxy) await this.moveOut();
      this.site.proxy?.cutNext(round.cuts);
      const held = this.site.proxy?.holdNext();
      if (held) setTimeout(held.letGo, HELD_MS);
      await Promise.all([
        this.tell(tellers, shareOf(tellings, at, this.rounds)),
        tellers.issue(BILLED[at % BILLED.length] ?? CASH_MONTH),
        this.kill(round.target, books),
        ...shareOf(cash, at, this.rounds).map(async (one) => {
          for (let tries = 0; tries < PHONE_TRIES; tries += 1) await tellers.receipt(one, takenAt);
        }),
      ]);
    }
    // Where the last rounds had too little to write, what was told is told again until all are cut.
    const webhooks = tellings.filter(({ by }) => by === 'webhook').slice(0, SENDERS);
    while (this.site.proxy && this.site.proxy.cuts < this.rounds * CUTS_PER_ROUND)
      await this.tell(tellers, webhooks);
  }

  /** From one PC to an api, a worker and a PostgreSQL of their own, with the same books. */
  private async moveOut(): Promise<void> {
    await this.site.stop();
    this.site = await separatePrograms({ dataDir: this.dataDir, port: this.port });
  }

  private async tell(tellers: Tellers, tellings: readonly Telling[]): Promise<void> {
    const queue = [...tellings];
    const sender = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await tellers.tell(next);
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
  }

  private async kill(target: Target, books: Books): Promise<void> {
    await untilAnswered(async () => {
      const pid = target === 'session' ? await books.session() : this.site.pidOf(target);
      if (!pid || !(await this.killer.kill(pid, this.chance.between(20, 400))))
        throw new Error(`there is no ${target} to kill`);
    });
  }

  /** What is not done in time is counted as lost. */
  private async untilDone(books: Books): Promise<void> {
    const deadline = performance.now() + DONE_MS;
    while ((await books.hurry()).count > 0 && performance.now() < deadline)
      await new Promise((again) => setTimeout(again, LOOK_MS));
  }

  private async report(made: {
    books: Books;
    tellers: Tellers;
    transfers: readonly Transfer[];
    cash: readonly CashPaid[];
  }): Promise<FaultReport> {
    const { books, tellers, transfers, cash } = made;
    const found = together([
      ofTransfers(transfers, await books.records(transfers)),
      ofReceipts(cash, await books.receipts(cash.map(({ id }) => id))),
      ofBills(await books.bills(BILLED), { leases: this.leases, months: BILLED }),
    ]);
    const verified = this.site.cho40('verify', '--json');
    const { violations } = JSON.parse(verified.stdout) as { violations: unknown[] };
    return {
      kills: this.killer.kills,
      cuts: this.site.proxy?.cuts ?? 0,
      deliveries: tellers.deliveries,
      lost: found.lost,
      doubled: found.doubled + (found.lost > 0 ? 0 : await books.takenTwice()),
      misplaced: found.misplaced,
      violations: violations.length + (this.site.proxy?.leaks ?? 0),
      seed: this.seed,
    };
  }

  async stop(): Promise<void> {
    await this.killer.stop();
    await this.site.stop();
  }
}

const isoNow = () => new Date(performance.timeOrigin + performance.now()).toISOString();
