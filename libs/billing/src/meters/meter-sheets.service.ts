import { businessDateOf, type BusinessDate, type Clock, type Id, type Month } from '@cho40/kernel';
import { CLOCK, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lossOf, type CountedMeter } from '../domain/meter-sheet';
import { expectedUsage, isFarOff, serviceFrom } from '../domain/meter-usage';
import { marketOf } from '../market.queries';
import type { MeterKind } from './meter.dto';
import type { LossDto, MeterSheetDto, SheetRowDto } from './reading.dto';
import { sheetRows, zoneParents, type SheetRow } from './sheet.queries';

@Injectable()
export class MeterSheets {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** A month's meters in walking order: what they showed before, what was read, what is lost. */
  async of(
    tx: Reading,
    marketId: Id,
    { month, feeType }: { month: Month; feeType: MeterKind },
  ): Promise<MeterSheetDto> {
    const market = await marketOf(tx, marketId);
    const today = businessDateOf(this.clock.now());
    const rows = await sheetRows(tx, market, feeType, month);
    const parents = await zoneParents(tx, market);
    const counted = rows.map(countedOf);
    return {
      month,
      feeType,
      rows: rows.map((row) => rowOf(row, today)),
      losses: rows.flatMap((row, at) => {
        const main = counted[at];
        return main && row.measures !== 'stall' ? [lossRow(row, main, counted, parents)] : [];
      }),
    };
  }
}

/** A meter that was taken out has been read for the last time. */
function countedOf({ meterId, measures, zoneId, ...row }: SheetRow): CountedMeter {
  const isRead = row.reading !== null || row.removedOn !== null;
  return { meterId, measures, zoneId, monthUsage: isRead ? row.usageOfMonth : null };
}

function rowOf(row: SheetRow, today: BusinessDate): SheetRowDto {
  const { usage, days, reading, knownValue, readOn, installedOn } = row;
  const from = serviceFrom({ readOn, installedOn, knownValue, chargedTo: row.chargedTo });
  const until = reading?.readOn ?? today;
  const expected = until < from ? null : expectedUsage({ usage, days }, from, until);
  return {
    meterId: row.meterId,
    code: row.code,
    measures: row.measures,
    stallCode: row.stallCode,
    zoneName: row.zoneName,
    vendorName: row.vendorName,
    digits: row.digits,
    multiplier: row.multiplier,
    lastValue: knownValue,
    chargedTo: row.chargedTo,
    lastReadOn: readOn,
    expected,
    reading,
    isFarOff: reading !== null && isFarOff(reading.usage, expected),
  };
}

function lossRow(
  { meterId, code, measures, zoneName }: SheetRow,
  main: CountedMeter,
  counted: readonly CountedMeter[],
  parents: ReadonlyMap<Id, Id | null>,
): LossDto {
  return {
    meterId,
    code,
    zoneName: measures === 'zone' ? zoneName : null,
    usage: main.monthUsage,
    loss: lossOf(main, counted, parents),
  };
}
