import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

/** A market that can be billed: its leases in the order of their stalls' codes, A-1, A-2, … */
export interface MarketToBill {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly code: string;
  readonly tariffId: Id;
  readonly accountId: Id;
  readonly leaseIds: Id[];
}

interface Wanted {
  boardId: Id;
  code: string;
  stalls?: number;
  /** đ per stall and month. */
  price?: number;
  /** A market of the same board, whose account it shares. */
  beside?: Pick<MarketToBill, 'accountId'>;
}

const BOARD = `insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`;
const PROVINCE = `
  insert into markets.admin_unit (id, code, level, name) values ('P08', '08', 'province', 'Tuyên Quang')
  on conflict do nothing`;
const MARKET = `
  insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
    opened_on) values ($1, $2, $3, 'Chợ ' || $3, 2, 'solid', 'daily', '2025-05-01')`;
const ZONE = `insert into markets.zone (board_id, id, market_id, code, name) values ($1, $2, $2, 'A', 'A')`;
const STALLS = `
  insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
  select $1, s.id, $2, $2, 'A-' || s.place, 4, 'food'
    from unnest($3::uuid[]) with ordinality as s (id, place)`;
const VENDORS = `
  insert into tenancy.vendor (board_id, id, name)
  select $1, s.id, 'Sùng Thị Máy' from unnest($2::uuid[]) as s (id)`;
const LEASES = `
  insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
  select $1, l.id, $2, l.stall_id, l.stall_id, 'HD-' || $5 || '-' || l.place, '2025-05-01'
    from unnest($3::uuid[], $4::uuid[]) with ordinality as l (id, stall_id, place)`;
const DECISION = `
  insert into tariffs.decision (id, province_id, number, issuer, title, issued_on, effective_from)
  values ($1, 'P08', $1::uuid::text, 'UBND', 'Giá', '2025-01-01', '2025-01-01')`;
const TARIFF = `
  with line as (
    insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit, price)
    values ($2, 1, 'Điểm kinh doanh', 'space', 'point-month', $4) returning price)
  insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling, fee_type,
    unit, price, valid_from, created_by, approved_by, approved_at)
  select $1, $2, $3, $2, 1, price, 'space', 'point-month', price, '2025-05-01', $1, $2, now()
    from line`;
const ACCOUNT = `
  insert into banking.receiving_account (board_id, id, bin, number, holder_name, opening_balance,
    opened_on, created_by, created_at, approved_by, approved_at, proof, live_at)
  values ($1, $2, '970436', $3, 'BAN QUAN LY CHO', 0, '2025-01-01', $1, '2024-12-20', $2,
    '2024-12-20', 'earlier', '2024-12-21')`;

/** Rows as the libs above billing leave them; the database's own checks hold as for any row. */
export async function marketToBill(tx: Tx, wanted: Wanted): Promise<MarketToBill> {
  const { boardId, code, stalls = 3, price = 100_000, beside } = wanted;
  const [marketId, tariffId] = [newId(), newId()];
  const accountId = beside?.accountId ?? newId();
  const stallIds = Array.from({ length: stalls }, () => newId());
  const leaseIds = stallIds.map(() => newId());
  if (!beside) await tx.sql(BOARD, [boardId]);
  await tx.sql(PROVINCE);
  await tx.sql(MARKET, [boardId, marketId, code]);
  await tx.sql(ZONE, [boardId, marketId]);
  await tx.sql(STALLS, [boardId, marketId, stallIds]);
  await tx.sql(VENDORS, [boardId, stallIds]);
  await tx.sql(LEASES, [boardId, marketId, leaseIds, stallIds, code]);
  await tx.sql(DECISION, [tariffId]);
  await tx.sql(TARIFF, [boardId, tariffId, marketId, price]);
  if (!beside) await tx.sql(ACCOUNT, [boardId, accountId, boardId.slice(-12).toUpperCase()]);
  return { boardId, marketId, code, tariffId, accountId, leaseIds };
}

/** A confirmed bank record, as banking leaves it. */
export async function bankRecord(
  tx: Tx,
  { boardId, accountId }: Pick<MarketToBill, 'boardId' | 'accountId'>,
  amount: number,
): Promise<Id> {
  const id = newId();
  await tx.sql(
    `insert into banking.bank_record (board_id, id, account_id, direction, amount, booked_at,
       booked_on, content, recorded_at)
     values ($1, $2, $3, 'in', $4, '2026-10-12T03:00:00Z', '2026-10-12', '', now())`,
    [boardId, id, accountId, amount],
  );
  return id;
}
