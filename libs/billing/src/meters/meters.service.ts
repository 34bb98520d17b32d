import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import type { Days } from '@cho40/tariffs';
import { Injectable } from '@nestjs/common';
import { usageToCharge, type UsageToCharge } from './usage.queries';

@Injectable()
export class Meters {
  /**
   * What the meters of leases counted until the last day of a span and no live bill charges yet:
   * late readings come with the next bill. A bill line made of it carries `readingId` (several
   * lines may, where the price changes or has tiers) and locks the reading; a void bill frees it.
   */
  usageFor(tx: Reading, leaseIds: readonly Id[], span: Days): Promise<UsageToCharge[]> {
    return usageToCharge(tx, leaseIds, span.to);
  }
}
