import type { Invariant } from '@cho40/platform';

export const tariffsInvariants: readonly Invariant[] = [
  {
    name: 'tariffs.approvedByAnother',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('marketId', t.market_id, 'feeType', t.fee_type) as facts
            from tariffs.tariff t
           where t.approved_at is not null
             and (t.approved_by is null or t.approved_by is not distinct from t.created_by)`,
  },
  {
    name: 'tariffs.onePricePerFeeTypeAndDay',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('marketId', t.market_id, 'feeType', t.fee_type,
                                    'also', o.id) as facts
            from tariffs.tariff t
            join tariffs.tariff o
              on o.board_id = t.board_id and o.market_id = t.market_id
             and o.fee_type = t.fee_type and o.prices_what = t.prices_what
             and o.factors = t.factors and o.id > t.id
             and daterange(o.valid_from, o.valid_to, '[]')
                 && daterange(t.valid_from, t.valid_to, '[]')
           where t.approved_at is not null and o.approved_at is not null`,
  },
  {
    name: 'tariffs.priceStandsOnItsDecision',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('decision', d.number, 'from', t.valid_from) as facts
            from tariffs.tariff t
            left join tariffs.decision d on d.id = t.decision_id
           where t.approved_at is not null
             and (d.id is null
                  or not daterange(d.effective_from, d.effective_to, '[]')
                         @> daterange(t.valid_from, t.valid_to, '[]'))`,
  },
  {
    name: 'tariffs.priceWithinItsDecision',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('price', t.price, 'allowed', p.price) as facts
            from tariffs.tariff t
            left join tariffs.decision_price p
              on p.decision_id = t.decision_id and p.line_number = t.decision_line
             and p.fee_type = t.fee_type and p.unit = t.unit
             and coalesce(p.is_roofed = t.is_roofed, p.is_roofed is null)
             and coalesce(p.open_sides = t.open_sides, p.open_sides is null)
             and coalesce(p.is_corner = t.is_corner, p.is_corner is null)
             and coalesce(p.row_grade = t.row_grade, p.row_grade is null)
             and coalesce(p.goods_group = t.goods_group, p.goods_group is null)
             and coalesce(p.carrier = t.carrier, p.carrier is null)
             and coalesce(p.price_class = t.price_class, p.price_class is null)
           where t.approved_at is not null and (p.price is null or t.price > p.price)`,
  },
];
