import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, type Tx } from '@cho40/platform';
import { mintCode, type CodeKind } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';

// The rows' locks make two who mint for one market take serials one after the other; markets in id
// order, so that two who mint for several do not wait for each other.
const TAKE_SERIALS = `
  with wanted as (
    select w.market_id, w.count
      from unnest($2::uuid[], $3::integer[]) as w (market_id, count)
  ), held as materialized (
    select p.prefix, w.count
      from billing.code_prefix p
      join wanted w on w.market_id = p.market_id
     where p.board_id = $1 and p.retired_on is null
     order by p.market_id
       for update of p)
  update billing.code_prefix p
     set next_bill_serial = p.next_bill_serial + case when $4 = 'bill' then h.count else 0 end,
         next_stall_serial = p.next_stall_serial + case when $4 = 'stall' then h.count else 0 end,
         next_ticket_serial =
           p.next_ticket_serial + case when $4 = 'ticket' then h.count else 0 end
    from held h
   where p.prefix = h.prefix
  returning p.market_id as "marketId", p.prefix, p.scramble_key as key,
            case $4 when 'bill' then p.next_bill_serial when 'stall' then p.next_stall_serial
              else p.next_ticket_serial end - h.count as first`;

const STALLS_WITHOUT = `
  select s.market_id as "marketId", s.stall_id as "stallId"
    from markets.v_stall s
   where s.board_id = $1 and s.market_id = any ($2::uuid[]) and s.valid_to is null
     and s.stall_id not in (
         select c.stall_id from billing.payment_code c
          where c.board_id = $1 and c.market_id = any ($2::uuid[]) and c.kind = 'stall')
   order by s.market_id, s.code`;

const INSERT_FOR_STALLS = `
  insert into billing.payment_code (code, board_id, market_id, kind, stall_id, created_at)
  select c.code, $1, c."marketId", 'stall', c."stallId", $3
    from json_to_recordset($2::json) as c (code text, "marketId" uuid, "stallId" uuid)`;

interface Taken {
  readonly marketId: Id;
  readonly prefix: string;
  readonly key: number;
  readonly first: number;
}

/** Codes are taken from a market's prefix, each once and for ever. */
@Injectable()
export class PaymentCodes {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Codes that nobody had before: one for each market named, in the order in which they are named.
   * @throws billing.noPrefix
   */
  async mint(tx: Tx, boardId: Id, kind: CodeKind, marketIds: readonly Id[]): Promise<string[]> {
    if (marketIds.length === 0) return [];
    const counts = new Map<Id, number>();
    for (const id of marketIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    const wanted = [[...counts.keys()], [...counts.values()]];
    const taken = await tx.sql<Taken>(TAKE_SERIALS, [boardId, ...wanted, kind]);
    const serials = new Map(taken.map((one) => [one.marketId, { ...one, next: one.first }]));
    return marketIds.map((marketId) => {
      const serial = serials.get(marketId);
      if (!serial) throw billingError('noPrefix', { marketId });
      serial.next += 1;
      return mintCode(serial.prefix, kind, serial.next - 1, serial.key);
    });
  }

  /** Gives every stall of some markets its lasting code; those that have one keep it. */
  async ensureForStalls(tx: Tx, boardId: Id, marketIds: readonly Id[]): Promise<void> {
    // Waits for whoever does the same, so that no stall is given two.
    await tx.sql(
      `select from billing.code_prefix
        where board_id = $1 and market_id = any ($2::uuid[]) and retired_on is null
        order by market_id for update`,
      [boardId, marketIds],
    );
    const stalls = await tx.sql<{ marketId: Id; stallId: Id }>(STALLS_WITHOUT, [
      boardId,
      marketIds,
    ]);
    const places = stalls.map((stall) => stall.marketId);
    const codes = await this.mint(tx, boardId, 'stall', places);
    const rows = stalls.map((stall, at) => ({ ...stall, code: codes[at] }));
    await tx.sql(INSERT_FOR_STALLS, [boardId, JSON.stringify(rows), this.clock.now()]);
  }
}
