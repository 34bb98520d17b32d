import type { SettlementProofs } from '@cho40/banking';
import { Payments, type NewPayment } from '@cho40/billing';
import { invariant, vnd, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { account, Ledger, type NewTransfer } from '@cho40/ledger';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { decideAll, payeeOf, type Conclusion, type Settle } from '../domain/decide';
import { enterLines, type EnteredLines } from '../domain/enter-lines';
import { reconciliationError } from '../errors';
import { RecordFacts, type KnownRecord } from '../matching/record-facts.service';
import {
  linesOfBatch,
  linesToRelease,
  lockLines,
  putLines,
  type LineStanding,
  type TextLine,
} from './batch-lines.queries';

type HeldBatch = Awaited<ReturnType<SettlementProofs['hold']>>;

/** A batch that was proven, on the bank's day. */
export interface ProvenBatch {
  readonly batch: HeldBatch;
  readonly proofId: Id;
  readonly bookedOn: BusinessDate;
}

/** The lines of proven batches on their way into payments, and back. */
@Injectable()
export class SettledLines {
  constructor(
    private readonly payments: Payments,
    private readonly ledger: Ledger,
    private readonly facts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Posts a proven batch, fee and refunds apart, and decides on its lines by the rule that decides on
   * bank records. What the rule cannot name waits for a person.
   * @throws billing.paymentRefunded when a refund takes from what was given back already
   */
  async enter(tx: Tx, proven: ProvenBatch): Promise<void> {
    const { boardId, batchId } = proven.batch;
    const lines = await linesOfBatch(tx, boardId, batchId);
    const entered = enterLines(lines);
    await this.ledger.post(tx, transfersOf(proven, lines, entered));
    const refunded = await this.takeBack(tx, proven, entered);
    const decided = await this.decide(tx, proven, entered.decided);
    const waiting = entered.waiting.map(
      ({ line, reason }): LineStanding => ({
        ...nobodys(proven, line),
        reason,
        evidence: line.toldAs ? { recordId: line.toldAs } : {},
      }),
    );
    await putLines(tx, boardId, [...refunded, ...decided, ...waiting], this.clock.now());
  }

  /**
   * Takes back what a batch brought: its payments are undone, and payments of other batches that its
   * refunds had taken back are nobody's again.
   * @throws reconciliation.batchRefundedLater, billing.paymentRefunded
   */
  async leave(tx: Tx, { batch, proofId }: Omit<ProvenBatch, 'bookedOn'>, reason: string) {
    const { boardId, batchId } = batch;
    const { own, refunded, refundedByOthers } = await linesToRelease(tx, boardId, batchId);
    if (refundedByOthers.length > 0) throw reconciliationError('batchRefundedLater', { batchId });
    const held = await lockLines(tx, [...own, ...refunded]);
    const paid = held.flatMap(({ paymentId }) => paymentId ?? []);
    await this.payments.undo(tx, paid, reason);
    const keys = await tx.sql<{ key: string }>(
      `select key from ledger.v_transfer
        where board_id = $1 and reverses is null and starts_with(key, $2)`,
      [boardId, `settlement:${proofId}:`],
    );
    await this.ledger.reverse(
      tx,
      boardId,
      keys.map(({ key }) => key),
      reason,
    );
    const isOwn = new Set(own);
    const standings = held.map((line): LineStanding => {
      const free = { ...line, paymentId: null, marketId: null };
      return isOwn.has(line.lineId)
        ? { ...free, state: 'waiting' }
        : { ...free, state: 'unmatched', reason: 'undone', evidence: { reason } };
    });
    await putLines(tx, boardId, standings, this.clock.now());
  }

  /** Payments that the wallet gave back: their leases owe again. */
  private async takeBack(
    tx: Tx,
    proven: ProvenBatch,
    { refunded }: EnteredLines,
  ): Promise<LineStanding[]> {
    const paid = refunded.flatMap(({ original }) => original.paymentId ?? []);
    await this.payments.undo(tx, paid, 'refunded');
    return refunded.map(({ refund, original }) => ({
      ...nobodys(proven, { lineId: original.lineId, amount: refund.amount }),
      ...(original.bookedOn && !original.isHere ? { bookedOn: original.bookedOn } : {}),
      state: 'refunded',
      reason: 'refunded',
      evidence: { refundId: refund.lineId },
    }));
  }

  private async decide(
    tx: Tx,
    proven: ProvenBatch,
    lines: readonly TextLine[],
  ): Promise<LineStanding[]> {
    const { boardId } = proven.batch;
    const known = await this.facts.of(tx, boardId, lines.map(recordOf));
    // What rules and looks say is said of bank records; a line is a payer's.
    const conclusions = decideAll(
      known.map((one) => ({ ...one, ruled: [], isWalletCredit: false })),
    );
    const settled = lines.flatMap((line, at) => {
      const conclusion = conclusions[at];
      return conclusion?.kind === 'settle' ? [{ line, conclusion }] : [];
    });
    const recorded = await this.payments.record(
      tx,
      settled.map(({ line, conclusion }) => paymentOf(proven, line, conclusion)),
    );
    const paymentOfLine = new Map(
      settled.map(({ line }, at) => [line.lineId, recorded[at]?.paymentId] as const),
    );
    return lines.map((line, at) => {
      const [conclusion, one] = [conclusions[at], known[at]];
      invariant(conclusion !== undefined && one !== undefined, 'a line without a conclusion', {
        lineId: line.lineId,
      });
      return standingOf(proven, one, {
        line,
        conclusion,
        paymentId: paymentOfLine.get(line.lineId) ?? null,
      });
    });
  }
}

/** A line as the rule looks at records: its day is the payer's, its text the payer's own. */
const recordOf = (line: TextLine) => ({
  recordId: line.lineId,
  accountId: line.accountId,
  direction: 'in' as const,
  amount: line.amount,
  bookedAt: line.paidAt,
  bookedOn: line.paidOn,
  content: line.content,
  counterAccount: null,
  virtualAccount: null,
});

function paymentOf({ batch, bookedOn }: ProvenBatch, line: TextLine, settle: Settle): NewPayment {
  const { marketId, firstBillId, reason, code } = settle;
  const { lineId: settlementLineId, amount, paidAt, transactionId } = line;
  return {
    id: newId(),
    boardId: batch.boardId,
    marketId,
    ...payeeOf(settle),
    source: 'settlement',
    settlementLineId,
    amount,
    paidAt,
    bookedOn,
    ...(firstBillId ? { firstBillId } : {}),
    debit: account.unmatched(),
    reason,
    evidence: { code, transactionId },
  };
}

const nobodys = (
  { bookedOn }: ProvenBatch,
  { lineId, amount }: Pick<TextLine, 'lineId' | 'amount'>,
) => ({ lineId, amount, bookedOn, state: 'unmatched' as const, marketId: null, paymentId: null });

function standingOf(
  { bookedOn }: ProvenBatch,
  { found }: KnownRecord,
  decided: { line: TextLine; conclusion: Conclusion; paymentId: Id | null },
): LineStanding {
  const { line, conclusion, paymentId } = decided;
  const { lineId, amount } = line;
  const { reason, marketId } = conclusion;
  const code = conclusion.kind === 'settle' && conclusion.code ? { code: conclusion.code } : {};
  const evidence = { codes: found.codes, repairs: found.repairs, broken: found.broken, ...code };
  const state = paymentId ? ('matched' as const) : ('unmatched' as const);
  return { lineId, amount, state, reason, evidence, marketId, paymentId, bookedOn };
}

/** What came, what the wallet kept and what it gave back: together the batch's credit. */
function transfersOf(
  { batch, proofId, bookedOn: on }: ProvenBatch,
  lines: readonly TextLine[],
  { unnamed }: EnteredLines,
): NewTransfer[] {
  const { boardId, fees } = batch;
  const isUnnamed = new Set<Id>(unnamed.map(({ lineId }) => lineId));
  const key = (what: string) => `settlement:${proofId}:${what}`;
  const of = { boardId, on, reason: `batch ${batch.number}` };
  const ofLines = lines.map(({ lineId, kind, amount }): NewTransfer => {
    const out = isUnnamed.has(lineId) ? account.walletRefund() : account.unmatched();
    const sides =
      kind === 'payment'
        ? { debit: account.walletBatch(), credit: account.unmatched() }
        : { debit: out, credit: account.walletBatch() };
    return { ...of, key: key(lineId), amount, ...sides };
  });
  if (fees === 0) return ofLines;
  const kept = { debit: account.walletFee(), credit: account.walletBatch() };
  const given = { debit: account.walletBatch(), credit: account.walletFee() };
  const amount = vnd(Math.abs(fees));
  return [...ofLines, { ...of, key: key('fee'), amount, ...(fees > 0 ? kept : given) }];
}
