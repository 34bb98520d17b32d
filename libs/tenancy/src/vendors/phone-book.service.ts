import type { Id } from '@cho40/kernel';
import { Sealer, type Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';

/** Opens phone numbers for a text that is on its way; they are kept nowhere else. */
@Injectable()
export class PhoneBook {
  constructor(private readonly sealer: Sealer) {}

  /** The numbers of those vendors who gave one. */
  async numbersOf(tx: Reading, vendorIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    const rows = await tx.sql<{ id: Id; sealed: Buffer }>(
      `select id, phone_sealed as sealed from tenancy.vendor
        where id = any ($1::uuid[]) and phone_sealed is not null`,
      [vendorIds],
    );
    return new Map(rows.map(({ id, sealed }) => [id, this.sealer.open(sealed)]));
  }
}
