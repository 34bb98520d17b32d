import {
  firstDayOf,
  invariant,
  lastDayOf,
  monthOf,
  type BusinessDate,
  type Id,
} from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { chargesOf, type PricedPlace, type PricedTariff } from '@cho40/tariffs';
import {
  LeaseFigures,
  type LeaseFiguresSource,
  type LeasePrice,
  type LeaseStanding,
} from '@cho40/tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const PLACE = `
  select s.area_m2 as "areaM2", s.is_roofed as "isRoofed", s.open_sides as "openSides",
         s.is_corner as "isCorner", s.row_grade as "rowGrade", s.goods_groups as "goodsGroups",
         l.price_class as "priceClass"
    from tenancy.v_lease l
    join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where l.lease_id = $1`;

const TARIFFS = `
  select t.tariff_id as "tariffId", t.fee_type as "feeType", t.unit, t.price,
         t.valid_from as "validFrom", t.valid_to as "validTo", t.is_roofed as "isRoofed",
         t.open_sides as "openSides", t.is_corner as "isCorner", t.row_grade as "rowGrade",
         t.goods_group as "goodsGroup", t.carrier, t.price_class as "priceClass",
         t.tier_from as "tierFrom", t.tax_percent as "taxPercent",
         t.is_pass_through as "isPassThrough", t.fee_name_vi as "feeName",
         t.decision_number as "decisionNumber", t.decision_issued_on as "decisionIssuedOn",
         t.issuer as "decisionIssuer"
    from tariffs.v_tariff t
    join tenancy.v_lease l on l.board_id = t.board_id and l.market_id = t.market_id
   where l.lease_id = $1 and t.unit in ('m2-month', 'point-month')
     and daterange(t.valid_from, t.valid_to, '[]') @> $2::date
   order by t.settle_order, t.valid_from`;

const STANDING = `
  select coalesce(sum(b.due) filter (where b.kind <> 'security'), 0)::bigint as due,
         coalesce((select d.held from billing.deposit d where d.lease_id = $1), 0) as "depositHeld"
    from billing.v_bill b
   where b.lease_id = $1 and b.voided_at is null`;

type CitedTariff = PricedTariff &
  Pick<LeasePrice, 'feeName' | 'decisionNumber' | 'decisionIssuedOn' | 'decisionIssuer'> & {
    readonly unit: LeasePrice['unit'];
  };

/** Tells tenancy's papers what a lease costs and owes, which only who bills can know. */
@Injectable()
export class BilledLeaseFigures implements LeaseFiguresSource, OnModuleInit {
  constructor(private readonly figures: LeaseFigures) {}

  onModuleInit(): void {
    this.figures.register(this);
  }

  async pricesOn(tx: Reading, leaseId: Id, on: BusinessDate): Promise<LeasePrice[]> {
    const [place] = await tx.sql<PricedPlace>(PLACE, [leaseId]);
    if (!place) return [];
    const standing = await tx.sql<CitedTariff>(TARIFFS, [leaseId, on]);
    // The prices of this day as if they stood for the whole month, which is what a contract says.
    const month = { from: firstDayOf(monthOf(on)), to: lastDayOf(monthOf(on)) };
    const whole = { validFrom: month.from, validTo: null };
    const charges = chargesOf(
      standing.map((tariff) => ({ ...tariff, ...whole })),
      place,
      whole,
      month,
    );
    const byId = new Map(standing.map((tariff) => [tariff.tariffId, tariff]));
    return charges.flatMap(({ tariffId, unitPrice, quantity, amount }) => {
      const tariff = byId.get(tariffId);
      if (!tariff) return [];
      const { feeName, unit, decisionNumber, decisionIssuedOn, decisionIssuer } = tariff;
      const decision = { decisionNumber, decisionIssuedOn, decisionIssuer };
      return [{ feeName, unit, unitPrice, quantity, amount, ...decision }];
    });
  }

  async standing(tx: Reading, leaseId: Id): Promise<LeaseStanding> {
    const [sums] = await tx.sql<LeaseStanding>(STANDING, [leaseId]);
    invariant(sums !== undefined, 'sums have a row');
    return sums;
  }
}
