import { BankRecords } from '@cho40/banking';
import { Payments, type NewPayment } from '@cho40/billing';
import { invariant, type Clock, type Id } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { answerPaidTickets } from '../claims/ticket-claims.queries';
import { classTransfer } from '../classes/class-transfer';
import { decideAll, payeeOf, type Conclusion } from '../domain/decide';
import { holdRules } from '../rules/rules.queries';
import { openRecords } from './open-records.queries';
import { RecordFacts, type KnownRecord } from './record-facts.service';
import {
  keepDecisions,
  keepStandings,
  type FirstStanding,
  type NewDecision,
} from './standings.queries';

/** What a run of matching did. */
export interface MatchCounts {
  readonly matched: number;
  readonly unmatched: number;
  readonly outgoing: number;
  /** By rules that a person confirmed, both ways. */
  readonly classified: number;
}

interface Decided {
  readonly known: KnownRecord;
  readonly conclusion: Conclusion;
  /** Of the decision on it. */
  readonly id: Id;
}
type Concluded<Kind> = Decided & { readonly conclusion: Extract<Conclusion, { kind: Kind }> };

@Injectable()
export class Reconciliation {
  constructor(
    private readonly records: BankRecords,
    private readonly payments: Payments,
    private readonly ledger: Ledger,
    private readonly facts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides on up to `limit` confirmed records of a board that were never decided on, but not on
   * those `passed` by: in so many statements, however many they are. Run again, or by two at once,
   * each record is decided on once: what a person undid stays undone.
   */
  async matchOpen(
    tx: Tx,
    boardId: Id,
    limit: number,
    passed: readonly Id[] = [],
  ): Promise<MatchCounts> {
    const taken = await this.records.take(tx, boardId, limit, passed);
    await holdRules(tx, boardId);
    const known = await this.facts.of(tx, boardId, await openRecords(tx, boardId, taken));
    const conclusions = decideAll(known);
    const decided = known.flatMap((one, at): Decided[] => {
      const conclusion = conclusions[at];
      return conclusion ? [{ known: one, conclusion, id: newId() }] : [];
    });
    await this.carryOut(tx, boardId, decided);
    const count = (kind: Conclusion['kind']) => ofKind(decided, kind).length;
    return {
      matched: count('settle'),
      unmatched: count('unmatched'),
      outgoing: count('outgoing'),
      classified: count('classify'),
    };
  }

  private async carryOut(tx: Tx, boardId: Id, decided: readonly Decided[]): Promise<void> {
    if (decided.length === 0) return;
    const now = this.clock.now();
    const paymentIds = await this.pay(tx, boardId, ofKind(decided, 'settle'));
    const decisions = decided.map((one) => decisionOf(one, paymentIds.get(one) ?? null));
    await keepDecisions(tx, boardId, decisions, now);
    await this.post(tx, boardId, ofKind(decided, 'classify'));
    const standings = decided.map((one) => standingOf(one, paymentIds.get(one) ?? null));
    await keepStandings(tx, boardId, standings, now);
    await answerPaidTickets(tx, boardId, recordsOfTickets(decided), now);
  }

  /** Makes the payments; gives each record's payment. */
  private async pay(tx: Tx, boardId: Id, settled: readonly Concluded<'settle'>[]) {
    const recorded = await this.payments.record(
      tx,
      settled.map((one) => paymentOf(boardId, one)),
    );
    return new Map<Decided, Id>(
      settled.map((one, at) => {
        const paymentId = recorded[at]?.paymentId;
        const { recordId } = one.known.record;
        invariant(paymentId !== undefined, 'a settled record without its payment', { recordId });
        return [one, paymentId];
      }),
    );
  }

  private async post(tx: Tx, boardId: Id, classified: readonly Concluded<'classify'>[]) {
    await this.ledger.post(
      tx,
      classified.map(({ known: { record }, conclusion: { as }, id: decisionId }) => {
        const { amount, bookedOn } = record;
        return classTransfer({ boardId, amount, on: bookedOn, as, decisionId });
      }),
    );
  }
}

const recordsOfTickets = (decided: readonly Decided[]): Id[] =>
  ofKind(decided, 'settle').flatMap(({ known, conclusion }) =>
    conclusion.leaseId === null ? [known.record.recordId] : [],
  );

function ofKind<Kind extends Conclusion['kind']>(decided: readonly Decided[], kind: Kind) {
  return decided.filter((one): one is Concluded<Kind> => one.conclusion.kind === kind);
}

function paymentOf(boardId: Id, { known, conclusion }: Concluded<'settle'>): NewPayment {
  const { recordId, amount, bookedAt, bookedOn, virtualAccount } = known.record;
  const { marketId, firstBillId, reason, code } = conclusion;
  return {
    id: newId(),
    boardId,
    marketId,
    ...payeeOf(conclusion),
    source: 'bank',
    recordId,
    amount,
    paidAt: bookedAt,
    bookedOn,
    ...(firstBillId ? { firstBillId } : {}),
    debit: account.unmatched(),
    reason,
    evidence: code ? { code } : { virtualAccount },
  };
}

function standingOf(
  { known: { record }, conclusion, id: decisionId }: Decided,
  paymentId: Id | null,
): FirstStanding {
  const { kind, reason, marketId } = conclusion;
  const classed = kind === 'classify' ? { classed: { as: conclusion.as, decisionId } } : {};
  return { ...record, state: STATES[kind], reason, marketId, paymentId, ...classed };
}

const STATES = {
  settle: 'matched',
  unmatched: 'unmatched',
  classify: 'classified',
  outgoing: 'outgoing',
} as const;

function decisionOf({ known, conclusion, id }: Decided, paymentId: Id | null): NewDecision {
  const { found, addressed, ruled, record } = known;
  return {
    id,
    recordId: record.recordId,
    state: STATES[conclusion.kind],
    reason: conclusion.reason,
    ...(conclusion.kind === 'classify' ? { class: conclusion.as } : {}),
    evidence: {
      codes: found.codes,
      repairs: found.repairs,
      ...(found.broken.length > 0 ? { broken: found.broken } : {}),
      ...(addressed ? { virtualAccount: record.virtualAccount } : {}),
      ...(ruled.length > 0 ? { ruled } : {}),
      ...(conclusion.kind === 'settle' && conclusion.code ? { code: conclusion.code } : {}),
    },
    paymentId,
  };
}
