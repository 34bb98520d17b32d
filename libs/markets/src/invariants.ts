import type { Invariant } from '@cho40/platform';

export const marketsInvariants: readonly Invariant[] = [
  {
    name: 'markets.stallInZoneOfItsMarket',
    sql: `select s.board_id, s.code as row_key, jsonb_build_object('stallId', s.id) as facts
            from markets.stall s
           where not exists (select from markets.zone z
                              where (z.board_id, z.market_id, z.id)
                                    = (s.board_id, s.market_id, s.zone_id))`,
  },
  {
    name: 'markets.oneCommunePerDay',
    sql: `select c.board_id, c.market_id::text as row_key,
                 jsonb_build_object('commune', c.commune_id, 'also', o.commune_id) as facts
            from markets.market_commune c
            join markets.market_commune o
              on o.market_id = c.market_id and o.ctid > c.ctid
             and daterange(o.valid_from, o.valid_to, '[]')
                 && daterange(c.valid_from, c.valid_to, '[]')`,
  },
  {
    // A commune that was abolished cannot hold a market: the share per commune would count it twice.
    name: 'markets.communeStoodThen',
    sql: `select c.board_id, c.market_id::text as row_key,
                 jsonb_build_object('commune', c.commune_id, 'level', u.level) as facts
            from markets.market_commune c
            join markets.admin_unit u on u.id = c.commune_id
           where u.level <> 'commune'
              or not daterange(u.valid_from, u.valid_to, '[]')
                     @> daterange(c.valid_from, c.valid_to, '[]')`,
  },
  {
    // The registry gives officials their boards by unit; a stale row would show or hide a market.
    name: 'markets.registryAgrees',
    sql: `select m.board_id, m.code as row_key,
                 jsonb_build_object('commune', c.commune_id, 'registered', r.commune_id) as facts
            from markets.market m
            left join markets.market_commune c
              on c.board_id = m.board_id and c.market_id = m.id and c.valid_to is null
            left join markets.market_registry r on r.market_id = m.id
           where (r.board_id, r.code) is distinct from (m.board_id, m.code)
              or r.former_district_id is distinct from m.former_district_id
              or (c.commune_id is not null and r.commune_id is distinct from c.commune_id)`,
  },
];
