import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, Database, Outside, systemActor, type Delivered } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { eInvoiceIn, nextState } from '../domain/e-invoice';
import { afterTry } from '../domain/reminder';

interface Request {
  readonly id: Id;
  readonly attempts: number;
}

const CLAIM_MS = 5 * 60_000;

// The claim moves the next try on: a second worker finds nothing, a dead one's work comes back. A
// provider that took the request once gives the same invoice to the same id.
const CLAIM = `
  update billing.e_invoice set attempts = attempts + 1, next_at = $2
   where (board_id, bill_id) in (
         select board_id, bill_id from billing.e_invoice
          where state = 'requested' and answered_at is null and next_at <= $1
          order by next_at, bill_id limit 20 for update skip locked)
  returning bill_id as id, attempts`;

const BILLS = `
  select b.bill_id as id, b.code, b.period, l.payer_name as buyer, b.total - b.relieved as total,
         (select jsonb_agg(jsonb_build_object(
                   'fee', f.name_vi, 'quantity', i.quantity, 'unit', i.unit,
                   'unitPrice', i.unit_price, 'amount', i.amount - i.relieved,
                   'taxPercent', i.tax_percent, 'taxAmount', i.tax_amount) order by i.line_number)
            from billing.v_bill_line i
            join tariffs.v_fee_type f on f.fee_type = i.fee_type
           where i.board_id = b.board_id and i.bill_id = b.bill_id) as lines
    from billing.v_bill b
    join tenancy.v_lease l on l.board_id = b.board_id and l.lease_id = b.lease_id
   where b.bill_id = any ($1::uuid[])`;

const NOTE = `
  update billing.e_invoice
     set state = $2, answer = $3, answered_at = $4, next_at = coalesce($5, next_at), series = $6,
         number = $7, issued_on = $8
   where bill_id = $1 and state = 'requested'`;

/** Asks the provider for the e-invoices that bills wait for. */
@Injectable()
export class EInvoiceAsking {
  constructor(
    private readonly db: Database,
    private readonly outside: Outside,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async askAll(boardId: Id): Promise<void> {
    if (!this.outside.nameOf('eInvoices')) return;
    const actor = systemActor([boardId]);
    for (;;) {
      const now = this.clock.now();
      const until = new Date(now.getTime() + CLAIM_MS);
      const claimed = await this.db.write(actor, (tx) => tx.sql<Request>(CLAIM, [now, until]));
      if (claimed.length === 0) return;
      const ids = claimed.map(({ id }) => id);
      const bills = await this.db.read(actor, (tx) => tx.sql<{ id: Id }>(BILLS, [ids]));
      for (const bill of bills) {
        const attempts = claimed.find(({ id }) => id === bill.id)?.attempts ?? 1;
        await this.note(
          boardId,
          { id: bill.id, attempts },
          await this.outside.send('eInvoices', bill),
        );
      }
    }
  }

  private async note(boardId: Id, { id, attempts }: Request, { outcome, answer }: Delivered) {
    const now = this.clock.now();
    const after = afterTry(outcome === 'unknown' ? 'later' : outcome, attempts);
    const invoice = outcome === 'accepted' ? eInvoiceIn(answer) : null;
    const hasFailed = after.kind === 'ended' && outcome !== 'accepted';
    // Taken without a number: the provider, or a person, says it later.
    const state = invoice ? nextState('requested', 'issue') : null;
    await this.db.write(systemActor([boardId]), (tx) =>
      tx.sql(NOTE, [
        id,
        state ?? (hasFailed ? nextState('requested', 'fail') : 'requested'),
        answer,
        after.kind === 'ended' ? now : null,
        after.kind === 'again' ? new Date(now.getTime() + after.afterS * 1_000) : null,
        invoice?.series ?? null,
        invoice?.number ?? null,
        invoice?.issuedOn ?? null,
      ]),
    );
  }
}
