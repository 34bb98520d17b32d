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
    name: 'tenancy.vendorIsOfTheBoard',
    sql: `select l.board_id, l.number as row_key,
                 jsonb_build_object('vendorId', l.vendor_id) as facts
            from tenancy.lease l
           where not exists (select from tenancy.vendor v
                              where (v.board_id, v.id) = (l.board_id, l.vendor_id))`,
  },
  {
    // Phone numbers lie sealed: never without the seal, never readable.
    name: 'tenancy.phonesAreSealed',
    sql: `select v.board_id, v.id::text as row_key,
                 jsonb_build_object('sealedBytes', length(v.phone_sealed)) as facts
            from tenancy.vendor v
           where (v.phone_sealed is null) <> (v.phone_last4 is null)
              or length(v.phone_sealed) < 29 + 10`,
  },
];
