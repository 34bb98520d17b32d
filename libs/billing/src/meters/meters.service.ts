import { monthOf, type BusinessDate, type Id } from '@cho40/kernel';
import { Audit, brokenConstraint, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import type { Days } from '@cho40/tariffs';
import { Injectable } from '@nestjs/common';
import type { Seen } from '../domain/meter-usage';
import { billingError } from '../errors';
import { marketOf, type BilledMarket } from '../market.queries';
import { MeterReadings } from './meter-readings.service';
import type { MeterDto, MeterKind } from './meter.dto';
import {
  endMeter,
  findMeters,
  insertMeters,
  placeOfMeter,
  type MeterFilter,
  type MeterRow,
} from './meters.queries';
import { usageToCharge, type UsageToCharge } from './usage.queries';

/** How a meter counts and where it begins. */
interface NewDial {
  code: string;
  digits: number;
  multiplier: number;
  firstValue: number;
}

/** What it takes to take a meter into use: of a stall, else of a zone, else of the market. */
export interface NewMeter extends NewDial {
  id?: Id;
  feeType: MeterKind;
  stallId?: Id | null;
  zoneId?: Id | null;
  installedOn: BusinessDate;
}

/** A meter taken out on a day, and what comes in its place. */
export interface MeterRemoval {
  on: BusinessDate;
  last: Seen;
  next: (NewDial & { id?: Id }) | null;
}

const REFUSALS = {
  meter_code: 'meterCodeTaken',
  meter_board_id_market_id_stall_id_fkey: 'meterPlaceMissing',
  meter_board_id_market_id_zone_id_fkey: 'meterPlaceMissing',
  meter_check1: 'readingBeyondDial',
} as const;

@Injectable()
export class Meters {
  constructor(
    private readonly readings: MeterReadings,
    private readonly audit: Audit,
  ) {}

  /**
   * What the meters of leases counted until the last day of a span and no live bill charges yet:
   * late readings come with the next bill. A bill line made of it carries `readingId` (several
   * lines may, where the price changes or has tiers) and locks the reading; a void bill frees it.
   */
  usageFor(tx: Reading, leaseIds: readonly Id[], span: Days): Promise<UsageToCharge[]> {
    return usageToCharge(tx, leaseIds, span.to);
  }

  list(tx: Reading, query: MeterFilter): Promise<Page<MeterDto>> {
    return findMeters(tx, query);
  }

  /** @throws billing.meterMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<MeterDto> {
    const [meter] = (await findMeters(tx, { id, limit: 1 })).items;
    if (!meter) throw billingError('meterMissing', { meters: id });
    return meter;
  }

  /**
   * Takes meters into use, all or none; the same ids again change nothing. Gives their ids.
   * @throws billing.marketNotFound, meterCodeTaken, meterPlaceMissing, readingBeyondDial
   */
  async install(tx: Tx, marketId: Id, meters: readonly NewMeter[]): Promise<Id[]> {
    const market = await marketOf(tx, marketId);
    const rows = meters.map(({ id = newId(), stallId = null, zoneId = null, ...meter }) => ({
      ...meter,
      id,
      stallId,
      zoneId: stallId === null ? zoneId : null,
      replaces: null,
    }));
    await this.keep(tx, market, rows);
    return rows.map(({ id }) => id);
  }

  /**
   * Reads a meter for the last time and takes it out; another may begin in its place on that day.
   * @throws billing.meterMissing, meterNotThere and what a reading is refused for
   */
  async remove(tx: Tx, id: Id, { on, last, next }: MeterRemoval): Promise<MeterDto> {
    const meter = await this.get(tx, id);
    if (meter.removedOn === on) return meter;
    const market = await marketOf(tx, meter.marketId);
    const sheet = { month: monthOf(on), readOn: on, occasion: 'removal' as const };
    await this.readings.record(tx, market.marketId, {
      ...sheet,
      readings: [{ meterId: id, ...last }],
    });
    await endMeter(tx, id, on);
    const place = await placeOfMeter(tx, id);
    if (next && place) {
      const row = { id: newId(), ...next, ...place, installedOn: on, replaces: id };
      await this.keep(tx, market, [row]);
    }
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'billing.removeMeter',
      subject: `meter:${id}`,
      after: { on, ...last, next: next?.code ?? null },
    });
    return this.get(tx, id);
  }

  private async keep(tx: Tx, market: BilledMarket, rows: readonly MeterRow[]): Promise<void> {
    const made = await insertMeters(tx, market, rows).catch((error: unknown) => {
      const broken = brokenConstraint(error);
      const refusal = Object.entries(REFUSALS).find(([constraint]) => constraint === broken)?.[1];
      if (refusal) throw billingError(refusal, { meters: rows.map(({ code }) => code).join(', ') });
      throw error;
    });
    if (made.length === 0) return;
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'billing.installMeters',
      subject: made.length === 1 ? `meter:${made[0]}` : `market:${market.marketId}`,
      after: { meters: rows.map(({ code }) => code) },
    });
  }
}
