import { type BusinessDate, groupBy } from '@cho40/kernel';
import { type Alike, alikeKey, type Cluster, daysBeside, PartialFits } from './partial-fits';

/** A sighting to be placed, or a record that may be the same transfer. */
export interface Linkable {
  readonly id: string;
  readonly accountId: string;
  readonly direction: string;
  readonly amount: number;
  readonly bookedOn: BusinessDate;
  /** Normalised (`normalContent`). */
  readonly content: string;
}

export interface Links {
  /** Row → the record it shows again. */
  readonly linked: ReadonlyMap<string, string>;
  /** Row → the records among which a person must choose. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds which rows show a record again that another source has shown already: same account,
 * direction and amount, the same day or the day beside it (a bank books a late transfer on the next
 * day), and a content that is equal or part of the other's. The closest evidence goes first. Equal
 * contents are interchangeable and paired one by one, so two genuine equal payments stay two; where
 * different contents compete, nothing is guessed. No row is compared with every record, however many
 * share day and amount. `records` are those no sighting of the rows' source belongs to yet.
 */
export function linkRows(rows: readonly Linkable[], records: readonly Linkable[]): Links {
  const linked = new Map<string, string>();
  const asked = new Map<string, readonly string[]>();
  const recordsOf = groupBy(inOrder(records), groupOf);
  for (const [group, groupRows] of groupBy(inOrder(rows), groupOf)) {
    const table = new Table(groupRows, recordsOf.get(group) ?? []);
    for (const daysApart of [0, 1]) table.pairEqual(daysApart, linked);
    for (const daysApart of [0, 1]) table.pairParts(daysApart, linked, asked);
  }
  return { linked, asked };
}

const groupOf = (one: Linkable) => `${one.accountId} ${one.direction} ${one.amount}`;

function inOrder(items: readonly Linkable[]): Linkable[] {
  // The sort is stable, so rows of one day stay as the bank printed them.
  return [...items].sort((a, b) =>
    a.bookedOn < b.bookedOn ? -1 : Number(a.bookedOn > b.bookedOn),
  );
}

/** The rows and records of one account, direction and amount that are still free. */
class Table {
  private rows: readonly Linkable[];
  private records: readonly Linkable[];

  constructor(rows: readonly Linkable[], records: readonly Linkable[]) {
    this.rows = rows;
    this.records = records;
  }

  pairEqual(daysApart: number, linked: Map<string, string>): void {
    if (this.records.length === 0) return;
    const beside = daysBeside(daysApart);
    // Taken from the end, where taking is cheap: the last first.
    const free = groupBy(this.records.toReversed(), alikeKey);
    for (const row of this.rows) {
      const record = beside(row.bookedOn)
        .map((bookedOn) => free.get(alikeKey({ bookedOn, content: row.content })))
        .find((records) => records && records.length > 0)
        ?.pop();
      if (record) linked.set(row.id, record.id);
    }
    this.drop(linked, new Set());
  }

  pairParts(
    daysApart: number,
    linked: Map<string, string>,
    asked: Map<string, readonly string[]>,
  ): void {
    if (this.records.length === 0) return;
    const contested = new Set<string>();
    const fits = new PartialFits(this.rows, this.records, daysApart);
    for (const cluster of fits.clusters()) {
      if (isCertain(cluster)) {
        pairInOrder(cluster, daysApart, linked);
        continue;
      }
      for (const row of cluster.rows) {
        const choice = fits.of(row).flatMap(({ items }) => items.map(({ id }) => id));
        for (const { id } of row.items) asked.set(id, choice);
      }
      for (const { id } of itemsOf(cluster.records)) contested.add(id);
    }
    this.rows = this.rows.filter((row) => !asked.has(row.id));
    this.drop(linked, contested);
  }

  private drop(linked: ReadonlyMap<string, string>, contested: ReadonlySet<string>): void {
    const taken = new Set(this.rows.flatMap(({ id }) => linked.get(id) ?? []));
    this.rows = this.rows.filter((row) => !linked.has(row.id));
    this.records = this.records.filter(
      (record) => !taken.has(record.id) && !contested.has(record.id),
    );
  }
}

/** Whether any way of pairing gives the same records: one side alike and the other used up. */
function isCertain({ rows, records }: Cluster): boolean {
  const rowsAlike = new Set(rows.map(({ content }) => content)).size === 1;
  const recordsAlike = new Set(records.map(({ content }) => content)).size === 1;
  if (rowsAlike && recordsAlike) return true;
  const [rowCount, recordCount] = [itemsOf(rows).length, itemsOf(records).length];
  if (rowsAlike) return rowCount >= recordCount;
  return recordsAlike && recordCount >= rowCount;
}

const itemsOf = (alike: readonly Alike[]) => alike.flatMap(({ items }) => items);

/** One side is alike, so that a record fits each row that is as many days from it. */
function pairInOrder(cluster: Cluster, daysApart: number, linked: Map<string, string>): void {
  const records = inOrder(itemsOf(cluster.records));
  const free = groupBy(records.toReversed(), ({ bookedOn }) => bookedOn);
  const beside = daysBeside(daysApart);
  for (const row of inOrder(itemsOf(cluster.rows))) {
    const record = beside(row.bookedOn)
      .map((day) => free.get(day))
      .find((ofDay) => ofDay && ofDay.length > 0)
      ?.pop();
    if (record) linked.set(row.id, record.id);
  }
}
