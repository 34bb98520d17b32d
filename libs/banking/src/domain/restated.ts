import { contentFit } from './content';
import { groupBy, type Linkable } from './link';

export interface Restated {
  /** Row → the record that an earlier statement made of the same movement. */
  readonly known: ReadonlyMap<string, string>;
  /** Rows of which nobody can say whether they are such a movement. */
  readonly unlike: readonly string[];
}

/**
 * Finds the rows that an earlier statement has shown in other words: as Excel first and as MT940
 * then, say, with other references and texts cut elsewhere. `records` are those of earlier statements
 * that none of this file's rows repeats word for word; since a statement shows all of a day, each
 * record of a day it covers must be one of its rows of that day, direction and amount.
 */
export function restatedRows(rows: readonly Linkable[], records: readonly Linkable[]): Restated {
  const known = new Map<string, string>();
  const unlike: string[] = [];
  const recordsOf = groupBy(records, groupOf);
  for (const [group, groupRows] of groupBy(rows, groupOf)) {
    const free = new Set(recordsOf.get(group));
    if (free.size === 0) continue;
    const fits = ['same', 'part'];
    for (const fit of fits)
      for (const row of groupRows.filter(({ id }) => !known.has(id)))
        take(row, free, known, (record) => contentFit(row.content, record.content) === fit);
    const left = groupRows.filter(({ id }) => !known.has(id));
    // Fewer rows than records: each of them is one, and equal sums make it the same which.
    if (left.length <= free.size) for (const row of left) take(row, free, known, () => true);
    else if (free.size > 0) unlike.push(...left.map(({ id }) => id));
  }
  return { known, unlike };
}

const groupOf = ({ accountId, direction, amount, bookedOn }: Linkable) =>
  `${accountId} ${direction} ${amount} ${bookedOn}`;

function take(
  row: Linkable,
  free: Set<Linkable>,
  known: Map<string, string>,
  fits: (record: Linkable) => boolean,
): void {
  const record = [...free].find(fits);
  if (!record) return;
  free.delete(record);
  known.set(row.id, record.id);
}
