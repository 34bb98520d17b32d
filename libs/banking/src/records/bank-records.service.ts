import type { Clock, Id } from '@cho40/kernel';
import { account, Ledger, type NewTransfer } from '@cho40/ledger';
import { CLOCK, Jobs, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { proveAccounts } from '../accounts/proving.queries';
import type { SeenMovement } from '../domain/movement';
import { carriesProbe } from '../domain/probe';
import {
  contentHashOf,
  keyOf,
  placeFresh,
  placeKnown,
  placeRestated,
  type Placement,
} from './placement';
import { takeConfirmed } from './newly-confirmed.queries';
import { askedAbout, knownSightings, lockAccounts, recordsNear } from './placement.queries';
import {
  insertConfirmations,
  insertQuestions,
  insertRecords,
  insertSightings,
  learnSizes,
  type Believed,
  type NewQuestion,
  type Proof,
} from './writing.queries';

// One statement writes so many rows; a statement file of a year stays far below the time limit.
const ROWS_AT_ONCE = 5_000;
// By these the planner learns what the tables of a new program look like.
const FIRST_ROWS = 500;

/** The one way by which movements of money become bank records. */
@Injectable()
export class BankRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes movements in, of one source or several, in any order and any repetition: known
   * ones change nothing, those another source showed are linked to its record, the rest are new
   * records. What is proven is posted to the ledger in the same transaction. Gives one placement
   * per row, in the rows' order.
   */
  async ingest(tx: Tx, boardId: Id, rows: readonly SeenMovement[]): Promise<Placement[]> {
    await lockAccounts(
      tx,
      rows.map((row) => row.accountId),
    );
    const placements: Placement[] = [];
    for (const part of partsOf(rows)) {
      const placed = await this.plan(
        tx,
        boardId,
        part.map(({ row }) => row),
      );
      await this.carryOut(tx, boardId, placed);
      placed.forEach((placement, at) => {
        placements[part[at]?.at ?? 0] = placement;
      });
    }
    return placements;
  }

  /** What `ingest` would make of rows of one kind of source, no identity twice. Changes nothing. */
  async plan(tx: Reading, boardId: Id, rows: readonly SeenMovement[]): Promise<Placement[]> {
    const known = await knownSightings(tx, boardId, rows);
    const asked = await askedAbout(tx, boardId, rows);
    const stands = rows.map((row) => placeKnown(row, known, asked));
    const fresh = rows.filter((_, at) => stands[at] === undefined);
    if (fresh.length === 0) return stands.filter((placement) => placement !== undefined);
    const near = await recordsNear(tx, boardId, fresh);
    const restated = placeRestated(fresh, rows, near.shown);
    const restatedOf = (row: SeenMovement) =>
      restated.size > 0 ? restated.get(keyOf(row)) : undefined;
    const unseen = fresh.filter((row) => !restatedOf(row));
    const placed = placeFresh(unseen, near.free).values();
    return rows.flatMap((row, at) => {
      const recordId = restatedOf(row);
      if (recordId) return [{ kind: 'known', row, recordId } as const];
      return stands[at] ?? placed.next().value ?? [];
    });
  }

  /**
   * Writes what was planned in this transaction, under the lock of the accounts; tells of how many
   * rows that is done, again and again.
   */
  async carryOut(
    tx: Tx,
    boardId: Id,
    placements: readonly Placement[],
    onDone: (rows: number) => void = () => undefined,
  ): Promise<void> {
    let from = 0;
    for (let count = FIRST_ROWS; from < placements.length; count = ROWS_AT_ONCE) {
      await this.carryOutPart(tx, boardId, placements.slice(from, from + count));
      if (from === 0 && placements.length > FIRST_ROWS) await learnSizes(tx, placements.length);
      from += count;
      onDone(Math.min(from, placements.length));
    }
  }

  /**
   * Hands out up to `limit` confirmed records, each once, the first recorded first, but not those
   * that are `passed` by. They wait again should the transaction not come to its end.
   */
  take(tx: Tx, boardId: Id, limit: number, passed: readonly Id[] = []): Promise<Id[]> {
    return takeConfirmed(tx, boardId, limit, passed);
  }

  private async carryOutPart(tx: Tx, boardId: Id, placements: readonly Placement[]): Promise<void> {
    const now = this.clock.now();
    await insertRecords(tx, boardId, placements.filter(isKind('new')), now);
    const proofs = await insertSightings(
      tx,
      boardId,
      placements.filter(isKind('new', 'linked')),
      now,
    );
    const late = placements.filter(isKind('proof')).map(lateProof);
    await insertQuestions(tx, boardId, placements.flatMap(questionOf), now);
    await this.believe(tx, boardId, [...proofs, ...late], now);
  }

  private async believe(tx: Tx, boardId: Id, proofs: readonly Proof[], now: Date): Promise<void> {
    if (proofs.length === 0) return;
    const believed = await insertConfirmations(tx, boardId, proofs, now);
    if (believed.length === 0) return;
    await this.ledger.post(
      tx,
      believed.map((record) => posting(boardId, record)),
    );
    const probes = believed.filter(isProbe);
    if (probes.length > 0) await proveAccounts(tx, boardId, onePerAccount(probes), { now });
    await this.jobs.add(tx, { kind: 'banking.recordConfirmed', boardId, key: boardId });
  }
}

const isProbe = ({ probeCode, content }: Believed): boolean =>
  probeCode !== null && carriesProbe(content, probeCode);

const onePerAccount = (probes: readonly Believed[]): Believed[] => [
  ...new Map(probes.map((probe) => [probe.accountId, probe])).values(),
];

interface Numbered {
  readonly row: SeenMovement;
  readonly at: number;
}

/** Parts of one kind of source in which no identity comes twice, to be taken in one after another. */
function partsOf(rows: readonly SeenMovement[]): Numbered[][] {
  const copies = new Map<string, number>();
  const parts = new Map<string, Numbered[]>();
  rows.forEach((row, at) => {
    const copy = copies.get(keyOf(row)) ?? 0;
    copies.set(keyOf(row), copy + 1);
    const name = `${row.source} ${copy}`;
    const part = parts.get(name) ?? [];
    part.push({ row, at });
    parts.set(name, part);
  });
  return [...parts.values()];
}

function isKind<Kind extends Placement['kind']>(...kinds: readonly Kind[]) {
  return (placement: Placement): placement is Extract<Placement, { kind: Kind }> =>
    kinds.some((kind) => kind === placement.kind);
}

function lateProof({ recordId, sightingId, row }: Extract<Placement, { kind: 'proof' }>): Proof {
  return { recordId, sightingId, deliveryId: row.deliveryId };
}

function questionOf(placement: Placement): NewQuestion[] {
  const { row } = placement;
  const question = { accountId: row.accountId, row, contentHash: contentHashOf(row) };
  if (placement.kind === 'conflict')
    return [{ ...question, kind: 'conflict', facts: { candidates: [placement.recordId] } }];
  if (placement.kind === 'twoFit')
    return [{ ...question, kind: 'two-fit', facts: { candidates: placement.candidates } }];
  return [];
}

function posting(boardId: Id, record: Believed): NewTransfer {
  const bank = account.bank(record.bin, record.number);
  const isIn = record.direction === 'in';
  return {
    boardId,
    key: `record:${record.recordId}:${record.direction}`,
    debit: isIn ? bank : account.outgoingUnclassified(),
    credit: isIn ? account.unmatched() : bank,
    amount: record.amount,
    on: record.bookedOn,
    reason: isIn ? 'bank record in' : 'bank record out',
  };
}
