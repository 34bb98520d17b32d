import type { Clock, Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { classTransfer } from '../classes/class-transfer';
import { decideAll, type Classify } from '../domain/decide';
import { fits } from '../domain/rule';
import { countReached, endReaching, rulesReaching } from '../rules/rules.queries';
import { recordsOf } from './open-records.queries';
import { RecordFacts, type KnownRecord } from './record-facts.service';
import { lookingAgainPays, waitingToLookAt } from './second-look.queries';
import { keepDecisions, moveStandings } from './standings.queries';

/** Something is known by now that was not when records came: a rule, or what proved an account. */
export const SECOND_LOOK = 'reconciliation.secondLook';

/** A record that waited, and what it is by what is known now. */
interface Classed {
  readonly known: KnownRecord;
  readonly conclusion: Classify;
  readonly decisionId: Id;
}

/**
 * Looks again at what waits for a person and has no code, as if it had just come in. Money is only
 * classified here, never credited; what a person took back is left to people.
 */
@Injectable()
export class SecondLook {
  constructor(
    private readonly facts: RecordFacts,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether a board has something to look for: after a stop, or when a job died. */
  isDue(tx: Reading, boardId: Id): Promise<boolean> {
    return lookingAgainPays(tx, boardId);
  }

  /** Looks at the next `limit` records by their ids; gives the last of them, null at the end. */
  async lookFrom(tx: Tx, boardId: Id, after: Id | null, limit: number): Promise<Id | null> {
    const ids = await waitingToLookAt(tx, boardId, { after, limit });
    if (ids.length === 0) return null;
    const known = await this.facts.of(tx, boardId, await recordsOf(tx, boardId, ids));
    const conclusions = decideAll(known);
    const classed = known.flatMap((one, at): Classed[] => {
      const conclusion = conclusions[at];
      return conclusion?.kind === 'classify'
        ? [{ known: one, conclusion, decisionId: newId() }]
        : [];
    });
    if (classed.length > 0) await this.keep(tx, boardId, classed);
    return ids.at(-1) ?? null;
  }

  /** Everything was looked at with what was known when that began. */
  async end(tx: Tx, boardId: Id, began: Date): Promise<void> {
    await endReaching(tx, boardId, { onSince: began, now: this.clock.now() });
  }

  private async keep(tx: Tx, boardId: Id, classed: readonly Classed[]): Promise<void> {
    const now = this.clock.now();
    const decisions = classed.map(({ known: { record, ruled }, conclusion, decisionId }) => ({
      id: decisionId,
      recordId: record.recordId,
      state: 'classified' as const,
      reason: conclusion.reason,
      class: conclusion.as,
      evidence: { codes: [], repairs: [], ...(ruled.length > 0 ? { ruled } : {}) },
      paymentId: null,
    }));
    await keepDecisions(tx, boardId, decisions, now);
    await this.ledger.post(
      tx,
      classed.map(({ known: { record }, conclusion: { as }, decisionId }) => {
        const { amount, bookedOn } = record;
        return classTransfer({ boardId, amount, on: bookedOn, as, decisionId });
      }),
    );
    const standings = classed.map(({ known, conclusion: { as, reason }, decisionId }) => ({
      recordId: known.record.recordId,
      state: 'classified' as const,
      reason,
      marketId: null,
      paymentId: null,
      classed: { as, decisionId },
    }));
    await moveStandings(tx, boardId, standings, now);
    await this.count(tx, boardId, classed);
  }

  /** What each rule did that was switched on a moment ago. */
  private async count(tx: Tx, boardId: Id, classed: readonly Classed[]): Promise<void> {
    const rules = await rulesReaching(tx, boardId);
    const ruled = classed.filter(({ conclusion: { reason } }) => reason === 'rule');
    const reached = rules.map((rule) => ({
      id: rule.id,
      count: ruled.filter(({ known: { record } }) => fits(rule, this.facts.ruled(record, rules)))
        .length,
    }));
    await countReached(tx, boardId, reached);
  }
}
