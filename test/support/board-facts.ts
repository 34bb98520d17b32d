import type { Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import { type LeaseFact, MarketFacts, noonOf } from './market-facts';

interface OnDay {
  readonly amount: number;
  readonly on: string;
}

/**
 * A board's rows as the libs would have left them, for tests of what only reads. A test names what
 * it is about, everything else is made up here; the database's own checks hold as for any row.
 */
export class BoardFacts extends MarketFacts {
  readonly accountId = newId();

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
