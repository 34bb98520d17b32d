import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { lineKey, type ReportLine } from './read-report';

/** A line as it was told before. */
export interface KnownLine {
  readonly lineId: Id;
  readonly batchId: Id;
  readonly batch: string;
  readonly kind: ReportLine['kind'];
  readonly transactionId: string;
  readonly amount: Vnd;
  readonly fee: number;
  readonly paidOn: BusinessDate;
}

export const CONFLICTS = ['differs', 'batchProven'] as const;
export type ConflictKind = (typeof CONFLICTS)[number];

/** What becomes of a line of a file. */
export type PlannedLine =
  | { readonly kind: 'new' | 'known'; readonly line: ReportLine }
  | {
      readonly kind: 'conflict';
      readonly line: ReportLine;
      readonly why: ConflictKind;
      readonly batchId: Id;
      /** The line it contradicts; null: it comes too late for its batch. */
      readonly lineId: Id | null;
    };

/**
 * A line that is known changes nothing; one that was told otherwise, or would be added to a batch
 * that is proven, is a conflict: the first word stands.
 */
export function planLines(
  lines: readonly ReportLine[],
  known: readonly KnownLine[],
  provenBatches: ReadonlyMap<string, Id>,
): PlannedLine[] {
  const before = new Map(known.map((one) => [lineKey(one), one]));
  return lines.map((line): PlannedLine => {
    const stands = before.get(lineKey(line));
    if (stands && isSame(line, stands)) return { kind: 'known', line };
    if (stands) {
      const { batchId, lineId } = stands;
      return { kind: 'conflict', line, why: 'differs', batchId, lineId };
    }
    const batchId = provenBatches.get(line.batch);
    if (batchId) return { kind: 'conflict', line, why: 'batchProven', batchId, lineId: null };
    return { kind: 'new', line };
  });
}

const isSame = (line: ReportLine, stands: KnownLine) =>
  line.amount === stands.amount &&
  line.fee === stands.fee &&
  line.paidOn === stands.paidOn &&
  line.batch === stands.batch;
