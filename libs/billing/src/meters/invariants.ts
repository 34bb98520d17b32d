import type { Invariant } from '@cho40/platform';

export const meterInvariants: readonly Invariant[] = [
  {
    name: 'billing.readingsFollowEachOther',
    sql: `select r.board_id, r.id::text as row_key,
                 jsonb_build_object('meter', r.code, 'on', r.read_on, 'usage', r.usage) as facts
            from (
              select r.*, m.code, m.multiplier, m.digits,
                     coalesce(lag(r.read_on) over w + 1, m.installed_on) as begins,
                     coalesce(lag(r.charged_to) over w, m.first_value) as base
                from billing.meter_reading r
                join billing.meter m on m.board_id = r.board_id and m.id = r.meter_id
               where r.superseded_at is null
              window w as (partition by r.board_id, r.meter_id order by r.read_on)) r
           where r.service_from <> r.begins
              or r.usage <> r.multiplier * (r.charged_to - r.base
                 + case when r.has_rolled_over then power(10::numeric, r.digits) else 0 end)`,
  },
  {
    name: 'billing.correctionByAnother',
    sql: `select board_id, id::text as row_key,
                 jsonb_build_object('reading', reading_id) as facts
            from billing.meter_correction
           where outcome is not null and decided_by is not distinct from requested_by`,
  },
  {
    name: 'billing.readingChargedOnce',
    sql: `select l.board_id, l.reading_id::text as row_key,
                 jsonb_build_object('bills', count(distinct l.bill_id)) as facts
            from billing.bill_line l
            join billing.bill b on b.board_id = l.board_id and b.id = l.bill_id
           where l.reading_id is not null and b.voided_at is null
           group by l.board_id, l.reading_id
          having count(distinct l.bill_id) > 1`,
  },
  {
    name: 'billing.readingChargedAsRead',
    sql: `select l.board_id, l.reading_id::text as row_key,
                 jsonb_build_object('bill', l.bill_id, 'charged', sum(l.quantity),
                                    'read', r.usage) as facts
            from billing.bill_line l
            join billing.meter_reading r on r.board_id = l.board_id and r.id = l.reading_id
           group by l.board_id, l.reading_id, l.bill_id, r.usage
          having sum(l.quantity) > r.usage`,
  },
];
