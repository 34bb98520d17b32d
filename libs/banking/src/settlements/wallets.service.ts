import type { Clock, Id } from '@cho40/kernel';
import { Audit, brokenConstraint, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { normalContent } from '../domain/content';
import {
  looksLikeWallet,
  type LookedAt,
  type WalletLooks,
} from '../domain/settlement/wallet-looks';
import { bankingError } from '../errors';
import { lockWallet, type Wallet, walletsOf } from './wallets.queries';

/** What a board agreed with a wallet. */
export interface NewWallet {
  readonly accountId: Id;
  readonly name: string;
  /** Stand in the bank's text of each batch. */
  readonly words?: string;
  /** The account of the wallet's company that the batches come from. */
  readonly counterAccount?: string;
}

/** Wallets that pay a board's receiving accounts in batches. */
@Injectable()
export class Wallets {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether a record is as a wallet's agreement says that its credits are. */
  static looksLike(looks: WalletLooks, record: LookedAt): boolean {
    return looksLikeWallet(looks, record);
  }

  list(tx: Reading, boardId?: Id): Promise<Wallet[]> {
    return walletsOf(tx, { boardId });
  }

  /** @throws banking.walletNotFound */
  async one(tx: Reading, id: Id): Promise<Wallet> {
    const [wallet] = await walletsOf(tx, { id });
    if (!wallet) throw bankingError('walletNotFound', { id });
    return wallet;
  }

  /** @throws banking.accountNotFound, walletLooksLikeNothing, walletTaken */
  async open(tx: Tx, { accountId, name, words, counterAccount }: NewWallet): Promise<Wallet> {
    const [account] = await tx.sql<{ boardId: Id }>(
      `select board_id as "boardId" from banking.receiving_account where id = $1`,
      [accountId],
    );
    if (!account) throw bankingError('accountNotFound', { id: accountId });
    const looks = looksOf(words, counterAccount);
    const [id, by] = [newId(), tx.actor];
    await tx
      .sql(
        `insert into banking.wallet (board_id, id, name, account_id, words, plain_words,
           counter_account, created_by, created_by_name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          account.boardId,
          id,
          name.trim(),
          accountId,
          looks.words,
          looks.plainWords,
          looks.counterAccount,
          by.userId,
          by.displayName,
          this.clock.now(),
        ],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'wallet_once') throw bankingError('walletTaken', { name });
        throw error;
      });
    await this.audit.append(tx, {
      boardId: account.boardId,
      act: 'banking.openWallet',
      subject: `wallet:${id}`,
      after: { name, accountId, words: looks.words, counterAccount: looks.counterAccount },
    });
    return this.one(tx, id);
  }

  /**
   * No more files of it are taken, and its credits are like any other. What was proven stays.
   * @throws banking.walletNotFound, walletEnded
   */
  async end(tx: Tx, id: Id): Promise<Wallet> {
    const wallet = await lockWallet(tx, id);
    if (!wallet) throw bankingError('walletNotFound', { id });
    if (wallet.endedAt) throw bankingError('walletEnded', { id });
    await tx.sql(
      `update banking.wallet set ended_at = $2, ended_by = $3, ended_by_name = $4 where id = $1`,
      [id, this.clock.now(), tx.actor.userId, tx.actor.displayName],
    );
    await this.audit.append(tx, {
      boardId: wallet.boardId,
      act: 'banking.endWallet',
      subject: `wallet:${id}`,
      after: { name: wallet.name },
    });
    return this.one(tx, id);
  }
}

const SHORTEST_LOOKS = 4;

/** Too little would fit any payer's transfer. */
function looksOf(words?: string, counterAccount?: string) {
  const plainWords = normalContent(words ?? '') || null;
  const account = normalContent(counterAccount ?? '') || null;
  const given = [plainWords, account].filter((one) => one !== null);
  if (given.length === 0 || given.some((one) => one.length < SHORTEST_LOOKS))
    throw bankingError('walletLooksLikeNothing', { least: SHORTEST_LOOKS });
  return { words: plainWords && (words ?? '').trim(), plainWords, counterAccount: account };
}
