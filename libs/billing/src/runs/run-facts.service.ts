import {
  CodedError,
  firstDayOf,
  groupBy,
  lastDayOf,
  type BusinessDate,
  type Id,
  type Month,
} from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import {
  chargeOfReading,
  chargesOf,
  taxWithin,
  type Charge,
  type PricedTariff,
} from '@cho40/tariffs';
import { Injectable } from '@nestjs/common';
import { chargedDays, isCycleStart, type Span } from '../domain/billing-cycle';
import { chargedLines, type ChargedLine, type GrossLine } from '../domain/charged-lines';
import { problemsOf } from '../domain/problems';
import type { LeaseOfMonth } from '../domain/rehearsal';
import { billingError } from '../errors';
import type { BilledMarket } from '../market.queries';
import { Meters } from '../meters/meters.service';
import type { UsageToCharge } from '../meters/usage.queries';
import {
  feesBefore,
  groundsOf,
  leasesOfMonth,
  linesOfBills,
  reliefsOf,
  runOf,
  suspensionsOf,
  tariffsOf,
  type LeaseRow,
} from './month.queries';

/** A lease of a run, with what its bill is written from. */
export interface RunLease extends LeaseOfMonth {
  readonly charged: readonly ChargedLine[];
  readonly dueDay: number | null;
  readonly graceDays: number | null;
}

/** What a market's month is made from, and why it cannot be issued. */
export interface MarketFacts {
  readonly market: BilledMarket;
  readonly leases: readonly RunLease[];
  readonly refusals: readonly CodedError[];
}

/** Everything that some markets' bills of a month are made from: a handful of reads, however many. */
@Injectable()
export class RunFacts {
  constructor(private readonly meters: Meters) {}

  /** To be looked at: also with what stands on the month's bills that are issued already. */
  async toRehearse(
    tx: Reading,
    markets: readonly BilledMarket[],
    period: Month,
    today: BusinessDate,
  ): Promise<MarketFacts[]> {
    const facts = await this.toIssue(tx, markets, period, today);
    const issued = facts.flatMap(({ leases }) =>
      leases.flatMap(({ existingBillId }) => existingBillId ?? []),
    );
    const boardId = markets[0]?.boardId;
    if (boardId === undefined || issued.length === 0) return facts;
    const lines = await linesOfBills(tx, boardId, issued);
    const withLines = (lease: RunLease): RunLease =>
      lease.existingBillId ? { ...lease, lines: lines.get(lease.existingBillId) ?? [] } : lease;
    return facts.map((one) => ({ ...one, leases: one.leases.map(withLines) }));
  }

  /** What the month's run makes; of a bill that is issued already no more than that it stands. */
  async toIssue(
    tx: Reading,
    markets: readonly BilledMarket[],
    period: Month,
    today: BusinessDate,
  ): Promise<MarketFacts[]> {
    const boardId = markets[0]?.boardId;
    if (boardId === undefined) return [];
    const run = runOf(markets, boardId, period);
    const before = await feesBefore(tx, run);
    const rows = await leasesOfMonth(tx, run, [...before.keys()]);
    const span = spanOf(rows, period);
    const ids = rows.map((row) => row.leaseId);
    const usage = await this.meters.usageFor(tx, ids, { ...span, to: lastDayOf(period) });
    const ground = {
      period,
      month: { from: firstDayOf(period), to: lastDayOf(period) },
      before,
      span,
      tariffs: await tariffsOf(tx, run, earlier(span, usage)),
      suspensions: await suspensionsOf(tx, run, span),
      reliefs: await reliefsOf(tx, run, earlier(span, usage)),
      usage: groupBy(usage, (one) => one.leaseId),
    };
    const grounds = await groundsOf(tx, run, today);
    const byMarket = groupBy(rows, (row) => row.marketId);
    return markets.map((market) => {
      const made = leasesOf(byMarket.get(market.marketId) ?? [], ground);
      const hasTariff = ground.tariffs.has(market.marketId);
      const stands = grounds.get(market.marketId) ?? { hasPrefix: false, hasAccount: false };
      const { code: marketCode, openedOn } = market;
      const problems = problemsOf({ marketCode, openedOn, hasTariff, ...stands }, period, today);
      const refusals = problems.map(({ code, facts }) => billingError(code, facts));
      return { market, leases: made.leases, refusals: [...refusals, ...made.refusals] };
    });
  }
}

interface Ground {
  readonly period: Month;
  /** Its days. */
  readonly month: Span;
  /** All days that its run may charge. */
  readonly span: Span;
  readonly before: Awaited<ReturnType<typeof feesBefore>>;
  readonly tariffs: Awaited<ReturnType<typeof tariffsOf>>;
  readonly suspensions: Awaited<ReturnType<typeof suspensionsOf>>;
  readonly reliefs: Awaited<ReturnType<typeof reliefsOf>>;
  readonly usage: ReadonlyMap<Id, readonly UsageToCharge[]>;
}

/** All days that the month's run may charge: a year of one lease, the term of another. */
function spanOf(rows: readonly LeaseRow[], period: Month): Span {
  const spans = rows.flatMap((row) => chargedDays(row, period) ?? []);
  return spans.reduce<Span>(
    (all, { from, to }) => ({
      from: from < all.from ? from : all.from,
      to: to > all.to ? to : all.to,
    }),
    { from: firstDayOf(period), to: lastDayOf(period) },
  );
}

/** A late reading's days may lie before all others. */
const earlier = (span: Span, usage: readonly UsageToCharge[]): Span => ({
  from: usage.reduce((first, { from }) => (from < first ? from : first), span.from),
  to: span.to,
});

/** A price that nobody can tell is one refusal of the market, whatever leases it meets. */
function leasesOf(rows: readonly LeaseRow[], ground: Ground) {
  const refusals = new Map<string, CodedError>();
  const leases = rows.flatMap((row): RunLease[] => {
    try {
      return leaseOfMonth(row, ground);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refusals.set(error.message, error);
      return [];
    }
  });
  return { leases, refusals: [...refusals.values()] };
}

/** Nothing where neither this run nor the one before has to do with a lease. */
function leaseOfMonth(row: LeaseRow, ground: Ground): RunLease[] {
  const { leaseId, marketId, stallCode, vendorName, existingBillId, dueDay, graceDays } = row;
  const last = ground.before.get(leaseId) ?? null;
  const { from, to } = ground.month;
  const isLet = row.validFrom <= to && (row.validTo === null || row.validTo >= from);
  const usage = existingBillId ? [] : (ground.usage.get(leaseId) ?? []);
  const days = existingBillId ? null : chargedDays(row, ground.period);
  const hasLeft = !isLet && last !== null && isCycleStart(row.billingCycle, ground.period);
  if (!existingBillId && !days && usage.length === 0 && !hasLeft) return [];
  const reliefs = ground.reliefs.get(leaseId) ?? [];
  const charged = chargedLines(grossLines(row, days, usage, ground), reliefs, taxWithin);
  const suspended = days ? (ground.suspensions.get(leaseId) ?? []) : [];
  return [
    {
      leaseId,
      marketId,
      stallCode,
      vendorName,
      existingBillId,
      dueDay,
      graceDays,
      isLet,
      last,
      lines: charged,
      charged,
      isSuspended: suspended.some((one) => days && one.from <= days.to && one.to >= days.from),
      hasOddReading: usage.some((one) => one.isEstimated),
    },
  ];
}

function grossLines(
  row: LeaseRow,
  days: Span | null,
  usage: readonly UsageToCharge[],
  { tariffs, suspensions }: Ground,
): GrossLine[] {
  const prices: readonly PricedTariff[] = tariffs.get(row.marketId) ?? [];
  const suspended = suspensions.get(row.leaseId) ?? [];
  const { validFrom, validTo } = row;
  const charges = days ? chargesOf(prices, row, { validFrom, validTo, suspended }, days) : [];
  return [
    ...charges.map((charge) => lineOf(charge, null)),
    ...usage.flatMap((one) =>
      chargeOfReading(prices, row, one).map((charge) => lineOf(charge, one.readingId)),
    ),
  ];
}

const lineOf = (charge: Charge, readingId: Id | null): GrossLine => ({ ...charge, readingId });
