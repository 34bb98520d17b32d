// A board with markets, stalls, leases and prices, written by SQL alone: what benches bill and match.
const MARKETS = 20;

/** A board whose markets share the leases; every stall has the same fees. */
export async function boardWith(owner, leases, fees) {
  await owner.query('set role cho40_owner');
  const { rows } = await owner.query('select gen_random_uuid() as board');
  const [{ board }] = rows;
  await owner.query(`select set_config('app.boards', $1, false)`, [`{${board}}`]);
  for (const [sql, ...values] of seed(board, leases, fees)) await owner.query(sql, values);
  await owner.query('reset role');
  await owner.query('analyze');
  await owner.query('set role cho40_owner');
  return board;
}

const ID = `md5($1::uuid::text || s.n)::uuid`;

const seed = (board, leases, fees) => [
  [`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`, board],
  [`insert into markets.admin_unit (id, code, level, name) values ('P08', '08', 'province', 'TQ')`],
  [
    `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
       opened_on)
     select $1, md5($1::uuid::text || 'm' || n)::uuid, 'CHO-' || n, 'Chợ ' || n, 1, 'solid', 'daily',
            '2025-05-01' from generate_series(1, $2::integer) n`,
    board,
    MARKETS,
  ],
  [
    `insert into markets.zone (board_id, id, market_id, code, name)
     select board_id, id, id, 'A', 'A' from markets.market where board_id = $1`,
    board,
  ],
  [
    `insert into billing.code_prefix (prefix, board_id, market_id, scramble_key)
     select 'Q' || chr(65 + n / 26) || chr(65 + n % 26) || 'Z', $1,
            md5($1::uuid::text || 'm' || n)::uuid, 7 + n from generate_series(1, $2::integer) n`,
    board,
    MARKETS,
  ],
  [
    `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
     select $1, ${ID}, md5($1::uuid::text || 'm' || s.n % $3::integer + 1)::uuid,
            md5($1::uuid::text || 'm' || s.n % $3::integer + 1)::uuid, 'A-' || s.n, 3 + s.n % 7,
            'food'
       from generate_series(1, $2::integer) as s (n)`,
    board,
    leases,
    MARKETS,
  ],
  [
    `insert into tenancy.vendor (board_id, id, name)
     select board_id, id, 'Sùng Thị Máy' from markets.stall where board_id = $1`,
    board,
  ],
  [
    `insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
     select board_id, id, market_id, id, id, 'HD-' || code, '2026-01-01'
       from markets.stall where board_id = $1`,
    board,
  ],
  [
    `insert into tariffs.decision (id, province_id, number, issuer, title, issued_on, effective_from)
     values ($1, 'P08', '12/QĐ', 'UBND', 'Giá', '2025-01-01', '2025-01-01')`,
    board,
  ],
  [
    `insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit, price)
     select $1, n, f.fee, f.fee, 'm2-month', 45000
       from unnest($2::text[]) with ordinality as f (fee, n)`,
    board,
    fees,
  ],
  [
    `insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling,
       fee_type, unit, price, valid_from, created_by, approved_by, approved_at)
     select $1, gen_random_uuid(), m.id, $1, p.line_number, p.price, p.fee_type, p.unit,
            p.price - 1000 * p.line_number, '2025-05-01', $1, m.id, now()
       from tariffs.decision_price p cross join markets.market m where m.board_id = $1`,
    board,
  ],
  [
    `insert into banking.receiving_account (board_id, id, bin, number, holder_name, opening_balance,
       opened_on, created_by, created_at, approved_by, approved_at, proof, live_at)
     values ($1, $1, '970436', '0123456789', 'BAN QUAN LY CHO', 0, '2025-01-01', $1, '2024-12-20',
       gen_random_uuid(), '2024-12-20', 'earlier', '2024-12-21')`,
    board,
  ],
];
