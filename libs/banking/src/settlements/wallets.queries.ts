import type { Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';

export interface Wallet {
  readonly id: Id;
  readonly boardId: Id;
  readonly name: string;
  readonly accountId: Id;
  readonly bin: string;
  readonly accountNumber: string;
  readonly words: string | null;
  readonly counterAccount: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** A board's wallets, those in use first; one by its id. */
export function walletsOf(
  tx: Reading,
  { boardId, id }: { readonly boardId?: Id; readonly id?: Id },
): Promise<Wallet[]> {
  return tx.sql<Wallet>(
    `select w.id, w.board_id as "boardId", w.name, w.account_id as "accountId", a.bin,
            a.number as "accountNumber", w.words, w.counter_account as "counterAccount",
            w.created_by_name as "createdByName", w.created_at as "createdAt",
            w.ended_at as "endedAt"
       from banking.wallet w
       join banking.receiving_account a on a.board_id = w.board_id and a.id = w.account_id
      where ($1::uuid is null or w.board_id = $1) and ($2::uuid is null or w.id = $2)
      order by w.ended_at is not null, w.name, w.id`,
    [boardId ?? null, id ?? null],
  );
}

export type LockedWallet = Pick<Wallet, 'id' | 'boardId' | 'name' | 'accountId' | 'endedAt'>;

/** Nobody else adds to its batches, proves them or ends them until the end of `tx`. */
export async function lockWallet(tx: Tx, id: Id): Promise<LockedWallet | undefined> {
  const [wallet] = await tx.sql<LockedWallet>(
    `select id, board_id as "boardId", name, account_id as "accountId", ended_at as "endedAt"
       from banking.wallet where id = $1 for update`,
    [id],
  );
  return wallet;
}
