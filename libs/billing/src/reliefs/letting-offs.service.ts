import {
  businessDateOf,
  invariant,
  sumVnd,
  vnd,
  type Clock,
  type Id,
  type Vnd,
} from '@cho40/kernel';
import { account, Ledger, type NewTransfer } from '@cho40/ledger';
import { CLOCK, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { creditOf } from '../bills/posting';
import { mirrorReliefParts, standingLines, type StandingLine } from '../bills/taking-back.queries';
import { letOff, type LettingOff } from '../domain/letting-off';
import { billingError } from '../errors';
import { Settlement } from '../payments/settlement.service';
import { Splits } from '../payments/splits.service';
import {
  insertParts,
  newPartOf,
  type NewPart,
  type ReliefRow,
  type Target,
} from './reliefs.queries';

/** What reliefs do to bills that are issued already, and to the books. */
@Injectable()
export class LettingOffs {
  constructor(
    private readonly ledger: Ledger,
    private readonly settlement: Settlement,
    private readonly splits: Splits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What approval would let off, by lease. */
  async wouldLetOff(
    tx: Reading,
    relief: WhatIsLetOff,
    targets: readonly Target[],
  ): Promise<Map<Id, Vnd>> {
    const lines = await linesFor(tx, relief, targets);
    const leaseOf = new Map(lines.map((line) => [line.id, line.leaseId]));
    const sums = new Map<Id, Vnd>();
    for (const { lineId, amount } of letOff(lines, lettingOffOf(relief))) {
      const leaseId = leaseOf.get(lineId);
      if (leaseId) sums.set(leaseId, vnd((sums.get(leaseId) ?? 0) + amount));
    }
    return sums;
  }

  /**
   * Lets off of issued bills what an approved relief says; gives the sum.
   * @throws billing.correctionTooLarge, nothingToRelieve
   */
  async letOff(tx: Tx, relief: ReliefRow, targets: readonly Target[]): Promise<Vnd> {
    const { boardId, id, kind } = relief;
    const leaseIds = await this.hold(tx, relief, targets);
    const lines = await linesFor(tx, relief, targets);
    const parts = letOff(lines, lettingOffOf(relief)).map(newPartOf);
    const sum = sumVnd(parts.map((part) => part.amount));
    if (kind === 'correction' && sum < (relief.amount ?? 0))
      throw billingError('correctionTooLarge', { amount: sum });
    if (kind === 'write-off' && sum === 0) throw billingError('nothingToRelieve');
    const now = this.clock.now();
    const freed = parts.filter((part) => part.freesPaid).map((part) => part.lineId);
    if (freed.length > 0) await this.splits.free(tx, boardId, freed, relief.document);
    await insertParts(tx, boardId, id, parts, now);
    await this.ledger.post(tx, this.transfersOf(relief, lines, parts));
    if (freed.length > 0) await this.settlement.settle(tx, boardId, leaseIds);
    return sum;
  }

  /** Mirrors what a relief let off of issued bills; credit of its leases settles them again. */
  async takeBack(
    tx: Tx,
    { boardId, id }: ReliefRow,
    targets: readonly Target[],
    reason: string,
  ): Promise<void> {
    const leaseIds = targets.map((target) => target.leaseId);
    await this.settlement.hold(tx, boardId, leaseIds);
    const keys = await mirrorReliefParts(tx, boardId, { reliefId: id }, this.clock.now());
    await this.ledger.reverse(tx, boardId, keys, reason);
    await this.settlement.settle(tx, boardId, leaseIds);
  }

  /** Holds the leases, and whoever paid parts of the bills that are let off; gives them. */
  private async hold(tx: Tx, relief: ReliefRow, targets: readonly Target[]): Promise<Id[]> {
    const lines = await linesFor(tx, relief, targets);
    const leaseIds = targets.map((target) => target.leaseId);
    const billIds = [...new Set(lines.map((line) => line.billId))];
    return this.splits.hold(tx, relief.boardId, leaseIds, { billIds });
  }

  private transfersOf(
    { boardId, kind, document }: ReliefRow,
    lines: readonly StandingLine[],
    parts: readonly NewPart[],
  ): NewTransfer[] {
    const on = businessDateOf(this.clock.now());
    const byId = new Map(lines.map((line) => [line.id, line]));
    return parts.flatMap(({ id, lineId, amount, taxAmount }) => {
      const line = byId.get(lineId);
      invariant(line !== undefined, 'a part of a relief is of a line', { lineId });
      const credit = account.receivable(line.leaseId);
      const posting = { boardId, credit, on, reason: document };
      const net = vnd(amount - taxAmount);
      const debit = debitOf(kind, line);
      return [
        { ...posting, key: `relief:${id}`, debit, amount: net },
        { ...posting, key: `relief:${id}:tax`, debit: account.tax(), amount: taxAmount },
      ].filter((transfer) => transfer.amount > 0);
    });
  }
}

/** A correction takes back what was posted; what is forgiven has an account of its own. */
function debitOf(kind: ReliefRow['kind'], line: StandingLine) {
  switch (kind) {
    case 'relief':
      return account.relief(line.feeType);
    case 'correction':
      return creditOf(line, line);
    case 'write-off':
      return account.writeOff();
  }
}

/** A relief as far as sums follow from it: proposed, or only thought of. */
export type WhatIsLetOff = Pick<
  ReliefRow,
  'boardId' | 'kind' | 'fromOn' | 'toOn' | 'percent' | 'amount' | 'feeType'
>;

/** A deposit is owed back one day: it is given back or its bill voided, never let off. */
async function linesFor(
  tx: Reading,
  { boardId, kind, fromOn: from, toOn: to }: WhatIsLetOff,
  targets: readonly Target[],
): Promise<StandingLine[]> {
  const leaseIds = targets.map((target) => target.leaseId);
  const of =
    kind === 'relief' && from && to
      ? { leaseIds, from, to }
      : { billIds: targets.flatMap((target) => target.billId ?? []) };
  const lines = await standingLines(tx, boardId, of);
  return lines.filter((line) => line.kind !== 'security');
}

function lettingOffOf(relief: WhatIsLetOff): LettingOff {
  const { kind, fromOn: from, toOn: to, percent, feeType } = relief;
  const amount = relief.amount === null ? null : vnd(relief.amount);
  if (kind === 'relief' && from && to) return { kind, from, to, percent, amount, feeType };
  if (kind === 'correction' && amount !== null) return { kind, amount, feeType };
  return { kind: 'write-off' };
}
