import { addDays, type BusinessDate } from '@cho40/kernel';
import { contentFit } from './content';

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
 * different contents compete, nothing is guessed.
 * `records` are those no sighting of the rows' source belongs to yet.
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

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** A cluster of rows and records that fit one another in part. */
interface Cluster {
  readonly rows: Linkable[];
  readonly records: Linkable[];
}

/** The rows and records of one account, direction and amount that are still free. */
class Table {
  private rows: Linkable[];
  private records: Linkable[];

  constructor(rows: readonly Linkable[], records: readonly Linkable[]) {
    this.rows = [...rows];
    this.records = [...records];
  }

  pairEqual(daysApart: number, linked: Map<string, string>): void {
    const free = groupBy(this.records, (record) => `${record.bookedOn} ${record.content}`);
    for (const row of this.rows) {
      const record = daysBeside(row.bookedOn, daysApart)
        .map((day) => free.get(`${day} ${row.content}`))
        .find((records) => records && records.length > 0)
        ?.shift();
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
    for (const cluster of this.clusters(daysApart)) {
      if (isCertain(cluster)) {
        pairInOrder(cluster, daysApart, linked);
        continue;
      }
      for (const row of cluster.rows) {
        const choice = cluster.records.filter((record) => fitsInPart(row, record, daysApart));
        asked.set(
          row.id,
          choice.map((record) => record.id),
        );
      }
      for (const record of cluster.records) contested.add(record.id);
    }
    this.rows = this.rows.filter((row) => !asked.has(row.id));
    this.drop(linked, contested);
  }

  /** Rows and records that hang together by partial fits, as connected components. */
  private clusters(daysApart: number): Cluster[] {
    const recordsOn = groupBy(this.records, (record) => record.bookedOn);
    const clusterOf = new Map<string, Cluster>();
    for (const row of this.rows) {
      const own: Cluster = { rows: [row], records: [] };
      const near = daysBeside(row.bookedOn, daysApart).flatMap((day) => recordsOn.get(day) ?? []);
      for (const record of near) {
        if (!fitsInPart(row, record, daysApart)) continue;
        const other = clusterOf.get(record.id);
        if (other === own) continue;
        if (other) absorb(own, other, clusterOf);
        else own.records.push(record);
        clusterOf.set(record.id, own);
      }
    }
    return [...new Set(clusterOf.values())];
  }

  private drop(linked: ReadonlyMap<string, string>, contested: ReadonlySet<string>): void {
    const taken = new Set(linked.values());
    this.rows = this.rows.filter((row) => !linked.has(row.id));
    this.records = this.records.filter(
      (record) => !taken.has(record.id) && !contested.has(record.id),
    );
  }
}

function absorb(into: Cluster, other: Cluster, clusterOf: Map<string, Cluster>): void {
  into.rows.unshift(...other.rows);
  into.records.push(...other.records);
  for (const record of other.records) clusterOf.set(record.id, into);
}

function daysBeside(day: BusinessDate, daysApart: number): BusinessDate[] {
  return daysApart === 0 ? [day] : [addDays(day, -daysApart), addDays(day, daysApart)];
}

function fitsInPart(row: Linkable, record: Linkable, daysApart: number): boolean {
  return (
    daysBeside(row.bookedOn, daysApart).includes(record.bookedOn) &&
    contentFit(row.content, record.content) === 'part'
  );
}

/** Whether any way of pairing gives the same records: one side alike and the other used up. */
function isCertain({ rows, records }: Cluster): boolean {
  const rowsAlike = new Set(rows.map((row) => row.content)).size === 1;
  const recordsAlike = new Set(records.map((record) => record.content)).size === 1;
  if (rowsAlike && recordsAlike) return true;
  if (rowsAlike) return rows.length >= records.length;
  return recordsAlike && records.length >= rows.length;
}

function pairInOrder(cluster: Cluster, daysApart: number, linked: Map<string, string>): void {
  const free = new Set(inOrder(cluster.records));
  for (const row of inOrder(cluster.rows)) {
    const record = [...free].find((each) => fitsInPart(row, each, daysApart));
    if (!record) continue;
    free.delete(record);
    linked.set(row.id, record.id);
  }
}
