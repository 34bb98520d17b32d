import { groupBy } from '@cho40/kernel';
import type { Linkable } from './link';
import { type Alike, PartialFits } from './partial-fits';

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
    const free = recordsOf.get(group);
    if (!free) continue;
    const one = new Restating(groupRows, free, known);
    one.takeEqual();
    one.takeParts();
    // Fewer rows than records: each of them is one, and equal sums make it the same which.
    if (one.rows.length <= one.records.length) one.takeAny();
    else if (one.records.length > 0) unlike.push(...one.rows.map(({ id }) => id));
  }
  return { known, unlike };
}

const groupOf = ({ accountId, direction, amount, bookedOn }: Linkable) =>
  `${accountId} ${direction} ${amount} ${bookedOn}`;

/** The rows and earlier records of one day, direction and amount that are still free. */
class Restating {
  constructor(
    public rows: readonly Linkable[],
    public records: readonly Linkable[],
    private readonly known: Map<string, string>,
  ) {}

  takeEqual(): void {
    const free = groupBy(this.records.toReversed(), ({ content }) => content);
    this.take((row) => free.get(row.content)?.pop());
  }

  takeParts(): void {
    if (this.rows.length === 0 || this.records.length === 0) return;
    const fits = new PartialFits(this.rows, this.records, 0);
    const left = new Map<Alike, Linkable[]>();
    const leftOf = (alike: Alike) => {
      const items = left.get(alike) ?? alike.items.toReversed();
      left.set(alike, items);
      return items;
    };
    const choices = new Map(
      fits.rows.map((row) => [row.content, fits.of(row).toReversed()] as const),
    );
    this.take((row) => {
      const choice = choices.get(row.content) ?? [];
      // What is used up is used up for all rows: nobody looks at it again.
      for (let last = choice.at(-1); last; last = choice.at(-1)) {
        const record = leftOf(last).pop();
        if (record) return record;
        choice.pop();
      }
      return undefined;
    });
  }

  takeAny(): void {
    const free = this.records.toReversed();
    this.take(() => free.pop());
  }

  private take(recordFor: (row: Linkable) => Linkable | undefined): void {
    const taken = new Set<Linkable>();
    this.rows = this.rows.filter((row) => {
      const record = recordFor(row);
      if (!record) return true;
      taken.add(record);
      this.known.set(row.id, record.id);
      return false;
    });
    this.records = this.records.filter((record) => !taken.has(record));
  }
}
