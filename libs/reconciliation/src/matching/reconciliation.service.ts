import { Payments, type NewPayment } from '@cho40/billing';
import { invariant, type Clock, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { codeFinder } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { decide, type Found, type Settle, type Wait } from '../domain/decide';
import { openRecords, prefixOwners, subjectsOf, type OpenRecord } from './open-records.queries';
import { claimRecords, keepDecisions, moveStandings, type NewDecision } from './standings.queries';

/** What a run of matching did. */
export interface MatchCounts {
  readonly matched: number;
  readonly unmatched: number;
  readonly outgoing: number;
}

interface Outgoing {
  readonly kind: 'outgoing';
  readonly reason: 'outgoing';
  readonly marketId: null;
}
interface Decided {
  readonly record: OpenRecord;
  readonly found: Found;
  readonly decision: Settle | Wait | Outgoing;
}
type Settled = Decided & { readonly decision: Settle };

const OUTGOING: Outgoing = { kind: 'outgoing', reason: 'outgoing', marketId: null };
const NOTHING: Found = { codes: [], repairs: [] };

@Injectable()
export class Reconciliation {
  constructor(
    private readonly payments: Payments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides on up to `limit` confirmed records of a board that were never decided on. Run again,
   * or by two at once, each record is decided on once: what a person undid stays undone.
   */
  async matchOpen(tx: Tx, boardId: Id, limit: number): Promise<MatchCounts> {
    const decided = await this.decideAll(tx, boardId, await openRecords(tx, boardId, limit));
    const now = this.clock.now();
    const first = decided.map(({ record, decision }) => ({
      ...record,
      reason: decision.reason,
      marketId: decision.marketId,
    }));
    const ours = await claimRecords(tx, boardId, first, now);
    const claimed = decided.filter(({ record }) => ours.has(record.recordId));
    const settled = claimed.filter((one): one is Settled => one.decision.kind === 'settle');
    const paymentIds = await this.pay(tx, boardId, settled);
    await keepDecisions(
      tx,
      boardId,
      claimed.map((one) => decisionOf(one, paymentIds.get(one.record.recordId) ?? null)),
      now,
    );
    const outgoing = claimed.filter((one) => one.decision.kind === 'outgoing').length;
    const matched = settled.length;
    return { matched, outgoing, unmatched: claimed.length - matched - outgoing };
  }

  private async decideAll(tx: Tx, boardId: Id, records: readonly OpenRecord[]): Promise<Decided[]> {
    const prefixes = await prefixOwners(tx);
    const finder = codeFinder(prefixes.keys());
    const seen = records.map((record) => ({
      record,
      found: record.direction === 'in' ? finder.find(record.content) : NOTHING,
    }));
    const codes = seen.flatMap(({ record: { recordId, bookedOn }, found }) =>
      found.codes.map((code) => ({ recordId, bookedOn, code })),
    );
    const subjects = await subjectsOf(tx, boardId, codes);
    return seen.map(({ record, found }) => {
      if (record.direction === 'out') return { record, found, decision: OUTGOING };
      const ofRecord = subjects.get(record.recordId) ?? new Map();
      return { record, found, decision: decide({ boardId, found, subjects: ofRecord, prefixes }) };
    });
  }

  /** Makes the payments; gives each record's payment. */
  private async pay(tx: Tx, boardId: Id, settled: readonly Settled[]): Promise<Map<Id, Id>> {
    const recorded = await this.payments.record(
      tx,
      settled.map((one) => paymentOf(boardId, one)),
    );
    const standings = settled.map(
      ({ record: { recordId }, decision: { reason, marketId } }, at) => {
        const paymentId = recorded[at]?.paymentId;
        invariant(paymentId !== undefined, 'a settled record without its payment', { recordId });
        return { recordId, state: 'matched' as const, reason, marketId, paymentId };
      },
    );
    await moveStandings(tx, boardId, standings, this.clock.now());
    return new Map(standings.map(({ recordId, paymentId }) => [recordId, paymentId]));
  }
}

function paymentOf(boardId: Id, { record, decision }: Settled): NewPayment {
  const { recordId, amount, bookedAt, bookedOn } = record;
  const { marketId, leaseId, firstBillId, reason, code } = decision;
  return {
    id: newId(),
    boardId,
    marketId,
    leaseId,
    source: 'bank',
    recordId,
    amount,
    paidAt: bookedAt,
    bookedOn,
    ...(firstBillId ? { firstBillId } : {}),
    debit: account.unmatched(),
    reason,
    evidence: { code },
  };
}

function decisionOf({ record, found, decision }: Decided, paymentId: Id | null): NewDecision {
  const { codes, repairs } = found;
  const settling = decision.kind === 'settle' ? { code: decision.code } : {};
  return {
    recordId: record.recordId,
    state: paymentId ? 'matched' : decision.kind === 'outgoing' ? 'outgoing' : 'unmatched',
    reason: decision.reason,
    evidence: { codes, repairs, ...settling },
    paymentId,
  };
}
