import type { Id } from '@cho40/kernel';

/** A record that is a batch's sum to the đồng and looks as the wallet's credits do. */
export interface Fit {
  readonly batchId: Id;
  readonly recordId: Id;
}

/**
 * The pairs that prove themselves: the batch fits no other record, and the record no other batch. A
 * tie is a tie, and a person's.
 */
export function provable(fits: readonly Fit[]): Fit[] {
  const batches = countBy(fits, ({ batchId }) => batchId);
  const records = countBy(fits, ({ recordId }) => recordId);
  return fits.filter((fit) => batches.get(fit.batchId) === 1 && records.get(fit.recordId) === 1);
}

function countBy(fits: readonly Fit[], keyOf: (fit: Fit) => Id): Map<Id, number> {
  const counts = new Map<Id, number>();
  for (const fit of fits) counts.set(keyOf(fit), (counts.get(keyOf(fit)) ?? 0) + 1);
  return counts;
}
