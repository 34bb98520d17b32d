import type { Invariant } from '@cho40/platform';

export const tenancyInvariants: readonly Invariant[] = [
  {
    name: 'tenancy.oneLeasePerStallAndDay',
    sql: `select l.board_id, l.number as row_key,
                 jsonb_build_object('stallId', l.stall_id, 'also', o.number) as facts
            from tenancy.lease l
            join tenancy.lease o
              on o.board_id = l.board_id and o.stall_id = l.stall_id and o.id > l.id
             and daterange(o.valid_from, o.valid_to, '[]')
                 && daterange(l.valid_from, l.valid_to, '[]')`,
  },
  {
    name: 'tenancy.leaseIsInItsStallsMarket',
    sql: `select l.board_id, l.number as row_key,
                 jsonb_build_object('stallId', l.stall_id, 'marketId', l.market_id) as facts
            from tenancy.lease l
           where not exists (select from markets.v_stall s
                              where (s.board_id, s.market_id, s.stall_id)
                                    = (l.board_id, l.market_id, l.stall_id))`,
  },
  {
    name: 'tenancy.leasesEndWithTheirStall',
    sql: `select l.board_id, l.number as row_key,
                 jsonb_build_object('stall', s.code, 'ended', s.valid_to) as facts
            from tenancy.lease l
            join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
           where s.valid_to < coalesce(l.valid_to, 'infinity')`,
  },
  {
    name: 'tenancy.vendorIsOfTheBoard',
    sql: `select l.board_id, l.number as row_key,
                 jsonb_build_object('vendorId', l.vendor_id) as facts
            from tenancy.lease l
           where not exists (select from tenancy.vendor v
                              where (v.board_id, v.id) = (l.board_id, l.vendor_id))`,
  },
  {
    // Whatever says who somebody is lies sealed: never without the seal, never readable. A sealed
    // text is 29 bytes longer than what it says.
    name: 'tenancy.personalFactsAreSealed',
    sql: `select v.board_id, v.id::text as row_key, jsonb_build_object('fact', f.name) as facts
            from tenancy.vendor v
           cross join lateral (values
                   ('phone', v.phone_sealed, v.phone_last4, 10),
                   ('idNumber', v.id_number_sealed, v.id_number_last4, 9),
                   ('taxCode', v.tax_code_sealed, v.tax_code_last4, 10),
                   ('address', v.address_sealed, null, 1)) as f (name, sealed, last4, least)
           where f.name <> 'address' and (f.sealed is null) <> (f.last4 is null)
              or length(f.sealed) < 29 + f.least
              or get_byte(f.sealed, 0) <> 1`,
  },
  {
    name: 'tenancy.endsCutTheirLease',
    sql: `select e.board_id, l.number as row_key,
                 jsonb_build_object('lastDay', e.last_day, 'validTo', l.valid_to) as facts
            from tenancy.lease_end e
            join tenancy.lease l on l.board_id = e.board_id and l.id = e.lease_id
           where l.valid_to is distinct from e.last_day`,
  },
  {
    name: 'tenancy.renewalsFollow',
    sql: `select n.board_id, n.number as row_key,
                 jsonb_build_object('continues', o.number, 'from', n.valid_from) as facts
            from tenancy.lease n
            join tenancy.lease o on o.board_id = n.board_id and o.id = n.renewed_from
           where n.vendor_id <> o.vendor_id or o.valid_to is null or n.valid_from <= o.valid_to`,
  },
  {
    name: 'tenancy.transfersPassTheStall',
    sql: `select n.board_id, n.number as row_key,
                 jsonb_build_object('takesOver', o.number, 'from', n.valid_from) as facts
            from tenancy.lease n
            join tenancy.lease o on o.board_id = n.board_id and o.id = n.transferred_from
            left join tenancy.lease_end e on e.board_id = o.board_id and e.lease_id = o.id
            left join tenancy.lease_transfer t
              on t.board_id = n.board_id and t.new_lease_id = n.id and t.lease_id = o.id
           where t.id is null or t.from_on <> n.valid_from or t.vendor_id <> n.vendor_id
              or n.vendor_id = o.vendor_id or e.kind is distinct from 'transferred'
              or e.last_day <> n.valid_from - 1`,
  },
  {
    name: 'tenancy.transfersByProcedureHaveTwoPeople',
    sql: `select t.board_id, t.id::text as row_key,
                 jsonb_build_object('leaseId', t.lease_id, 'decidedBy', t.decided_by) as facts
            from tenancy.lease_transfer t
           where t.policy = 'by-procedure' and t.new_lease_id is not null
             and (t.decided_by is null or t.decided_by = t.created_by
                  or t.document_number is null or t.document_on is null)`,
  },
  {
    name: 'tenancy.suspensionsLieInTheirLease',
    sql: `select s.board_id, s.id::text as row_key,
                 jsonb_build_object('lease', l.number, 'from', s.from_on, 'to', s.to_on) as facts
            from tenancy.lease_suspension s
            join tenancy.lease l on l.board_id = s.board_id and l.id = s.lease_id
           where s.withdrawn_at is null
             and (s.from_on < l.valid_from or s.from_on > l.valid_to or s.to_on > l.valid_to)`,
  },
];
