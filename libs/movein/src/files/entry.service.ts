import { invariant, type Id } from '@cho40/kernel';
import { CodePrefixes } from '@cho40/billing';
import {
  Markets,
  Stalls,
  Zones,
  type NewMarket,
  type NewStall,
  type NewZone,
} from '@cho40/markets';
import { newId, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { placeKey, type Known } from '../domain/known';
import { unitNamed } from '../domain/market-rows';
import type { MoveInPlan } from '../domain/plan';
import type { MarketRow, StallRow } from '../domain/tables';
import type { ReadWorkbook } from '../domain/workbook';
import { zonesToMake } from '../domain/zones';
import { PeopleEntry } from './people-entry.service';

export type EntryStep = 'markets' | 'stalls' | 'vendors' | 'leases' | 'debts';

export interface Entry {
  readonly boardId: Id;
  readonly book: ReadWorkbook;
  readonly plan: MoveInPlan;
  readonly known: Known;
}

/** Writes what a checked workbook holds and the books do not, each kind in a few statements. */
@Injectable()
export class MoveInEntry {
  constructor(
    private readonly markets: Markets,
    private readonly zones: Zones,
    private readonly stalls: Stalls,
    private readonly prefixes: CodePrefixes,
    private readonly people: PeopleEntry,
  ) {}

  /** @throws what the libs refuse, with everything undone; `begins` hears of each step. */
  async enter(tx: Tx, entry: Entry, begins: (step: EntryStep) => Promise<void>): Promise<void> {
    await begins('markets');
    const marketIds = await this.enterMarkets(tx, entry);
    await begins('stalls');
    const stallIds = await this.enterStalls(tx, entry, marketIds);
    await gatherStatistics(tx, 'markets');
    await begins('vendors');
    const vendorIds = await this.people.enterVendors(tx, entry);
    await gatherStatistics(tx, 'tenancy');
    await begins('leases');
    const leaseIds = await this.people.enterLeases(tx, entry, { stallIds, vendorIds });
    await gatherStatistics(tx, 'tenancy');
    await begins('debts');
    await this.people.enterDebts(tx, entry, leaseIds);
  }

  /** Gives the ids of all markets, new and known, by their codes. */
  private async enterMarkets(tx: Tx, { boardId, book, known }: Entry): Promise<Map<string, Id>> {
    const ids = new Map([...known.markets].map(([code, { id }]) => [code, id]));
    for (const market of book.sound.markets) {
      const stands = known.markets.get(market.code);
      const marketId = stands?.id ?? newId();
      if (!stands) await this.markets.create(tx, newMarket({ boardId, known }, marketId, market));
      ids.set(market.code, marketId);
      const prefix = stands?.prefix ? null : market.codePrefix;
      if (prefix) await this.prefixes.take(tx, { marketId, prefix });
    }
    return ids;
  }

  /** Gives the ids of all stalls, new and known, by market and code. */
  private async enterStalls(
    tx: Tx,
    { plan, known }: Entry,
    marketIds: ReadonlyMap<string, Id>,
  ): Promise<Map<string, Id>> {
    const ids = new Map([...known.stalls].map(([key, { id }]) => [key, id]));
    const zoneIds = new Map(known.zones);
    for (const [marketCode, marketId] of marketIds) {
      const rows = plan.fresh.stalls.filter((stall) => stall.marketCode === marketCode);
      if (rows.length === 0) continue;
      await this.zones.create(tx, marketId, newZones(marketCode, rows, zoneIds));
      const made = await this.stalls.create(
        tx,
        marketId,
        rows.map((row) => newStall(row, zoneIds)),
      );
      rows.forEach((row, at) => ids.set(placeKey(marketCode, row.code), made[at] ?? newId()));
    }
    return ids;
  }
}

/** Without them the next step's foreign keys and joins read whole tables for each row: 4 times slower. */
async function gatherStatistics(tx: Tx, lib: 'markets' | 'tenancy'): Promise<void> {
  await tx.sql('call platform.gather_statistics_of($1)', [lib]);
}

function newMarket(
  { boardId, known }: Pick<Entry, 'boardId' | 'known'>,
  id: Id,
  { row: _row, codePrefix: _prefix, ...market }: MarketRow,
): NewMarket {
  const { commune, formerDistrict, dueDay, graceDays, transferPolicy, ...facts } = market;
  return {
    ...facts,
    boardId,
    id,
    communeId: unitNamed(commune, known.communes)?.id,
    formerDistrictId: unitNamed(formerDistrict, known.formerDistricts)?.id,
    dueDay: dueDay ?? undefined,
    graceDays: graceDays ?? undefined,
    transferPolicy: transferPolicy ?? undefined,
  };
}

/** The zones that the rows name and the market has not; their ids are added to `zoneIds`. */
function newZones(
  marketCode: string,
  rows: readonly StallRow[],
  zoneIds: Map<string, Id>,
): NewZone[] {
  const isKnown = (code: string) => zoneIds.has(placeKey(marketCode, code));
  return zonesToMake(rows, isKnown).map(({ code, name, parent }, at) => {
    const id = newId();
    zoneIds.set(placeKey(marketCode, code), id);
    const parentId = parent === null ? null : (zoneIds.get(placeKey(marketCode, parent)) ?? null);
    return { id, code, name, parentId, walkingOrder: at };
  });
}

function newStall(
  { row: _row, marketCode, zoneCode, zoneName: _name, ...stall }: StallRow,
  zoneIds: ReadonlyMap<string, Id>,
): NewStall {
  const zoneId = zoneIds.get(placeKey(marketCode, zoneCode));
  invariant(zoneId !== undefined, 'a stall without a zone');
  const { openSides, isCorner, isRoofed, state, ...facts } = stall;
  return {
    ...facts,
    zoneId,
    openSides: openSides ?? undefined,
    isCorner: isCorner ?? undefined,
    isRoofed: isRoofed ?? undefined,
    state: state ?? undefined,
  };
}
