import { businessDate, instantOf, type Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

/** A lease with its market; bills and payments name it. */
export interface LeaseFact {
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly stallId: Id;
}
interface OnDay {
  readonly amount: number;
  readonly on: string;
}
interface CommuneStay {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
}
interface UnitFact {
  readonly id: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly parent?: string;
  readonly from?: string;
  readonly to?: string;
}

const noonOf = (day: string) => instantOf(businessDate(day), '12:00:00').toISOString();

/** An administrative unit; its code is the last part of its id. */
export async function unitFact(tx: Tx, { id, level, parent, from, to }: UnitFact): Promise<void> {
  await tx.sql(
    `insert into markets.admin_unit (id, code, level, name, parent_id, valid_from, valid_to)
     values ($1, $1, $2, $1, $3, $4, $5)`,
    [id, level, parent ?? null, from ?? null, to ?? null],
  );
}

/**
 * A board's rows as the libs would have left them, for tests of what only reads. A test names what
 * it is about, everything else is made up here; the database's own checks hold as for any row.
 */
export class BoardFacts {
  readonly accountId = newId();
  tariffId = newId();
  private serial = 0;

  private constructor(
    private readonly tx: Tx,
    readonly boardId: Id,
  ) {}

  /** A board with one receiving account, approved and in use since 2025-01-01. */
  static async of(tx: Tx, boardId: Id, provinceId: string): Promise<BoardFacts> {
    const facts = new BoardFacts(tx, boardId);
    await tx.sql(`insert into markets.board (id, name) values ($1, 'Ban quản lý')`, [
      facts.boardId,
    ]);
    await tx.sql(
      `insert into banking.receiving_account (board_id, id, bin, number, holder_name,
         opening_balance, opened_on, created_by, created_at, approved_by, approved_at, proof,
         live_at)
       values ($1, $2, '970436', $3, 'BAN QUAN LY', 0, '2025-01-01', $4, '2024-12-20', $5,
         '2024-12-20', 'earlier', '2024-12-21')`,
      [facts.boardId, facts.accountId, facts.boardId.slice(-12).toUpperCase(), newId(), newId()],
    );
    await tx.sql(
      `insert into tariffs.decision (id, province_id, number, issuer, title, issued_on,
         effective_from) values ($1, $2, $1::uuid::text, 'UBND', 'Giá', '2025-01-01', '2025-01-01')`,
      [facts.tariffId, provinceId],
    );
    await tx.sql(
      `insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit,
         price) values ($1, 1, 'Điểm kinh doanh', 'space', 'point-month', 100000)`,
      [facts.tariffId],
    );
    return facts;
  }

  /** A market that opened on 2025-01-01, with the communes somebody entered for it. */
  async market(code: string, where: { district?: string; communes?: CommuneStay[] }): Promise<Id> {
    const marketId = newId();
    await this.tx.sql(
      `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
         former_district_id, opened_on)
       values ($1, $2, $3, $3, 3, 'solid', 'daily', $4, '2025-01-01')`,
      [this.boardId, marketId, code, where.district ?? null],
    );
    for (const { id, from, to } of where.communes ?? [])
      await this.tx.sql(
        `insert into markets.market_commune (board_id, market_id, commune_id, valid_from, valid_to)
         values ($1, $2, $3, $4, $5)`,
        [this.boardId, marketId, id, from ?? null, to ?? null],
      );
    await this.tx.sql(
      `insert into markets.zone (board_id, id, market_id, code, name) values ($1, $2, $2, 'A', 'A')`,
      [this.boardId, marketId],
    );
    await this.tx.sql(
      `insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling,
         fee_type, unit, price, valid_from, created_by)
       values ($1, $2, $2, $3, 1, 100000, 'space', 'point-month', 100000, '2025-01-01', $1)`,
      [this.boardId, marketId, this.tariffId],
    );
    return marketId;
  }

  async lease(marketId: Id): Promise<LeaseFact> {
    const [leaseId, stallId] = [newId(), newId()];
    const code = `A-${(this.serial += 1)}`;
    await this.tx.sql(
      `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
       values ($1, $2, $3, $3, $4, 4, 'food')`,
      [this.boardId, stallId, marketId, code],
    );
    await this.tx.sql(
      `insert into tenancy.vendor (board_id, id, name) values ($1, $2, 'Sùng Thị Máy')`,
      [this.boardId, leaseId],
    );
    await this.tx.sql(
      `insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
       values ($1, $2, $3, $4, $2, $5, '2025-01-01')`,
      [this.boardId, leaseId, marketId, stallId, code],
    );
    return { marketId, leaseId, stallId };
  }

  /** A bill of one line; gives the line's id, which payments are given to. */
  async bill({ marketId, leaseId }: LeaseFact, period: string, total: number): Promise<Id> {
    const [runId, billId] = [newId(), newId()];
    const first = `${period}-01`;
    await this.tx.sql(
      `insert into billing.bill_run (board_id, id, market_id, period, issued_at, bill_count, total)
       values ($1, $2, $3, $4, $5, 1, $6)`,
      [this.boardId, runId, marketId, period, noonOf(first), total],
    );
    await this.tx.sql(
      `insert into billing.bill (board_id, id, market_id, lease_id, kind, period, run_id, code,
         total, issued_on, due_on, issued_at)
       values ($1, $2, $3, $4, 'monthly', $5, $6, right($2::uuid::text, 12), $7, $8, $8, $9)`,
      [this.boardId, billId, marketId, leaseId, period, runId, total, first, noonOf(first)],
    );
    await this.tx.sql(
      `insert into billing.bill_line (board_id, id, bill_id, line_number, fee_type, tariff_id,
         quantity, unit, unit_price, service_from, service_to, amount)
       values ($1, $2, $2, 1, 'space', $3, 1, 'point-month', $4, $5, $5, $4)`,
      [this.boardId, billId, marketId, total, first],
    );
    return billId;
  }

  /** A demanded deposit; gives the line's id. */
  async deposit({ marketId, leaseId }: LeaseFact, amount: number): Promise<Id> {
    const id = newId();
    await this.tx.sql(
      `insert into billing.bill (board_id, id, market_id, lease_id, kind, period, reason, code,
         total, issued_on, due_on, issued_at)
       values ($1, $2, $3, $4, 'security', '2026-10', 'Ký quỹ', right($2::uuid::text, 12), $5,
         '2026-10-01', '2026-10-10', now())`,
      [this.boardId, id, marketId, leaseId, amount],
    );
    await this.tx.sql(
      `insert into billing.bill_line (board_id, id, bill_id, line_number, fee_type, quantity, unit,
         unit_price, service_from, service_to, amount)
       values ($1, $2, $2, 1, 'deposit', 1, 'deposit', $3, '2026-10-01', '2026-10-01', $3)`,
      [this.boardId, id, amount],
    );
    return id;
  }

  /** A bank record that confirmed itself; nobody is named for it yet. */
  async record({ amount, on }: OnDay): Promise<Id> {
    const id = newId();
    await this.tx.sql(
      `insert into banking.bank_record (board_id, id, account_id, direction, amount, booked_at,
         booked_on, content, recorded_at) values ($1, $2, $3, 'in', $4, $5, $6, '', $5)`,
      [this.boardId, id, this.accountId, amount, noonOf(on), on],
    );
    await this.tx.sql(
      `insert into banking.sighting (board_id, id, record_id, account_id, source, source_id, amount,
         direction, booked_on, content_hash, confirms, seen_at)
       values ($1, $2, $2, $3, 'sepay', $2::uuid::text, $4, 'in', $5, '', true, $6)`,
      [this.boardId, id, this.accountId, amount, on, noonOf(on)],
    );
    await this.tx.sql(
      `insert into banking.confirmation (board_id, record_id, sighting_id, at)
       values ($1, $2, $2, $3)`,
      [this.boardId, id, noonOf(on)],
    );
    return id;
  }

  /** A record that matching has come to in vain. */
  async unmatched(money: OnDay & { marketId?: Id }): Promise<Id> {
    const id = await this.record(money);
    await this.tx.sql(
      `insert into reconciliation.standing (board_id, record_id, account_id, direction, state, reason,
         amount, booked_on, market_id, since)
       values ($1, $2, $7, 'in', 'unmatched', 'noCode', $3, $4, $5, $6)`,
      [
        this.boardId,
        id,
        money.amount,
        money.on,
        money.marketId ?? null,
        noonOf(money.on),
        this.accountId,
      ],
    );
    return id;
  }

  /** A bank payment of a lease, all of it given to `line` when one is named. */
  async paidByBank(lease: LeaseFact, money: OnDay, line?: Id): Promise<Id> {
    const recordId = await this.record(money);
    const paymentId = await this.payment(lease, money, { source: 'bank', recordId }, line);
    await this.tx.sql(
      `insert into reconciliation.standing (board_id, record_id, account_id, direction, state, reason,
         amount, booked_on, market_id, payment_id, since)
       values ($1, $2, $8, 'in', 'matched', 'code', $3, $4, $5, $6, $7)`,
      [
        this.boardId,
        recordId,
        money.amount,
        money.on,
        lease.marketId,
        paymentId,
        noonOf(money.on),
        this.accountId,
      ],
    );
    return paymentId;
  }

  /** What of a payment no bill needed and was given back to its payer. */
  async refunded(paymentId: Id, amount: number): Promise<void> {
    await this.tx.sql(
      `insert into billing.refund_part (board_id, id, refund_id, payment_id, amount, at)
       values ($1, $2, $3, $4, $5, now())`,
      [this.boardId, newId(), newId(), paymentId, amount],
    );
  }

  async undone(paymentId: Id): Promise<void> {
    await this.tx.sql(
      `update billing.payment set undone_at = now(), undone_reason = 'ngân hàng thu hồi'
        where board_id = $1 and id = $2`,
      [this.boardId, paymentId],
    );
  }

  /** Cash taken from a lease by a collector, with its receipt. */
  async paidInCash(
    lease: LeaseFact,
    { amount, on, collectorId }: OnDay & { collectorId: Id },
    line?: Id,
  ): Promise<Id> {
    const receiptId = newId();
    const money = { amount, on };
    const paymentId = await this.payment(lease, money, { source: 'cash', receiptId }, line);
    const number = `PT-${on.slice(0, 4)}-${String((this.serial += 1)).padStart(6, '0')}`;
    const shiftId = await this.shift(lease.marketId, { on, collectorId });
    await this.tx.sql(
      `insert into cash.receipt (board_id, id, market_id, lease_id, payment_id, number, amount,
         collector_id, collector_name, taken_at, taken_on, recorded_at, shift_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'Người thu', $9, $10, $9, $11)`,
      [
        this.boardId,
        receiptId,
        lease.marketId,
        lease.leaseId,
        paymentId,
        number,
        amount,
        collectorId,
        noonOf(on),
        on,
        shiftId,
      ],
    );
    return paymentId;
  }

  /** The open shift of a collector at a market. */
  private async shift(marketId: Id, { on, collectorId }: { on: string; collectorId: Id }) {
    const [shift] = await this.tx.sql<{ id: Id }>(
      `insert into cash.shift as s (board_id, id, market_id, collector_id, collector_name,
         opened_at, opened_on)
       values ($1, $2, $3, $4, 'Người thu', $5, $6)
       on conflict (board_id, collector_id, market_id) where closed_at is null
         do update set closed_at = null
       returning s.id`,
      [this.boardId, newId(), marketId, collectorId, noonOf(on), on],
    );
    return shift?.id;
  }

  private async payment(
    { marketId, leaseId }: LeaseFact,
    { amount, on }: OnDay,
    from: { source: 'bank'; recordId: Id } | { source: 'cash'; receiptId: Id },
    line?: Id,
  ): Promise<Id> {
    const id = newId();
    await this.tx.sql(
      `insert into billing.payment (board_id, id, market_id, lease_id, source, record_id, receipt_id,
         amount, paid_at, booked_on, recorded_at, reason, rules_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, 'test', 1)`,
      [
        this.boardId,
        id,
        marketId,
        leaseId,
        from.source,
        from.source === 'bank' ? from.recordId : null,
        from.source === 'cash' ? from.receiptId : null,
        amount,
        noonOf(on),
        on,
      ],
    );
    if (line)
      await this.tx.sql(
        `insert into billing.allocation (board_id, id, payment_id, bill_line_id, amount,
           rules_version, at) values ($1, $2, $2, $3, $4, 1, $5)`,
        [this.boardId, id, line, amount, noonOf(on)],
      );
    return id;
  }

  async handedIn({ amount, on, collectorId }: OnDay & { collectorId: Id }): Promise<void> {
    await this.tx.sql(
      `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id,
         cashier_name, amount, expected, counted_at, counted_on)
       values ($1, $2, $3, 'Người thu', $2, 'Thủ quỹ', $4, $4, $5, $6)`,
      [this.boardId, newId(), collectorId, amount, noonOf(on), on],
    );
  }

  /** A statement that covers the days and shows every record seen on them so far. */
  async proven(from: string, to: string): Promise<void> {
    const id = newId();
    await this.tx.sql(
      `insert into banking.statement (board_id, id, account_id, file_name, file_sha256, file, layout,
         from_on, to_on, opening, credits, debits, closing, row_count, imported_at)
       values ($1, $2, $3, 'sao-ke.xlsx', $4, '', 'vietcombank', $5, $6, 0, 0, 0, 0, 0, now())`,
      [this.boardId, id, this.accountId, Buffer.from(newId()), from, to],
    );
    await this.tx.sql(
      `insert into banking.sighting (board_id, id, record_id, account_id, source, source_id, amount,
         direction, booked_on, content_hash, confirms, statement_id, seen_at)
       select r.board_id, uuidv7(), r.id, r.account_id, 'statement', r.id::text, r.amount,
              r.direction, r.booked_on, '', true, $2, now()
         from banking.bank_record r
        where r.board_id = $1 and r.account_id = $3 and r.booked_on between $4 and $5`,
      [this.boardId, id, this.accountId, from, to],
    );
  }
}
