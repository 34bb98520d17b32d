import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, type Tx } from '@cho40/platform';
import { mintCode } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import type { BilledMarket } from '../market.queries';

type CodeKind = 'bill' | 'stall';

// The row's lock makes two who mint for one market take serials one after the other.
const TAKE_SERIALS = `
  update billing.code_prefix
     set next_bill_serial = next_bill_serial + case when $3 = 'bill' then $4::integer else 0 end,
         next_stall_serial = next_stall_serial + case when $3 = 'stall' then $4::integer else 0 end
   where board_id = $1 and market_id = $2 and retired_on is null
  returning prefix, scramble_key as key,
            case when $3 = 'bill' then next_bill_serial else next_stall_serial end - $4 as first`;

const INSERT_FOR_STALLS = `
  insert into billing.payment_code (code, board_id, market_id, kind, stall_id, created_at)
  select c.code, $1, $2, 'stall', c."stallId", $4
    from jsonb_to_recordset($3::jsonb) as c (code text, "stallId" uuid)`;

type Place = Pick<BilledMarket, 'boardId' | 'marketId'>;

/** Codes are taken from a market's prefix, each once and for ever. */
@Injectable()
export class PaymentCodes {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** `count` codes that nobody had before. */
  async mint(
    tx: Tx,
    { boardId, marketId }: Place,
    kind: CodeKind,
    count: number,
  ): Promise<string[]> {
    if (count === 0) return [];
    const [taken] = await tx.sql<{ prefix: string; key: number; first: number }>(TAKE_SERIALS, [
      boardId,
      marketId,
      kind,
      count,
    ]);
    if (!taken) throw billingError('noPrefix', { marketId });
    const { prefix, key, first } = taken;
    return Array.from({ length: count }, (_, at) => mintCode(prefix, kind, first + at, key));
  }

  /** Gives every stall of a market its lasting code; those that have one keep it. */
  async ensureForStalls(tx: Tx, market: Place): Promise<void> {
    const { boardId, marketId } = market;
    // Waits for whoever does the same, so that no stall is given two.
    await tx.sql(
      `select from billing.code_prefix
        where board_id = $1 and market_id = $2 and retired_on is null for update`,
      [boardId, marketId],
    );
    const stalls = await tx.sql<{ stallId: Id }>(
      `select s.stall_id as "stallId"
         from markets.v_stall s
        where s.board_id = $1 and s.market_id = $2 and not exists (
          select from billing.payment_code c
           where c.board_id = s.board_id and c.stall_id = s.stall_id)
        order by s.code`,
      [boardId, marketId],
    );
    const codes = await this.mint(tx, market, 'stall', stalls.length);
    const rows = stalls.map(({ stallId }, at) => ({ stallId, code: codes[at] }));
    await tx.sql(INSERT_FOR_STALLS, [boardId, marketId, JSON.stringify(rows), this.clock.now()]);
  }
}
