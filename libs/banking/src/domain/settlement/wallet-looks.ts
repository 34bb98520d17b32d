import type { Id } from '@cho40/kernel';
import { normalContent } from '../content';

/** How the credits of a wallet's batches look at the bank; what is null may be anything. */
export interface WalletLooks {
  readonly accountId: Id;
  /** Stand in the text, without marks and signs. */
  readonly plainWords: string | null;
  readonly counterAccount: string | null;
}

export interface LookedAt {
  readonly accountId: Id;
  readonly direction: 'in' | 'out';
  readonly content: string;
  readonly counterAccount: string | null;
}

/** Whether a record is as the wallet's agreement says that its credits are. */
export function looksLikeWallet(looks: WalletLooks, record: LookedAt): boolean {
  const { plainWords, counterAccount } = looks;
  if (record.direction !== 'in' || record.accountId !== looks.accountId) return false;
  if (plainWords !== null && !normalContent(record.content).includes(plainWords)) return false;
  if (counterAccount === null) return plainWords !== null;
  return record.counterAccount !== null && normalContent(record.counterAccount) === counterAccount;
}
