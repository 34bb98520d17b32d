import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { Bills } from '../bills/bills.service';
import { billingError } from '../errors';
import type { LeaseAccountDto } from './lease-account.dto';
import { leaseSums, paymentsOfLease, SHOWN } from './lease-account.queries';

/** What a vendor asks for: what was billed, what was paid, what is left to pay. */
@Injectable()
export class LeaseAccounts {
  constructor(private readonly bills: Bills) {}

  async of(tx: Reading, leaseId: Id): Promise<LeaseAccountDto> {
    const sums = await leaseSums(tx, leaseId);
    if (!sums) throw billingError('leaseNotFound', { leaseId });
    const { items } = await this.bills.list(tx, { leaseId, limit: SHOWN });
    return { ...sums, bills: items, payments: await paymentsOfLease(tx, leaseId) };
  }
}
