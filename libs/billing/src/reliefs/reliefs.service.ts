import type { Clock, Id } from '@cho40/kernel';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  newId,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { standingBills } from '../bills/taking-back.queries';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import { LettingOffs } from './letting-offs.service';
import type {
  NewCorrectionDto,
  NewReliefDto,
  NewWriteOffDto,
  ReliefDetailDto,
  ReliefDto,
} from './relief.dto';
import {
  findReliefs,
  insertRelief,
  leasesWithin,
  lockRelief,
  markApproved,
  markEnded,
  relievedLeases,
  targetsOf,
  type NewRelief,
  type ReliefFilter,
  type ReliefRow,
  type Target,
} from './reliefs.queries';

/** What is let off: proposed by one person with a document, approved by another. */
@Injectable()
export class Reliefs {
  constructor(
    private readonly lettingOffs: LettingOffs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(tx: Reading, filter: ReliefFilter): Promise<Page<ReliefDto>> {
    return findReliefs(tx, filter);
  }

  /** A relief with its leases; what each would be let off while nobody approved it. */
  async get(tx: Reading, reliefId: Id): Promise<ReliefDetailDto> {
    const { ...relief } = await this.find(tx, reliefId);
    const leases = await relievedLeases(tx, relief.boardId, reliefId);
    if (relief.state !== 'proposed') return { ...relief, leases };
    const targets = await targetsOf(tx, relief.boardId, reliefId);
    const would = await this.lettingOffs.wouldLetOff(tx, relief, targets);
    return {
      ...relief,
      leases: leases.map((lease) => ({ ...lease, amount: would.get(lease.leaseId) ?? 0 })),
    };
  }

  /**
   * Proposes a relief for the leases named, those of a zone, or those of the whole market that have
   * a day within it. Once approved it is taken off of bills to come and let off of bills issued.
   * @throws billing.marketNotFound, zoneNotFound, nobodyToRelieve
   */
  async propose(tx: Tx, marketId: Id, wanted: NewReliefDto): Promise<Id> {
    const { boardId } = await marketOf(tx, marketId);
    const { leaseIds, ...rest } = wanted;
    const relief = { ...rest, id: newId(), boardId, marketId, kind: 'relief' } as const;
    const targets = await leasesWithin(tx, relief, leaseIds);
    if (targets.length === 0 || (leaseIds && targets.length < leaseIds.length))
      throw billingError('nobodyToRelieve');
    return this.insert(tx, relief, targets);
  }

  /**
   * Proposes to take a sum off of a bill that says too much.
   * @throws billing.billNotFound, nothingToRelieve when it is void or a deposit's
   */
  async proposeCorrection(tx: Tx, billId: Id, { ...wanted }: NewCorrectionDto): Promise<Id> {
    return this.proposeForBills(tx, [billId], { ...wanted, kind: 'correction' });
  }

  /**
   * Proposes to write off what is still due of some bills of one market.
   * @throws billing.billNotFound, nothingToRelieve
   */
  proposeWriteOff(tx: Tx, { billIds, ...wanted }: NewWriteOffDto): Promise<Id> {
    return this.proposeForBills(tx, billIds, { ...wanted, kind: 'write-off' });
  }

  /**
   * Approves what another person proposed. What of it concerns issued bills is let off now; money
   * paid for it becomes credit and settles the leases' next bills.
   * @throws billing.reliefDecided, approverIsMaker, correctionTooLarge, nothingToRelieve
   */
  async approve(tx: Tx, reliefId: Id): Promise<void> {
    await lockRelief(tx, reliefId);
    const relief = await this.find(tx, reliefId);
    if (relief.state !== 'proposed') throw billingError('reliefDecided');
    const now = this.clock.now();
    try {
      await markApproved(tx, relief.boardId, reliefId, now);
    } catch (error) {
      if (brokenConstraint(error) === 'relief_needs_two_people')
        throw billingError('approverIsMaker');
      throw error;
    }
    const targets = await targetsOf(tx, relief.boardId, reliefId);
    const amount = await this.lettingOffs.letOff(tx, relief, targets);
    await this.note(tx, relief, 'billing.approveRelief', { amount });
  }

  /**
   * Ends a relief, or drops one that nobody approved: bills to come are not let off any more, and what
   * was let off of issued bills is owed again. Bills issued with it keep what they say.
   * @throws billing.reliefEnded
   */
  async end(tx: Tx, reliefId: Id, reason: string): Promise<void> {
    await lockRelief(tx, reliefId);
    const relief = await this.find(tx, reliefId);
    if (relief.state === 'ended') throw billingError('reliefEnded');
    const now = this.clock.now();
    if (relief.state === 'approved') {
      const targets = await targetsOf(tx, relief.boardId, reliefId);
      await this.lettingOffs.takeBack(tx, relief, targets, reason);
    }
    await markEnded(tx, relief.boardId, reliefId, { reason, now });
    await this.note(tx, relief, 'billing.endRelief', { reason });
  }

  private async proposeForBills(
    tx: Tx,
    billIds: readonly Id[],
    wanted: Omit<NewRelief, 'id' | 'boardId' | 'marketId'>,
  ): Promise<Id> {
    const bills = await standingBills(tx, billIds);
    const [first] = bills;
    const isOneMarket = bills.every((bill) => bill.marketId === first?.marketId);
    if (!first || !isOneMarket || bills.some((bill) => bill.isVoid || bill.kind === 'security'))
      throw billingError('nothingToRelieve');
    const { boardId, marketId } = first;
    const targets = bills.map(({ id, leaseId }) => ({ leaseId, billId: id }));
    return this.insert(tx, { ...wanted, id: newId(), boardId, marketId }, targets);
  }

  private async insert(tx: Tx, relief: NewRelief, targets: readonly Target[]): Promise<Id> {
    try {
      await insertRelief(tx, relief, targets, this.clock.now());
    } catch (error) {
      const constraint = brokenConstraint(error) ?? '';
      if (constraint.includes('zone_id')) throw billingError('zoneNotFound');
      throw error;
    }
    const { kind, document } = relief;
    await this.note(tx, relief, 'billing.proposeRelief', {
      kind,
      document,
      leases: targets.length,
    });
    return relief.id;
  }

  private async find(tx: Reading, id: Id): Promise<ReliefRow> {
    const { items } = await findReliefs(tx, { id, limit: 1 });
    const [relief] = items;
    if (!relief) throw billingError('reliefNotFound', { reliefId: id });
    return relief;
  }

  private note(
    tx: Tx,
    { id, boardId }: Pick<NewRelief, 'id' | 'boardId'>,
    act: string,
    after: object,
  ) {
    return this.audit.append(tx, { boardId, act, subject: `relief:${id}`, after });
  }
}
