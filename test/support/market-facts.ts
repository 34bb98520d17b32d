import { businessDate, instantOf, type Id } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';

/** A lease with its market; bills and payments name it. */
export interface LeaseFact {
  readonly marketId: Id;
  readonly leaseId: Id;
  readonly stallId: Id;
}
interface CommuneStay {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
}

export const noonOf = (day: string) => instantOf(businessDate(day), '12:00:00').toISOString();

/** The markets of a board, what is let there and what is owed for it: what money is then paid for. */
export class MarketFacts {
  tariffId = newId();
  protected serial = 0;

  protected constructor(
    protected readonly tx: Tx,
    readonly boardId: Id,
  ) {}

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
}
