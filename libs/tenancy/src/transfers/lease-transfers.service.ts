import {
  addDays,
  businessDateOf,
  invariant,
  type BusinessDate,
  type Clock,
  type Id,
} from '@cho40/kernel';
import { Audit, CLOCK, newId, People, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { takeoverOf } from '../domain/continued';
import { refusalOf } from '../domain/lease-state';
import { tenancyError } from '../errors';
import { cutShort } from '../leases/cut-short';
import { Leases } from '../leases/leases.service';
import { lockedLease, type LockedLease } from '../leases/locked-lease';
import { requireVendorsOf } from '../leases/signing';
import type { TransferDto } from './lease-transfer.dto';
import {
  findTransfers,
  policyOf,
  type TransferFilter,
  type TransferRow,
} from './lease-transfers.queries';

/** What is asked for: who takes the stall over, from when, and by which document. */
export interface NewTransfer {
  readonly id?: Id;
  readonly vendorId: Id;
  readonly from: BusinessDate;
  readonly reason: string;
  readonly documentNumber?: string | null;
  readonly documentOn?: BusinessDate | null;
}

/** A second person's word. */
export interface TransferDecision {
  readonly decision: 'approved' | 'refused';
  readonly reason?: string | null;
  /** Of the new lease; the market's next when not given. */
  readonly number?: string;
}

const INSERT = `
  insert into tenancy.lease_transfer (board_id, id, lease_id, vendor_id, from_on, policy, reason,
    document_number, document_on, created_by, new_lease_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** A stall that passes to another vendor, as its market allows. */
@Injectable()
export class LeaseTransfers {
  constructor(
    private readonly leases: Leases,
    private readonly people: People,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Where the market lets stalls pass freely, the stall passes at once: the lease ends on the day
   * before, with its debt, and another begins. By procedure it waits, with its document, for
   * another person. The same id again changes nothing.
   * @throws tenancy.leaseMissing, transferForbidden, transferNeedsDocument, transferToHolder,
   *   vendorMissing, leaseDayOutside, transferWaits, leaseEndedAlready, leaseRenewedAlready,
   *   leaseNotBegun
   */
  async ask(tx: Tx, leaseId: Id, wish: NewTransfer): Promise<TransferDto> {
    const lease = await lockedLease(tx, this.today(), leaseId);
    const id = wish.id ?? newId();
    if ((await findTransfers(tx, { id, limit: 1 })).total > 0) return this.get(tx, id);
    const policy = await this.allowed(tx, lease, wish);
    const newLeaseId = policy === 'free' ? await this.passOn(tx, lease, wish) : null;
    await tx.sql(INSERT, [
      lease.boardId,
      id,
      leaseId,
      wish.vendorId,
      wish.from,
      policy,
      wish.reason.trim(),
      wish.documentNumber ?? null,
      wish.documentOn ?? null,
      tx.actor.userId,
      newLeaseId,
    ]);
    await this.note(tx, lease, 'tenancy.askTransfer', { transferId: id, policy, newLeaseId });
    return this.get(tx, id);
  }

  /**
   * Another person's word on a transfer that waits: approved, the stall passes on; refused, all
   * stays as it is. The same word again changes nothing.
   * @throws tenancy.transferMissing, anotherPersonApproves, transferDecided, and what stands
   *   against the transfer by now
   */
  async decide(tx: Tx, id: Id, word: TransferDecision): Promise<TransferDto> {
    const { leaseId } = await this.get(tx, id);
    // Two who decide come one after the other: the second sees the first's word.
    const lease = await lockedLease(tx, this.today(), leaseId);
    const transfer = await this.get(tx, id);
    const { decision, reason, number } = word;
    if (transfer.state !== 'waiting') {
      if ((transfer.state === 'done') === (decision === 'approved')) return transfer;
      throw tenancyError('transferDecided');
    }
    if (tx.actor.userId === null || tx.actor.userId === transfer.createdBy)
      throw tenancyError('anotherPersonApproves');
    const { vendorId, from, reason: why } = transfer;
    const taker = { vendorId, from, reason: why, number };
    const newLeaseId =
      decision === 'approved'
        ? await this.passOn(tx, { ...lease, hasOpenTransfer: false }, taker)
        : null;
    await tx.sql(
      `update tenancy.lease_transfer
          set decision = $3, decided_by = $4, decided_at = $5, decision_reason = $6,
              new_lease_id = $7
        where board_id = $1 and id = $2`,
      [
        lease.boardId,
        id,
        decision,
        tx.actor.userId,
        this.clock.now(),
        reason?.trim() || null,
        newLeaseId,
      ],
    );
    const after = { transferId: id, decision, vendorId, from, newLeaseId };
    await this.note(tx, lease, 'tenancy.decideTransfer', after);
    return this.get(tx, id);
  }

  async list(tx: Reading, query: TransferFilter): Promise<Page<TransferDto>> {
    const page = await findTransfers(tx, query);
    return { ...page, items: await this.named(tx, page.items) };
  }

  waiting(tx: Reading, query: TransferFilter): Promise<Page<TransferDto>> {
    return this.list(tx, { ...query, state: 'waiting' });
  }

  /** @throws tenancy.transferMissing, also where its lease lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<TransferDto> {
    const [transfer] = (await this.list(tx, { id, limit: 1 })).items;
    if (!transfer) throw tenancyError('transferMissing', { id });
    return transfer;
  }

  private async allowed(tx: Tx, lease: LockedLease, wish: NewTransfer) {
    const market = await policyOf(tx, lease.marketId);
    if (!market) throw tenancyError('leaseMissing', { id: lease.id });
    const { policy } = market;
    if (policy === 'forbidden') throw tenancyError('transferForbidden', { market: market.market });
    this.requirePossible(lease, wish);
    if (policy === 'by-procedure' && !(wish.documentNumber && wish.documentOn))
      throw tenancyError('transferNeedsDocument');
    await requireVendorsOf(tx, [{ boardId: lease.boardId, id: wish.vendorId }]);
    return policy;
  }

  private requirePossible(
    lease: LockedLease,
    { vendorId, from: day }: { vendorId: Id; from: BusinessDate },
  ): void {
    const { number, validFrom: from, validTo: to } = lease;
    const refusal = refusalOf('transfer', lease, this.today());
    if (refusal) throw tenancyError(refusal, { number, from, to });
    if (vendorId === lease.vendorId) throw tenancyError('transferToHolder');
    if (day <= from || (to !== null && day > to))
      throw tenancyError('leaseDayOutside', { number, from, to, day });
  }

  private async passOn(
    tx: Tx,
    lease: LockedLease,
    taker: { vendorId: Id; from: BusinessDate; reason: string; number?: string },
  ): Promise<Id> {
    this.requirePossible(lease, taker);
    const lastDay = addDays(taker.from, -1);
    await cutShort(tx, lease, { kind: 'transferred', lastDay, reason: taker.reason });
    const [newLeaseId] = await this.leases.sign(tx, [takeoverOf(lease, taker)]);
    invariant(newLeaseId !== undefined, 'one takeover has one lease');
    return newLeaseId;
  }

  private today() {
    return businessDateOf(this.clock.now());
  }

  private async named(tx: Reading, rows: readonly TransferRow[]): Promise<TransferDto[]> {
    const ids = rows.flatMap(({ createdBy, decidedBy }) =>
      decidedBy ? [createdBy, decidedBy] : [createdBy],
    );
    const names = await this.people.names(tx, [...new Set(ids)]);
    return rows.map((row) => ({
      ...row,
      createdByName: names.get(row.createdBy) ?? null,
      decidedByName: names.get(row.decidedBy ?? '') ?? null,
    }));
  }

  private note(tx: Tx, { boardId, id }: LockedLease, act: string, after: object): Promise<void> {
    return this.audit.append(tx, { boardId, act, subject: `lease:${id}`, after });
  }
}
