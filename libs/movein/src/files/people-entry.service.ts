import { invariant, type Id } from '@cho40/kernel';
import { Bills } from '@cho40/billing';
import { newId, type Tx } from '@cho40/platform';
import { Leases, Vendors, type NewLease, type NewVendor } from '@cho40/tenancy';
import { Injectable } from '@nestjs/common';
import { plainWords } from '../domain/cells';
import { placeKey, type Known } from '../domain/known';
import { knownVendor, vendorKeys, vendorKeysOfRow } from '../domain/lease-rows';
import type { LeaseRow, VendorRow } from '../domain/tables';
import { vendorInBooks } from '../domain/vendor-rows';
import type { Entry } from './entry.service';
import { addVendorCodes } from './files.queries';

/** Writes a workbook's people: vendors, their leases, what they owe from before. */
@Injectable()
export class PeopleEntry {
  constructor(
    private readonly vendors: Vendors,
    private readonly leases: Leases,
    private readonly bills: Bills,
  ) {}

  /** Gives the ids of the file's vendors by whatever a lease may name them. */
  async enterVendors(tx: Tx, { boardId, book, plan, known }: Entry): Promise<Map<string, Id>> {
    const { vendors: fresh } = plan.fresh;
    const made = await this.vendors.create(
      tx,
      fresh.map((vendor) => newVendor(boardId, vendor)),
    );
    const idOf = new Map(fresh.map((vendor, at) => [vendor, made[at]]));
    const ids = new Map<string, Id>();
    for (const vendor of book.sound.vendors) {
      const id = idOf.get(vendor) ?? vendorInBooks(vendor, known);
      invariant(id !== undefined, 'a vendor neither new nor known');
      for (const key of vendorKeysOfRow(vendor)) ids.set(key, id);
    }
    await addVendorCodes(tx, boardId, newCodes(book.sound.vendors, ids, known));
    return ids;
  }

  /** Gives the ids of all leases, new and known, by their numbers. */
  async enterLeases(
    tx: Tx,
    { plan, known }: Entry,
    ids: { stallIds: ReadonlyMap<string, Id>; vendorIds: ReadonlyMap<string, Id> },
  ): Promise<Map<string, Id>> {
    const { leases: fresh } = plan.fresh;
    const made = await this.leases.sign(
      tx,
      fresh.map((lease) => newLease(lease, ids, known)),
    );
    const leaseIds = new Map([...known.leases].map(([number, { id }]) => [number, id]));
    fresh.forEach(({ number }, at) => leaseIds.set(number, made[at] ?? newId()));
    return leaseIds;
  }

  async enterDebts(
    tx: Tx,
    { plan, known }: Entry,
    leaseIds: ReadonlyMap<string, Id>,
  ): Promise<void> {
    if (plan.fresh.debts.length === 0) return;
    await this.bills.openingDebts(
      tx,
      plan.fresh.debts.map(({ leaseNumber, fee, month: period, amount }) => {
        const leaseId = leaseIds.get(leaseNumber);
        const feeType = known.fees.get(plainWords(fee))?.feeType;
        invariant(leaseId !== undefined && feeType !== undefined, 'a debt of nobody');
        return { leaseId, feeType, period, amount };
      }),
    );
  }
}

function newVendor(boardId: Id, { row: _row, code: _code, kind, ...vendor }: VendorRow): NewVendor {
  return { ...vendor, boardId, kind: kind ?? undefined };
}

function newLease(
  lease: LeaseRow,
  ids: { stallIds: ReadonlyMap<string, Id>; vendorIds: ReadonlyMap<string, Id> },
  known: Known,
): NewLease {
  const {
    row: _row,
    marketCode,
    stallCode,
    vendorCode,
    vendorName,
    vendorPhone,
    ...agreed
  } = lease;
  const stallId = ids.stallIds.get(placeKey(marketCode, stallCode));
  const [key = ''] = vendorKeys({ vendorCode, vendorName, vendorPhone });
  const vendorId = ids.vendorIds.get(key) ?? knownVendor(lease, known);
  invariant(stallId !== undefined && vendorId !== undefined, 'a lease of nobody or nowhere');
  const { operatorCode, payerCode, billingCycle, depositAgreed, ...terms } = agreed;
  const named = (code: string | null) =>
    code === null ? null : (ids.vendorIds.get(`code ${code}`) ?? known.vendorsByCode.get(code));
  return {
    ...terms,
    stallId,
    vendorId,
    operatorId: named(operatorCode),
    payerId: named(payerCode),
    billingCycle: billingCycle ?? undefined,
    depositAgreed: depositAgreed ?? undefined,
  };
}

/** The codes that the file gives vendors and the books do not know yet. */
function newCodes(rows: readonly VendorRow[], ids: ReadonlyMap<string, Id>, known: Known) {
  return rows.flatMap(({ code }) => {
    const vendorId = ids.get(`code ${code}`);
    return code === null || !vendorId || known.vendorsByCode.has(code) ? [] : [{ code, vendorId }];
  });
}
