import { randomInt } from 'node:crypto';
import type { Id } from '@cho40/kernel';
import { Audit, brokenConstraint, type Reading, type Tx } from '@cho40/platform';
import { isPrefixAllowed } from '@cho40/vietqr';
import { Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { marketOf, type BilledMarket } from '../market.queries';
import { PaymentCodes } from './payment-codes.service';

// The largest that randomInt draws from: nobody who knows a code guesses its neighbour's.
const KEYS = 2 ** 48 - 1;

const REFUSALS = {
  code_prefix_pkey: 'prefixTaken',
  code_prefix_suffix_free: 'prefixEndsAnother',
  code_prefix_live: 'marketHasPrefix',
} as const;

/** The letters before a market's codes, unique among all boards. */
@Injectable()
export class CodePrefixes {
  constructor(
    private readonly codes: PaymentCodes,
    private readonly audit: Audit,
  ) {}

  /** The market's prefix in use; null when it took none. */
  async of(tx: Reading, marketId: Id): Promise<string | null> {
    const market = await marketOf(tx, marketId);
    return livePrefix(tx, market);
  }

  /**
   * Takes a prefix for a market and gives its stalls their codes. The one it has, again: nothing.
   * @throws billing.prefixNotAllowed, prefixTaken, prefixEndsAnother, marketHasPrefix
   */
  async take(tx: Tx, { marketId, prefix }: { marketId: Id; prefix: string }): Promise<void> {
    const market = await marketOf(tx, marketId);
    if (!isPrefixAllowed(prefix)) throw billingError('prefixNotAllowed', { prefix });
    const live = await livePrefix(tx, market);
    if (live === prefix) return;
    if (live !== null) throw billingError('marketHasPrefix', { prefix: live });
    await insertPrefix(tx, market, prefix);
    await this.codes.ensureForStalls(tx, market.boardId, [marketId]);
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'billing.takePrefix',
      subject: `market:${marketId}`,
      after: { prefix },
    });
  }
}

async function livePrefix(tx: Reading, market: BilledMarket): Promise<string | null> {
  const [row] = await tx.sql<{ prefix: string }>(
    `select prefix from billing.code_prefix
      where board_id = $1 and market_id = $2 and retired_on is null`,
    [market.boardId, market.marketId],
  );
  return row?.prefix ?? null;
}

async function insertPrefix(tx: Tx, market: BilledMarket, prefix: string): Promise<void> {
  try {
    await tx.sql(
      `insert into billing.code_prefix (prefix, board_id, market_id, scramble_key)
       values ($1, $2, $3, $4)`,
      [prefix, market.boardId, market.marketId, randomInt(KEYS)],
    );
  } catch (error) {
    const constraint = brokenConstraint(error) ?? '';
    const refused = Object.entries(REFUSALS).find(([name]) => name === constraint)?.[1];
    throw refused ? billingError(refused, { prefix }) : error;
  }
}
