import { businessDate, type Id, type Month, month } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { type BilledMarket, billedMarket } from '../../../../../test/support/billed-market';
import type { TestWorld } from '../../../../../test/support/test-world';
import { MeterReadings } from '../meter-readings.service';
import { MeterSheets } from '../meter-sheets.service';
import { Meters, type NewMeter } from '../meters.service';

const day = businessDate;
const october = month('2026-10');

/** A market on 28 October 2026 whose stalls get meters, and the clerk who reads them. */
export async function meteredMarket(world: TestWorld) {
  world.clock.moveTo('2026-10-28T09:00:00+07:00');
  const market = await billedMarket(world, { months: [] });
  const leases = await market.write((tx) =>
    tx.sql<{ stallId: Id }>('select stall_id as "stallId" from tenancy.v_lease order by number'),
  );
  return new MeteredMarket(
    world,
    market,
    leases.map(({ stallId }) => stallId),
  );
}

export class MeteredMarket {
  readonly typist = newId();
  readonly head = newId();

  constructor(
    private readonly world: TestWorld,
    readonly market: BilledMarket,
    private readonly stallIds: readonly Id[],
  ) {}

  as<T>(userId: Id | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.world.db.write({ ...systemActor([this.market.boardId]), userId }, work);
  }

  aMeter(place: number, change: Partial<NewMeter> = {}): NewMeter {
    return {
      feeType: 'electricity',
      code: `CT-${place}`,
      stallId: this.stallIds[place] ?? null,
      digits: 5,
      multiplier: 1,
      firstValue: 100,
      installedOn: day('2026-08-01'),
      ...change,
    };
  }

  install(...meters: NewMeter[]): Promise<Id[]> {
    return this.as(this.typist, (tx) =>
      this.world.get(Meters).install(tx, this.market.marketId, meters),
    );
  }

  read(meterId: Id, value: number, change: object = {}): Promise<number> {
    return this.as(this.typist, (tx) =>
      this.world.get(MeterReadings).record(tx, this.market.marketId, {
        month: october,
        readOn: day('2026-10-26'),
        occasion: 'sheet',
        readings: [{ meterId, value, hasRolledOver: false, ...change }],
        ...change,
      }),
    );
  }

  /** September's reading, typed late; within the fifteen days that a sheet stays open. */
  async september(meterId: Id, value: number): Promise<void> {
    this.world.clock.moveTo('2026-09-28T09:00:00+07:00');
    await this.read(meterId, value, { month: month('2026-09'), readOn: day('2026-09-25') });
    this.world.clock.moveTo('2026-10-28T09:00:00+07:00');
  }

  sheet(period: Month = october) {
    return this.as(this.typist, (tx) =>
      this.world
        .get(MeterSheets)
        .of(tx, this.market.marketId, { month: period, feeType: 'electricity' }),
    );
  }

  /** The reading of the sheet's first row. */
  async readingId(): Promise<Id> {
    return (await this.sheet()).rows[0]?.reading?.id ?? newId();
  }

  usage() {
    return this.as(this.typist, (tx) =>
      this.world.get(Meters).usageFor(tx, this.market.leaseIds, {
        from: day('2026-10-01'),
        to: day('2026-10-31'),
      }),
    );
  }

  estimateMissing() {
    return this.as(this.typist, (tx) =>
      this.world.get(MeterReadings).estimateMissing(tx, this.market.marketId, {
        month: october,
        readOn: day('2026-10-26'),
        feeType: 'electricity',
      }),
    );
  }

  /** A bill line of a reading, as a bill run leaves it. */
  async charge(readingId: Id, quantity: number): Promise<void> {
    await this.market.write((tx) =>
      tx.sql(
        `with bill as (
           insert into billing.bill (board_id, id, market_id, lease_id, kind, period, reason, code,
             total, issued_on, due_on, issued_at)
           values ($1, $2, $3, $4, 'adjustment', '2026-10', 'điện', $2::uuid::text, 100, '2026-10-28',
             '2026-10-28', now()) returning board_id, id)
         insert into billing.bill_line (board_id, id, bill_id, line_number, fee_type, tariff_id,
           quantity, unit, unit_price, service_from, service_to, amount, reading_id)
         select board_id, $2, id, 1, 'electricity', $5, $6, 'kwh', 2, '2026-10-01', '2026-10-26', 100,
                $7 from bill`,
        [
          this.market.boardId,
          newId(),
          this.market.marketId,
          this.market.leaseIds[0],
          this.market.tariffId,
          quantity,
          readingId,
        ],
      ),
    );
  }
}
