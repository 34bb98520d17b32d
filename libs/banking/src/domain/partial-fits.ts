import { addDays, addToGroup, type BusinessDate, groupBy } from '@cho40/kernel';
import type { Linkable } from './link';
import { PartIndex } from './part-index';

/** Rows, or records, of one day with one content: which of them is taken makes no difference. */
export interface Alike {
  readonly bookedOn: BusinessDate;
  readonly content: string;
  readonly items: readonly Linkable[];
}

/** Rows and records that hang together by partial fits. */
export interface Cluster {
  readonly rows: readonly Alike[];
  readonly records: readonly Alike[];
}

/**
 * Which rows and records so many days apart show one text that the one or the other bank has cut.
 * All are of one account, direction and amount.
 */
export class PartialFits {
  readonly rows: readonly Alike[];
  private readonly fitting = new Map<Alike, Alike[]>();

  constructor(rows: readonly Linkable[], records: readonly Linkable[], daysApart: number) {
    this.rows = alikeOf(rows);
    const alikeRecords = alikeOf(records);
    this.join(this.rows, alikeRecords, daysApart);
    this.join(alikeRecords, this.rows, daysApart);
  }

  /** The records that fit a row, the earliest day's first; or the rows that fit a record. */
  of(one: Alike): readonly Alike[] {
    return (this.fitting.get(one) ?? []).toSorted((a, b) =>
      a.bookedOn < b.bookedOn ? -1 : Number(a.bookedOn > b.bookedOn),
    );
  }

  clusters(): Cluster[] {
    const rows = new Set(this.rows);
    const reached = new Set<Alike>();
    return this.rows.flatMap((row) => {
      if (!this.fitting.has(row) || reached.has(row)) return [];
      const members = this.reach(row, reached);
      return {
        rows: members.filter((one) => rows.has(one)),
        records: members.filter((one) => !rows.has(one)),
      };
    });
  }

  private join(wholes: readonly Alike[], parts: readonly Alike[], daysApart: number): void {
    const partsOn = new Map<string, PartIndex<Alike>>();
    for (const [day, on] of groupBy(parts, ({ bookedOn }) => bookedOn))
      partsOn.set(day, new PartIndex(on));
    const beside = daysBeside(daysApart);
    for (const whole of wholes)
      for (const day of beside(whole.bookedOn))
        for (const part of partsOn.get(day)?.partsOf(whole.content) ?? []) {
          addToGroup(this.fitting, whole, part);
          addToGroup(this.fitting, part, whole);
        }
  }

  private reach(start: Alike, reached: Set<Alike>): Alike[] {
    const members = [start];
    reached.add(start);
    // Grows while it is walked, until nobody knows anybody else.
    for (const member of members)
      for (const next of this.fitting.get(member) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        members.push(next);
      }
    return members;
  }
}

export const alikeKey = ({ bookedOn, content }: Pick<Alike, 'bookedOn' | 'content'>) =>
  `${bookedOn} ${content}`;

/** The days so many days from a day, counted once for each: a file has 200,000 rows of 30 days. */
export function daysBeside(daysApart: number): (day: BusinessDate) => readonly BusinessDate[] {
  const counted = new Map<BusinessDate, readonly BusinessDate[]>();
  return (day) => {
    const beside =
      counted.get(day) ??
      (daysApart === 0 ? [day] : [addDays(day, -daysApart), addDays(day, daysApart)]);
    counted.set(day, beside);
    return beside;
  };
}

function alikeOf(items: readonly Linkable[]): Alike[] {
  return [...groupBy(items, alikeKey).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ bookedOn: first.bookedOn, content: first.content, items: alike }] : [];
  });
}
