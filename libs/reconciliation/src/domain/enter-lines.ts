import type { BusinessDate, Id, Vnd } from '@cho40/kernel';

/** A line of a batch that was proven, with what is known of it. */
export interface BatchLine {
  readonly lineId: Id;
  readonly kind: 'payment' | 'refund';
  readonly amount: Vnd;
  /** A refund's payment of the same sum, where the wallet told of one. */
  readonly original: OriginalLine | null;
  /** A person took its payment back before: nobody is named for it by rule again. */
  readonly wasUndone: boolean;
  /** The bank record by which a feed or a statement showed this very payment. */
  readonly toldAs: Id | null;
  /** A refund of it stands in another batch, or of another sum. */
  readonly isRefundedElsewhere: boolean;
}

export interface OriginalLine {
  readonly lineId: Id;
  /** null: it stands nowhere yet, its batch is not proven. */
  readonly state: 'unmatched' | 'matched' | 'refunded' | 'waiting' | null;
  readonly paymentId: Id | null;
  /** The day it stands on; null where it stands nowhere. */
  readonly bookedOn: BusinessDate | null;
  /** It is of the same batch. */
  readonly isHere: boolean;
}

/** What becomes of the lines of a proven batch. */
export interface EnteredLines<Line extends BatchLine = BatchLine> {
  /** By the rule that decides on records. */
  readonly decided: readonly Line[];
  /** For a person. */
  readonly waiting: readonly {
    readonly line: Line;
    readonly reason: 'undone' | 'alreadyTold' | 'refundKnown';
  }[];
  /** Payments that the wallet gave back, by this batch's refunds. */
  readonly refunded: readonly { readonly refund: Line; readonly original: OriginalLine }[];
  /** Refunds of what nobody can name: money that left. */
  readonly unnamed: readonly Line[];
}

type Waiting = EnteredLines['waiting'][number]['reason'];

/** A refund takes back the payment it names, once; money told twice or given back waits. */
export function enterLines<Line extends BatchLine>(lines: readonly Line[]): EnteredLines<Line> {
  const refunded = new Map<Id, { refund: Line; original: OriginalLine }>();
  const unnamed: Line[] = [];
  for (const refund of lines.filter(({ kind }) => kind === 'refund')) {
    const { original } = refund;
    if (original && takesBack(original) && !refunded.has(original.lineId))
      refunded.set(original.lineId, { refund, original });
    else unnamed.push(refund);
  }
  const payments = lines.filter(({ kind, lineId }) => kind === 'payment' && !refunded.has(lineId));
  const waiting = payments.flatMap((line) => {
    const reason = waitsFor(line);
    return reason ? [{ line, reason }] : [];
  });
  return {
    decided: payments.filter((line) => !waitsFor(line)),
    waiting,
    refunded: [...refunded.values()],
    unnamed,
  };
}

const takesBack = ({ isHere, state }: OriginalLine) =>
  isHere || state === 'matched' || state === 'unmatched';

function waitsFor({ wasUndone, toldAs, isRefundedElsewhere }: BatchLine): Waiting | null {
  if (isRefundedElsewhere) return 'refundKnown';
  if (toldAs) return 'alreadyTold';
  return wasUndone ? 'undone' : null;
}
