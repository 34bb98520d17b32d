import {
  businessDateOf,
  sumVnd,
  type BusinessDate,
  type Clock,
  type Facts,
  type Id,
  type Month,
  type Vnd,
} from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { NewBills, type BillDraft } from '../bills/new-bills.service';
import { dueOnOf } from '../domain/due-date';
import { isNew, rehearse, type RehearsedBills } from '../domain/rehearsal';
import { marketOf, marketsOfBoard, type BilledMarket } from '../market.queries';
import { Settlement } from '../payments/settlement.service';
import { insertRuns, runsOfMonth, type BillRun, type NewRun } from './issue.queries';
import { leasesToHold, runOf } from './month.queries';
import { RunFacts, type MarketFacts } from './run-facts.service';

/** A market's month before it is issued. */
export interface Rehearsal extends RehearsedBills {
  readonly marketId: Id;
  /** The market's code. */
  readonly market: string;
  readonly marketName: string;
  readonly month: Month;
  /** If issued today; a lease may have a due day of its own. */
  readonly dueOn: BusinessDate;
  /** While there are any, issuing is refused with the first. */
  readonly problems: readonly { code: string; facts: Facts }[];
}

/** A market's month as issued, by one run or by several where leases came late. */
export interface IssuedMonth {
  /** The market's code. */
  readonly market: string;
  readonly month: Month;
  readonly billCount: number;
  readonly total: Vnd;
  readonly runs: BillRun[];
}

/** A board's month as issued; markets that cannot be issued are left out and say why. */
export interface IssuedBoard {
  readonly month: Month;
  readonly markets: readonly IssuedMonth[];
  readonly leftOut: readonly { market: string; code: string; facts: Facts }[];
}

@Injectable()
export class BillRuns {
  constructor(
    private readonly facts: RunFacts,
    private readonly newBills: NewBills,
    private readonly settlement: Settlement,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What issuing the month would make, compared with the bill before; changes nothing. */
  async rehearse(tx: Reading, marketId: Id, month: Month): Promise<Rehearsal> {
    const market = await marketOf(tx, marketId);
    const [facts] = await this.facts.toRehearse(tx, [market], month, this.today());
    return rehearsalOf(facts ?? { market, leases: [], refusals: [] }, month, this.today());
  }

  /** The same for every market of a board that the actor's right reaches, in one pass. */
  async rehearseBoard(tx: Reading, boardId: Id, month: Month): Promise<Rehearsal[]> {
    const markets = await marketsOfBoard(tx, boardId, month);
    const today = this.today();
    const facts = await this.facts.toRehearse(tx, markets, month, today);
    return facts.map((one) => rehearsalOf(one, month, today));
  }

  /**
   * Issues what the month still lacks, posts it and gives it the leases' credit. Issued again, or by
   * two at once, it changes nothing and answers the same.
   * @throws the first problem of the rehearsal, as a coded refusal
   */
  async issue(tx: Tx, marketId: Id, month: Month): Promise<IssuedMonth> {
    const market = await marketOf(tx, marketId);
    const [facts] = await this.prepare(tx, [market], month);
    const [refusal] = facts?.refusals ?? [];
    if (refusal) throw refusal;
    await this.issueMissing(tx, facts ? [facts] : [], month);
    return issuedMonthOf(market, month, await runsOfMonth(tx, market.boardId, [marketId], month));
  }

  /**
   * Issues the month of every market of a board that can be issued, in one pass. A market without
   * leases to bill, or with a problem, is left out.
   */
  async issueBoard(tx: Tx, boardId: Id, month: Month): Promise<IssuedBoard> {
    const markets = await marketsOfBoard(tx, boardId, month);
    const facts = await this.prepare(tx, markets, month);
    const ready = facts.filter((one) => one.refusals.length === 0);
    await this.issueMissing(tx, ready, month);
    const ids = ready.map((one) => one.market.marketId);
    const runs = await runsOfMonth(tx, boardId, ids, month);
    return {
      month,
      markets: ready.map(({ market }) =>
        issuedMonthOf(
          market,
          month,
          runs.filter((run) => run.marketId === market.marketId),
        ),
      ),
      leftOut: facts.flatMap(({ market, leases, refusals: [refusal] }) =>
        refusal && leases.length > 0
          ? [{ market: market.code, code: refusal.code, facts: refusal.facts }]
          : [],
      ),
    };
  }

  /** What was issued, of one month or of all, the first run first. */
  async list(tx: Reading, marketId: Id, month?: Month): Promise<BillRun[]> {
    const { boardId } = await marketOf(tx, marketId);
    return runsOfMonth(tx, boardId, [marketId], month ?? null);
  }

  /** The facts of a month whose leases are held, so that they stay true until the end of `tx`. */
  private async prepare(tx: Tx, markets: readonly BilledMarket[], month: Month) {
    const [first] = markets;
    if (!first) return [];
    const leaseIds = await leasesToHold(tx, runOf(markets, first.boardId, month));
    await this.settlement.hold(tx, first.boardId, leaseIds);
    return this.facts.toIssue(tx, markets, month, this.today());
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }

  private async issueMissing(tx: Tx, facts: readonly MarketFacts[], month: Month): Promise<void> {
    const made = facts
      .map((one) => draftsOf(one, month, this.today()))
      .filter(({ drafts }) => drafts.length > 0);
    const boardId = made[0]?.market.boardId;
    if (boardId === undefined) return;
    const runs = made.map(({ run }) => run);
    await insertRuns(tx, boardId, month, runs, this.clock.now());
    await this.newBills.issue(
      tx,
      boardId,
      made.flatMap(({ drafts }) => drafts),
    );
    for (const { market, run } of made)
      await this.audit.append(tx, {
        boardId,
        act: 'billing.issueBills',
        subject: `billRun:${run.id}`,
        after: { market: market.code, month, bills: run.billCount, total: run.total },
      });
  }
}

function rehearsalOf(facts: MarketFacts, month: Month, today: BusinessDate): Rehearsal {
  const { market, leases, refusals } = facts;
  return {
    marketId: market.marketId,
    market: market.code,
    marketName: market.name,
    month,
    dueOn: dueOnOf(month, today, market.dueDay),
    ...rehearse(leases),
    problems: refusals.map(({ code, facts: why }) => ({ code, facts: why })),
  };
}

function draftsOf({ market, leases }: MarketFacts, month: Month, today: BusinessDate) {
  const runId = newId();
  const drafts = leases.filter(isNew).map((lease): BillDraft => {
    const { leaseId, charged: lines } = lease;
    const dueOn = dueOnOf(month, today, lease.dueDay ?? market.dueDay);
    const graceDays = lease.graceDays ?? market.graceDays;
    const head = { leaseId, market, kind: 'monthly', period: month, runId, reason: null } as const;
    return { ...head, dueOn, graceDays, lines };
  });
  const total = sumVnd(drafts.flatMap(({ lines }) => lines.map((line) => line.amount)));
  const run: NewRun = { id: runId, marketId: market.marketId, billCount: drafts.length, total };
  return { market, drafts, run };
}

function issuedMonthOf(market: BilledMarket, month: Month, runs: BillRun[]): IssuedMonth {
  const billCount = runs.reduce((count, run) => count + run.billCount, 0);
  return {
    market: market.code,
    month,
    billCount,
    total: sumVnd(runs.map((run) => run.total)),
    runs,
  };
}
