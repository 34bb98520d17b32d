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
  {
    name: 'markets.zonesMakeATree',
    sql: `with recursive reached as (
            select board_id, id from markets.zone where parent_id is null
            union
            select z.board_id, z.id
              from markets.zone z join reached r on (r.board_id, r.id) = (z.board_id, z.parent_id)
          )
          select z.board_id, z.code as row_key, jsonb_build_object('zoneId', z.id) as facts
            from markets.zone z
            left join reached r on (r.board_id, r.id) = (z.board_id, z.id)
           where r.id is null`,
  },
  {
    // Decree 60/2024/NĐ-CP
    name: 'markets.pointsHaveThreeSquareMetres',
    sql: `select board_id, code as row_key, jsonb_build_object('stallId', id, 'areaM2', area_m2) as facts
            from markets.stall where area_m2 < 3 and small_area_reason is null`,
  },
  {
    name: 'markets.stateIsTheLastOfItsHistory',
    sql: `select s.board_id, s.code as row_key,
                 jsonb_build_object('state', s.state, 'last', h.state) as facts
            from markets.stall s
            left join (select distinct on (board_id, stall_id) board_id, stall_id, state
                         from markets.stall_state order by board_id, stall_id, number desc) h
              on (h.board_id, h.stall_id) = (s.board_id, s.id)
           where h.state is distinct from s.state`,
  },
  {
    name: 'markets.statesFollowEachOther',
    sql: `select h.board_id, h.stall_id::text as row_key,
                 jsonb_build_object('number', h.number, 'from', h.from_on) as facts
            from (select board_id, stall_id, number, from_on,
                         lag(number, 1, 0) over stall as before,
                         lag(from_on) over stall as from_before
                    from markets.stall_state
                  window stall as (partition by board_id, stall_id order by number)) h
           where h.number <> h.before + 1 or h.from_on < h.from_before`,
  },
  {
    // A day on which both the old and the new stall stood would be billed twice, one without either
    // not at all.
    name: 'markets.successorsBeginAsTheOldEnd',
    sql: `select c.board_id, concat(f.code, ' → ', t.code) as row_key,
                 jsonb_build_object('ended', f.valid_to, 'began', t.valid_from,
                                    'on', c.begins_on) as facts
            from markets.stall_succession c
            join markets.stall f on (f.board_id, f.id) = (c.board_id, c.from_id)
            left join markets.stall t on (t.board_id, t.id) = (c.board_id, c.to_id)
           where f.valid_to + 1 is distinct from c.begins_on or t.valid_from <> c.begins_on
          union all
          select s.board_id, s.code, jsonb_build_object('ended', s.valid_to)
            from markets.stall s
           where s.valid_to is not null
             and not exists (select from markets.stall_succession c
                              where (c.board_id, c.from_id) = (s.board_id, s.id))`,
  },
  {
    name: 'markets.oneCollectorPerDay',
    sql: `select c.board_id, c.party as row_key,
                 jsonb_build_object('contractId', c.id, 'also', o.id) as facts
            from markets.collection_contract c
            join markets.collection_contract o
              on (o.board_id, o.market_id) = (c.board_id, c.market_id) and o.id > c.id
             and daterange(o.valid_from, o.valid_to, '[]')
                 && daterange(c.valid_from, c.valid_to, '[]')`,
  },
];
