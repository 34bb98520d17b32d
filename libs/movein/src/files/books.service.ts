import { businessDateOf, monthOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, Sealer, type Reading } from '@cho40/platform';
import { isPrefixAllowed } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { plainWords } from '../domain/cells';
import { debtKey, personKey, placeKey, type Known, type KnownLease } from '../domain/known';
import { planMoveIn, type MoveInPlan } from '../domain/plan';
import type { MarketRow, TableRows } from '../domain/tables';
import { namedUnits } from '../domain/units';
import type { ReadWorkbook } from '../domain/workbook';
import {
  codedVendors,
  codesOfOthers,
  feesOf,
  leasesOfBoard,
  marketsOfBoard,
  openingDebtsOfBoard,
  type PlaceFact,
  prefixesInUse,
  stallsOfBoard,
  unitsOfLevel,
  vendorsOfBoard,
  vendorsWithPrints,
  zonesOfBoard,
} from './known.queries';

/** A board's books as a workbook sees them. */
@Injectable()
export class Books {
  constructor(
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What entering the workbook would do, with what stands in the books already. */
  async plan(
    tx: Reading,
    boardId: Id,
    book: ReadWorkbook,
  ): Promise<{ plan: MoveInPlan; known: Known }> {
    await joinWhole(tx, true);
    const known = await this.known(tx, boardId, book);
    await joinWhole(tx, false);
    const thisMonth = monthOf(businessDateOf(this.clock.now()));
    return { plan: planMoveIn(book, known, thisMonth), known };
  }

  private async known(tx: Reading, boardId: Id, book: ReadWorkbook): Promise<Known> {
    const { sound } = book;
    const codes = sound.markets.map(({ code }) => code);
    const stalls = await stallsOfBoard(tx, boardId);
    const leases = await knownLeases(tx, boardId, stalls);
    const today = businessDateOf(this.clock.now());
    return {
      markets: byCode(await marketsOfBoard(tx, boardId, today)),
      takenMarketCodes: new Set(await codesOfOthers(tx, boardId, codes)),
      refusedPrefixes: await refusedPrefixes(tx, sound.markets),
      ...(await knownUnits(tx, sound.markets, today)),
      zones: new Map((await zonesOfBoard(tx, boardId)).map((zone) => [keyOf(zone), zone.id])),
      stalls: new Map(
        stalls.map((stall) => [keyOf(stall), { id: stall.id, areaM2: Number(stall.areaM2) }]),
      ),
      ...(await this.knownPeople(tx, boardId, sound)),
      ...leases,
      ...(await knownDebts(tx, boardId, leases.leases)),
      fees: await knownFees(tx),
    };
  }

  private async knownPeople(tx: Reading, boardId: Id, { vendors, leases }: TableRows) {
    const facts = await vendorsOfBoard(tx, boardId);
    const numbers = vendors.flatMap(({ idNumber, taxCode }) =>
      [idNumber, taxCode].flatMap((number) => number ?? []),
    );
    return {
      vendors: new Map(facts.map((vendor) => [vendor.id, vendor])),
      vendorsByCode: new Map((await codedVendors(tx, boardId)).map(({ id, code }) => [code, id])),
      vendorsByPerson: await this.people(tx, boardId, [
        ...vendors.map(({ phone }) => phone),
        ...leases.map(({ vendorPhone }) => vendorPhone),
      ]),
      vendorsByIdNumber: new Map(
        facts.map(({ id, kind, idNumberPrint }) => [`${kind} ${idNumberPrint}`, id]),
      ),
      prints: new Map(numbers.map((number) => [number, this.sealer.print(number).toString('hex')])),
    };
  }

  private async people(tx: Reading, boardId: Id, given: readonly (string | null)[]) {
    const phones = new Set(given.flatMap((phone) => phone ?? []));
    const byPrint = new Map([...phones].map((phone) => [this.sealer.print(phone), phone]));
    const phoneOf = new Map([...byPrint].map(([print, phone]) => [print.toString('hex'), phone]));
    const found = await vendorsWithPrints(tx, boardId, [...byPrint.keys()]);
    return new Map(
      found.map(({ id, name, print, code }) => [
        personKey(name, phoneOf.get(print) ?? ''),
        { id, code },
      ]),
    );
  }
}

/**
 * Right after a large file the database has no statistics of its rows and would join them one by
 * one, which took minutes; whole tables are joined whole.
 */
async function joinWhole(tx: Reading, isWhole: boolean): Promise<void> {
  await tx.sql(`select set_config('enable_nestloop', $1, true)`, [isWhole ? 'off' : 'on']);
}

const byCode = <Fact extends { code: string }>(facts: readonly Fact[]) =>
  new Map(facts.map((fact) => [fact.code, fact]));

const keyOf = ({ marketCode, code }: { marketCode: string; code: string }) =>
  placeKey(marketCode, code);

/** The country's units, read only where a market's row names one. */
async function knownUnits(tx: Reading, markets: readonly MarketRow[], today: BusinessDate) {
  const names = async (field: 'commune' | 'formerDistrict') => {
    if (markets.every((market) => market[field] === null)) return new Map();
    const isNow = field === 'commune';
    return namedUnits(await unitsOfLevel(tx, isNow ? 'commune' : 'district', isNow ? today : null));
  };
  return { communes: await names('commune'), formerDistricts: await names('formerDistrict') };
}

async function refusedPrefixes(
  tx: Reading,
  markets: readonly { codePrefix: string | null }[],
): Promise<ReadonlySet<string>> {
  const inUse = await prefixesInUse(tx);
  const given = markets.flatMap(({ codePrefix }) => codePrefix ?? []);
  return new Set(given.filter((prefix) => !isPrefixAllowed(prefix, inUse)));
}

async function knownLeases(tx: Reading, boardId: Id, stalls: readonly PlaceFact[]) {
  const placeOf = new Map(stalls.map((stall) => [stall.id, stall]));
  const leases = (await leasesOfBoard(tx, boardId)).map((fact): KnownLease => {
    const { id, number, stallId, vendorId, validFrom, validTo, ...terms } = fact;
    const { marketCode = '', code: stallCode = '' } = placeOf.get(stallId) ?? {};
    return { id, number, vendorId, validFrom, validTo, marketCode, stallCode, terms };
  });
  const leasesOfStall = new Map<string, KnownLease[]>();
  for (const lease of leases) {
    const key = placeKey(lease.marketCode, lease.stallCode);
    const others = leasesOfStall.get(key);
    if (others) others.push(lease);
    else leasesOfStall.set(key, [lease]);
  }
  return { leases: new Map(leases.map((lease) => [lease.number, lease])), leasesOfStall };
}

async function knownDebts(
  tx: Reading,
  boardId: Id,
  leases: ReadonlyMap<string, { readonly id: Id }>,
) {
  const numberOf = new Map([...leases].map(([number, { id }]) => [id, number]));
  const debts = (await openingDebtsOfBoard(tx, boardId)).map(({ leaseId, ...debt }) => ({
    ...debt,
    leaseNumber: numberOf.get(leaseId) ?? '',
  }));
  return {
    debts: new Map(
      debts.map(({ leaseNumber, feeType, month, amount }) => [
        debtKey(leaseNumber, feeType, month),
        amount,
      ]),
    ),
    debtMonths: new Set(debts.map(({ leaseNumber, month }) => `${leaseNumber} ${month}`)),
  };
}

async function knownFees(tx: Reading): Promise<Known['fees']> {
  const fees = await feesOf(tx);
  return new Map(fees.map((fee) => [plainWords(fee.name), fee]));
}
