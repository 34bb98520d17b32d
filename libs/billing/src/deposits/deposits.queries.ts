import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { marketScope, type Reading, type Tx } from '@cho40/platform';
import type { DepositDto, DepositUseDto, DepositUseKind } from './deposit.dto';

const DEPOSIT = `
  select l.lease_id as "leaseId", l.deposit_agreed as agreed, coalesce(d.held, 0) as held,
         b.demanded, b.arrears, c.carried, n.lease_id as "renewedBy"
    from tenancy.v_lease l
    left join billing.deposit d on d.board_id = l.board_id and d.lease_id = l.lease_id
    join lateral (
      select coalesce(sum(o.total) filter (where o.kind = 'security'), 0)::bigint as demanded,
             coalesce(sum(o.due) filter (where o.kind <> 'security'), 0)::bigint as arrears
        from billing.v_bill o
       where o.board_id = l.board_id and o.lease_id = l.lease_id and o.voided_at is null) b on true
    join lateral (
      select coalesce(sum(u.amount), 0)::bigint as carried
        from billing.deposit_use u
       where u.board_id = l.board_id and u.to_lease_id = l.lease_id) c on true
    left join tenancy.v_lease n on n.board_id = l.board_id and n.renewed_from = l.lease_id
   where l.lease_id = $1 and ($2::uuid[] is null or l.market_id = any ($2))`;

const USES = `
  select u.id, u.kind, u.amount, u.reason, u.on_date as "on",
         exists (select from billing.deposit_use o
                  where o.board_id = u.board_id and o.reverses = u.id) as "isUndone"
    from billing.deposit_use u
   where u.lease_id = $1 and u.reverses is null
   order by u.at desc, u.id`;

/** What a lease's deposit holds and what became of it; null when the actor does not reach it. */
export async function depositOf(tx: Reading, leaseId: Id): Promise<DepositDto | null> {
  const [deposit] = await tx.sql<Omit<DepositDto, 'uses'>>(DEPOSIT, [
    leaseId,
    marketScope(tx.actor),
  ]);
  if (!deposit) return null;
  return { ...deposit, uses: await tx.sql<DepositUseDto>(USES, [leaseId]) };
}

/** A use of a deposit as it stands. */
export interface StandingUse {
  readonly id: Id;
  readonly boardId: Id;
  readonly leaseId: Id;
  readonly kind: DepositUseKind;
  readonly amount: Vnd;
  readonly toLeaseId: Id | null;
  readonly isUndone: boolean;
  readonly paymentId: Id | null;
}

/** A use within the actor's reach. */
export async function standingUse(tx: Reading, id: Id): Promise<StandingUse | null> {
  const [use] = await tx.sql<StandingUse>(
    `select u.id, u.board_id as "boardId", u.lease_id as "leaseId", u.kind, u.amount,
            u.to_lease_id as "toLeaseId",
            exists (select from billing.deposit_use o
                     where o.board_id = u.board_id and o.reverses = u.id) as "isUndone",
            p.id as "paymentId"
       from billing.deposit_use u
       join tenancy.v_lease l on l.board_id = u.board_id and l.lease_id = u.lease_id
       left join billing.payment p on p.board_id = u.board_id and p.deposit_use_id = u.id
        and p.undone_at is null
      where u.id = $1 and u.reverses is null and ($2::uuid[] is null or l.market_id = any ($2))`,
    [id, marketScope(tx.actor)],
  );
  return use ?? null;
}

/** A use about to be written. */
export interface NewUse {
  readonly id: Id;
  readonly boardId: Id;
  readonly leaseId: Id;
  readonly kind: DepositUseKind;
  /** Below nothing for the mirror of another. */
  readonly amount: Vnd;
  readonly reason: string;
  readonly on: BusinessDate;
  /** The renewing lease that a carry-over goes to. */
  readonly toLeaseId: Id | null;
  readonly reverses: Id | null;
}

export async function insertUse(tx: Tx, use: NewUse, now: Date): Promise<void> {
  const { boardId, id, leaseId, kind, amount, reason, on, toLeaseId, reverses } = use;
  const told = [boardId, id, leaseId, kind, amount, reason.trim(), on, toLeaseId, reverses];
  await tx.sql(
    `insert into billing.deposit_use
       (board_id, id, lease_id, kind, amount, reason, on_date, to_lease_id, reverses, made_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...told, tx.actor.userId, now],
  );
}
