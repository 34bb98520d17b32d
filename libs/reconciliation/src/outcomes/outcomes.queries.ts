import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { outcomesOf, type NamedBill, type Outcome } from '../domain/outcome';

/** The payment a record became: its three dates, what is left of it, and its outcome by name. */
export interface PaymentOutcome {
  readonly paidAt: Date;
  readonly bookedOn: BusinessDate;
  readonly recordedAt: Date;
  /** What no bill needs yet and was not given back. */
  readonly credit: Vnd;
  readonly outcomes: Outcome[];
}

interface FactsRow extends Omit<PaymentOutcome, 'outcomes'> {
  readonly rest: Vnd;
  readonly isVoid: boolean | null;
  readonly due: Vnd | null;
  readonly given: Vnd;
  readonly leaseOwes: Vnd;
  readonly graceUntil: BusinessDate | null;
  readonly leaseEndedOn: BusinessDate | null;
  readonly paysAnotherMarket: boolean;
}

// The bill named is that of the code that was followed; a stall's code names none.
const FACTS = `
  select p.paid_at as "paidAt", p.booked_on as "bookedOn", p.recorded_at as "recordedAt",
         p.amount - p.allocated as rest, p.amount - p.allocated - back.given_back as credit,
         n.voided_at is not null as "isVoid", n.due,
         coalesce(sum(a.amount) filter (where a.bill_id = n.bill_id), 0)::bigint as given,
         coalesce((select sum(b.due) from billing.v_bill b
                    where b.board_id = p.board_id and b.lease_id = p.lease_id
                      and b.voided_at is null), 0)::bigint as "leaseOwes",
         min(o.due_on + o.grace_days) as "graceUntil", l.valid_to as "leaseEndedOn",
         coalesce(bool_or(a.market_id <> p.market_id), false) as "paysAnotherMarket",
         n.bill_id is not null as "isNamed"
    from billing.v_payment p
    left join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
    left join lateral (
      select b.* from reconciliation.decision d
        join billing.v_payment_code c on c.board_id = d.board_id and c.code = d.evidence->>'code'
        join billing.v_bill b on b.board_id = c.board_id and b.bill_id = c.bill_id
       where d.board_id = p.board_id and d.payment_id = p.payment_id) n on true
    left join billing.v_allocation a on a.board_id = p.board_id and a.payment_id = p.payment_id
    left join billing.v_bill o on o.board_id = a.board_id and o.bill_id = a.bill_id
    cross join lateral (
      select coalesce(sum(r.amount), 0)::bigint as given_back from billing.v_refund_part r
       where r.board_id = p.board_id and r.payment_id = p.payment_id) back
   where p.payment_id = $1
   group by p.board_id, p.payment_id, p.paid_at, p.booked_on, p.recorded_at, p.amount, p.allocated,
            p.market_id, p.lease_id, back.given_back, n.bill_id, n.voided_at, n.due, l.valid_to`;

export async function paymentOutcome(tx: Reading, paymentId: Id): Promise<PaymentOutcome | null> {
  const [row] = await tx.sql<FactsRow & { isNamed: boolean }>(FACTS, [paymentId]);
  if (!row) return null;
  const { paidAt, bookedOn, recordedAt, credit } = row;
  return {
    paidAt,
    bookedOn,
    recordedAt,
    credit,
    outcomes: outcomesOf({ ...row, named: named(row) }),
  };
}

function named({ isNamed, isVoid, due, given }: FactsRow & { isNamed: boolean }): NamedBill | null {
  return isNamed && due !== null ? { isVoid: isVoid === true, due, given } : null;
}
