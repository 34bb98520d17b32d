import { businessDateOf, vnd, type Clock, type Id, type Vnd } from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { takenOf, type Rest } from '../domain/credit';
import { Settlement } from './settlement.service';

/** A part of a lease's credit that is given back to who paid it. */
export interface GivenBack {
  readonly boardId: Id;
  readonly leaseId: Id;
  /** Who gives it back keeps the refund; its id names it here and in the books. */
  readonly refundId: Id;
  readonly amount: Vnd;
  readonly reason: string;
}

const RESTS = `
  select id as "paymentId", amount - allocated - refunded as rest
    from billing.payment
   where board_id = $1 and lease_id = $2 and undone_at is null and allocated + refunded < amount
   order by paid_at desc, id desc`;

const TAKE = `
  insert into billing.refund_part (board_id, id, refund_id, payment_id, amount, at)
  select $1, p.id, $2, p."paymentId", p.amount, $4
    from jsonb_to_recordset($3::jsonb) as p (id uuid, "paymentId" uuid, amount bigint)
   order by p."paymentId"`;

const MIRROR = `
  insert into billing.refund_part (board_id, id, refund_id, payment_id, amount, reverses, at)
  select r.board_id, gen_random_uuid(), r.refund_id, r.payment_id, -r.amount, r.id, $3
    from billing.refund_part r
   where r.board_id = $1 and r.refund_id = $2 and r.reverses is null
     and not exists (select from billing.refund_part u
                      where u.board_id = r.board_id and u.reverses = r.id)
   order by r.payment_id
  returning payment_id`;

/** What a lease has paid beyond its bills, and its way back to who paid it. */
@Injectable()
export class Credits {
  constructor(
    private readonly ledger: Ledger,
    private readonly settlement: Settlement,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** đồng that no bill needs. */
  async of(tx: Reading, boardId: Id, leaseId: Id): Promise<Vnd> {
    const rests = await tx.sql<Rest>(RESTS, [boardId, leaseId]);
    return vnd(rests.reduce((sum, { rest }) => sum + rest, 0));
  }

  /** @throws billing.creditTooSmall when a lease has less than `amount` */
  async require(tx: Reading, boardId: Id, leaseId: Id, amount: Vnd): Promise<void> {
    const credit = await this.of(tx, boardId, leaseId);
    if (amount > credit) throw billingError('creditTooSmall', { amount: credit });
  }

  /**
   * Takes a sum out of a lease's credit, of the newest payments first, and posts it as owed to who
   * paid: no later bill is settled with it.
   * @throws billing.creditTooSmall
   */
  async giveBack(tx: Tx, given: GivenBack): Promise<void> {
    const { boardId, leaseId, refundId, amount, reason } = given;
    await this.settlement.hold(tx, boardId, [leaseId]);
    const taken = takenOf(await tx.sql<Rest>(RESTS, [boardId, leaseId]), amount);
    if (!taken)
      throw billingError('creditTooSmall', { amount: await this.of(tx, boardId, leaseId) });
    const now = this.clock.now();
    const parts = JSON.stringify(taken.map((part) => ({ id: newId(), ...part })));
    await tx.sql(TAKE, [boardId, refundId, parts, now]);
    const on = businessDateOf(now);
    const [debit, credit] = [account.receivable(leaseId), account.refund()];
    await this.ledger.post(tx, [
      { boardId, key: keyOf(refundId), debit, credit, amount, on, reason },
    ]);
  }

  /** Makes it the lease's credit again, which open bills then take. Doing it again changes nothing. */
  async takeBack(
    tx: Tx,
    { boardId, leaseId, refundId, reason }: Omit<GivenBack, 'amount'>,
  ): Promise<void> {
    await this.settlement.hold(tx, boardId, [leaseId]);
    const undone = await tx.sql(MIRROR, [boardId, refundId, this.clock.now()]);
    if (undone.length === 0) return;
    await this.ledger.reverse(tx, boardId, [keyOf(refundId)], reason);
    await this.settlement.settle(tx, boardId, [leaseId]);
  }
}

const keyOf = (refundId: Id) => `refund:${refundId}`;
