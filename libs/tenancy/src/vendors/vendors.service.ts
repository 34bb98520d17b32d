import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Boards } from '@cho40/markets';
import { Audit, CLOCK, newId, Sealer, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lastFour, phoneNumber } from '../domain/phone';
import { tenancyError } from '../errors';
import type { VendorDto } from './vendor.dto';
import { Vendor, type NewVendor, type VendorChange } from './vendor.entity';
import { findVendors, type VendorFilter } from './vendors.queries';

const INSERT = `
  insert into tenancy.vendor (board_id, id, name, phone_sealed, phone_last4)
  select *
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::text[])
  on conflict (board_id, id) do nothing`;

@Injectable()
export class Vendors {
  constructor(
    private readonly boards: Boards,
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters vendors of one or more boards; the same ids again change nothing. Gives their ids in
   * order. The audit names no person.
   * @throws markets.boardMissing, tenancy.phoneInvalid
   */
  async create(tx: Tx, vendors: readonly NewVendor[]): Promise<Id[]> {
    const boardIds = [...new Set(vendors.map((vendor) => vendor.boardId))];
    for (const boardId of boardIds) await this.boards.get(tx, boardId);
    const rows = vendors.map((vendor) => ({
      ...vendor,
      id: vendor.id ?? newId(),
      ...this.sealed(vendor.phone),
    }));
    await tx.sql(INSERT, [
      rows.map((vendor) => vendor.boardId),
      rows.map((vendor) => vendor.id),
      rows.map((vendor) => vendor.name.trim()),
      rows.map((vendor) => vendor.phoneSealed),
      rows.map((vendor) => vendor.phoneLast4),
    ]);
    for (const boardId of boardIds) {
      const ids = rows.filter((row) => row.boardId === boardId).map((row) => row.id);
      const subject = ids.length === 1 ? `vendor:${ids[0]}` : `board:${boardId}`;
      await this.audit.append(tx, {
        boardId,
        act: 'tenancy.createVendors',
        subject,
        after: { count: ids.length },
      });
    }
    return rows.map((vendor) => vendor.id);
  }

  /** @throws tenancy.vendorMissing, also where the vendor lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<VendorDto> {
    const [vendor] = (await findVendors(tx, this.today(), { id, limit: 1 })).items;
    if (!vendor) throw tenancyError('vendorMissing', { id });
    return vendor;
  }

  list(tx: Reading, query: VendorFilter): Promise<Page<VendorDto>> {
    return findVendors(tx, this.today(), query);
  }

  /** @throws tenancy.vendorMissing, phoneInvalid */
  async change(tx: Tx, id: Id, change: VendorChange): Promise<VendorDto> {
    const { boardId, name } = await this.get(tx, id);
    const phone = change.phone === undefined ? {} : this.sealed(change.phone);
    await tx.manager.update(
      Vendor,
      { boardId, id },
      { name: change.name?.trim() ?? name, ...phone },
    );
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.changeVendor',
      subject: `vendor:${id}`,
      after: { changed: Object.keys(change) },
    });
    return this.get(tx, id);
  }

  private sealed(text: string | null | undefined) {
    if (!text?.trim()) return { phoneSealed: null, phoneLast4: null };
    const phone = phoneNumber(text);
    if (!phone) throw tenancyError('phoneInvalid');
    return { phoneSealed: this.sealer.seal(phone), phoneLast4: lastFour(phone) };
  }

  private today() {
    return businessDateOf(this.clock.now());
  }
}
