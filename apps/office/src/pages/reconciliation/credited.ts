import type { ItemOf } from '../../api/reading';

type Credited = NonNullable<ItemOf<'/api/v1/bank-records'>['credited']>;

/** Whom money was given to: a stall and its vendor, or a ticket and its market. */
export function creditedTo({ stallCode, vendorName, ticketNumber, marketName }: Credited) {
  return { stall: stallCode ?? ticketNumber ?? '', vendor: vendorName ?? marketName };
}
