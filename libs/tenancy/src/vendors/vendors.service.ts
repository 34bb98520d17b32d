import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Boards } from '@cho40/markets';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  newId,
  Sealer,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { tenancyError } from '../errors';
import { printOf, sealedFacts } from './sealed-facts';
import type { VendorDto } from './vendor.dto';
import {
  Vendor,
  type NewVendor,
  type PersonalFactsChange,
  type VendorChange,
} from './vendor.entity';
import { findVendors, type VendorFilter } from './vendors.queries';

const INSERT = `
  insert into tenancy.vendor (board_id, id, kind, name, represented_by, represented_as,
    phone_sealed, phone_last4, phone_print, id_number_sealed, id_number_last4, id_number_print,
    tax_code_sealed, tax_code_last4, tax_code_print, address_sealed)
  select *
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                $7::bytea[], $8::text[], $9::bytea[], $10::bytea[], $11::text[], $12::bytea[],
                $13::bytea[], $14::text[], $15::bytea[], $16::bytea[])
  on conflict (board_id, id) do nothing`;
const COLUMNS = [
  'boardId',
  'id',
  'kind',
  'name',
  'representedBy',
  'representedAs',
  'phoneSealed',
  'phoneLast4',
  'phonePrint',
  'idNumberSealed',
  'idNumberLast4',
  'idNumberPrint',
  'taxCodeSealed',
  'taxCodeLast4',
  'taxCodePrint',
  'addressSealed',
] as const satisfies readonly (keyof Vendor)[];

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
   * @throws markets.boardMissing, tenancy.phoneInvalid, idNumberInvalid, taxCodeInvalid,
   *   vendorKnown
   */
  async create(tx: Tx, vendors: readonly NewVendor[]): Promise<Id[]> {
    const boardIds = [...new Set(vendors.map((vendor) => vendor.boardId))];
    for (const boardId of boardIds) await this.boards.get(tx, boardId);
    const rows = vendors.map((vendor) => ({ ...this.rowOf(vendor), id: vendor.id ?? newId() }));
    await knownOnce(() =>
      tx.sql(
        INSERT,
        COLUMNS.map((column) => rows.map((row) => row[column] ?? null)),
      ),
    );
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
    const [vendor] = (await this.list(tx, { id, limit: 1 })).items;
    if (!vendor) throw tenancyError('vendorMissing', { id });
    return vendor;
  }

  /** Vendors within reach; a whole phone, citizen's or tax number finds whose it is. */
  list(tx: Reading, query: VendorFilter): Promise<Page<VendorDto>> {
    const today = businessDateOf(this.clock.now());
    return findVendors(tx, { today, print: printOf(this.sealer, query.q) }, query);
  }

  /** @throws tenancy.vendorMissing, phoneInvalid, idNumberInvalid, taxCodeInvalid, vendorKnown */
  async change(tx: Tx, id: Id, change: VendorChange): Promise<VendorDto> {
    const { boardId } = await this.get(tx, id);
    const columns = { ...namesOf(change), ...this.sealed(change) };
    if (Object.keys(columns).length === 0) return this.get(tx, id);
    await knownOnce(() => tx.manager.update(Vendor, { boardId, id }, columns));
    await this.audit.append(tx, {
      boardId,
      act: 'tenancy.changeVendor',
      subject: `vendor:${id}`,
      after: { changed: Object.keys(change) },
    });
    return this.get(tx, id);
  }

  private rowOf(vendor: NewVendor) {
    const { boardId, kind = 'person', phone, idNumber, taxCode, address } = vendor;
    return {
      boardId,
      kind,
      ...namesOf(vendor),
      ...this.sealed({ phone, idNumber, taxCode, address }),
    };
  }

  private sealed(given: PersonalFactsChange) {
    return sealedFacts(this.sealer, given);
  }
}

/** The columns of what was given that anybody who sees the vendor may read. */
function namesOf({ kind, name, representedBy, representedAs }: VendorChange): Partial<Vendor> {
  const columns: Partial<Vendor> = {};
  if (kind !== undefined) columns.kind = kind;
  if (name !== undefined) columns.name = name.trim();
  if (representedBy !== undefined) columns.representedBy = representedBy?.trim() || null;
  if (representedAs !== undefined) columns.representedAs = representedAs?.trim() || null;
  return columns;
}

/** @throws tenancy.vendorKnown where a citizen's number stands on another vendor of the kind. */
async function knownOnce(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (brokenConstraint(error) === 'vendor_id_number') throw tenancyError('vendorKnown');
    throw error;
  }
}
