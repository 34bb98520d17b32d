import {
  businessDateOf,
  invariant,
  monthOf,
  vnd,
  type Clock,
  type Id,
  type Vnd,
} from '@cho40/kernel';
import { Audit, CLOCK, type Reading, type Tx } from '@cho40/platform';
import { taxWithin } from '@cho40/tariffs';
import { Inject, Injectable } from '@nestjs/common';
import { dueOnOf } from '../domain/due-date';
import { billingError } from '../errors';
import { billedLease, type BilledLease } from '../leases/billed-leases.queries';
import type { NewAdjustmentDto, NewDepositDto } from '../deposits/deposit.dto';
import { Settlement } from '../payments/settlement.service';
import { NewBills, type BillDraft } from './new-bills.service';
import { lineWithoutPrice } from './opening-debts';

/** The price that an adjustment stands on. */
interface Ground {
  readonly tariffId: Id;
  readonly taxPercent: number | null;
  readonly isPassThrough: boolean;
}

/** Bills of one lease beside its months: what was forgotten, and the deposit. */
@Injectable()
export class ExtraBills {
  constructor(
    private readonly newBills: NewBills,
    private readonly settlement: Settlement,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Charges a lease what its bills left out, in the month that runs now: a closed month stays as it is.
   * @throws billing.leaseNotFound, noTariff when nothing prices this fee on those days
   */
  async adjust(tx: Tx, leaseId: Id, wanted: NewAdjustmentDto): Promise<MadeBill> {
    const lease = await billedLease(tx, leaseId);
    const { feeType, serviceFrom, serviceTo, reason } = wanted;
    if (serviceFrom > serviceTo) throw billingError('daysReversed');
    const ground = await groundOf(tx, lease, wanted);
    if (!ground) throw billingError('noTariff', { market: lease.marketCode, feeType });
    const amount = vnd(wanted.amount);
    const taxAmount = taxWithin(amount, ground.taxPercent);
    const line = {
      ...lineWithoutPrice({ feeType, amount, unit: 'opening', serviceFrom, serviceTo }),
      ...ground,
      unit: 'adjustment',
      taxAmount,
    };
    return this.issue(tx, lease, { kind: 'adjustment', reason, lines: [line] });
  }

  /**
   * Demands a security deposit. Paid, it is held for the lease; it is no revenue.
   * @throws billing.leaseNotFound
   */
  async demandDeposit(tx: Tx, leaseId: Id, { amount, reason }: NewDepositDto): Promise<MadeBill> {
    const lease = await billedLease(tx, leaseId);
    const today = businessDateOf(this.clock.now());
    const days = { serviceFrom: today, serviceTo: today };
    const deposit = { feeType: 'deposit', amount: vnd(amount), unit: 'deposit' } as const;
    const lines = [lineWithoutPrice({ ...deposit, ...days })];
    return this.issue(tx, lease, { kind: 'security', reason, lines });
  }

  private async issue(
    tx: Tx,
    lease: BilledLease,
    wanted: Pick<BillDraft, 'kind' | 'lines'> & { reason: string },
  ): Promise<MadeBill> {
    const { boardId, leaseId, marketId, marketCode: code, dueDay, graceDays } = lease;
    await this.settlement.hold(tx, boardId, [leaseId]);
    const today = businessDateOf(this.clock.now());
    const period = monthOf(today);
    const dueOn = dueOnOf(period, today, dueDay);
    const draft = { leaseId, market: { marketId, code }, period, runId: null, dueOn, graceDays };
    const [bill] = await this.newBills.issue(tx, boardId, [{ ...draft, ...wanted }]);
    invariant(bill !== undefined, 'one draft makes one bill');
    await this.audit.append(tx, {
      boardId,
      act: 'billing.makeBill',
      subject: `bill:${bill.id}`,
      after: { kind: wanted.kind, code: bill.code, total: bill.total, reason: wanted.reason },
    });
    return { billId: bill.id, code: bill.code, total: bill.total };
  }
}

/** A bill that was just made. */
export interface MadeBill {
  readonly billId: Id;
  readonly code: string;
  readonly total: Vnd;
}

async function groundOf(
  tx: Reading,
  { boardId, marketId }: BilledLease,
  { feeType, serviceFrom }: NewAdjustmentDto,
): Promise<Ground | null> {
  const [ground] = await tx.sql<Ground>(
    `select tariff_id as "tariffId", tax_percent as "taxPercent",
            is_pass_through as "isPassThrough"
       from tariffs.v_tariff
      where board_id = $1 and market_id = $2 and fee_type = $3 and valid_from <= $4
        and (valid_to is null or valid_to >= $4)
      order by valid_from desc, tariff_id limit 1`,
    [boardId, marketId, feeType, serviceFrom],
  );
  return ground ?? null;
}
