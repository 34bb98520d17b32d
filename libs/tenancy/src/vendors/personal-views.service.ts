import type { Id } from '@cho40/kernel';
import { Audit, Sealer, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { openedFacts } from './sealed-facts';
import { Vendor, type PersonalFacts } from './vendor.entity';
import { Vendors } from './vendors.service';

/** Vendors' personal facts unmasked; whoever looks is written down in the same transaction. */
@Injectable()
export class PersonalViews {
  constructor(
    private readonly vendors: Vendors,
    private readonly sealer: Sealer,
    private readonly audit: Audit,
  ) {}

  /**
   * What a vendor's sealed columns say. `purpose` stands in the audit, so that "who saw this vendor,
   * and what for" is answered from it: `screen`, or the paper that was printed.
   * @throws tenancy.vendorMissing
   */
  async open(tx: Tx, vendorId: Id, purpose: string): Promise<PersonalFacts> {
    const { boardId } = await this.vendors.get(tx, vendorId);
    const row = await tx.manager.findOneByOrFail(Vendor, { boardId, id: vendorId });
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.viewPersonal',
      subject: `vendor:${vendorId}`,
      after: { purpose },
    });
    return openedFacts(this.sealer, row);
  }
}
