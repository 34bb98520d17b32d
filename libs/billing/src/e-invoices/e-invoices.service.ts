import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { Audit, brokenConstraint, CLOCK, Jobs, marketScope, Outside } from '@cho40/platform';
import type { Reading, Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { nextState, type EInvoiceEvent, type EInvoiceState } from '../domain/e-invoice';
import { billingError } from '../errors';
import type { EInvoiceDto, TypedEInvoiceDto } from './e-invoice.dto';

export const E_INVOICES_TO_ASK = 'billing.eInvoicesToAsk';

const BILL = `
  select b.board_id as "boardId", b.market_id as "marketId", b.id as "billId",
         coalesce(e.state, 'none') as state, e.provider, e.series, e.number,
         e.issued_on as "issuedOn", e.answer, b.voided_at is not null as "isVoid"
    from billing.bill b
    left join billing.e_invoice e on e.board_id = b.board_id and e.bill_id = b.id
   where b.id = $1 and ($2::uuid[] is null or b.market_id = any ($2))`;

const ASK = `
  insert into billing.e_invoice
    (board_id, bill_id, market_id, state, provider, next_at, asked_by, asked_at)
  values ($1, $2, $3, 'requested', $4, $6, $5, $6)
  on conflict (board_id, bill_id) do update
    set state = 'requested', provider = $4, next_at = $6, asked_by = $5, asked_at = $6,
        attempts = 0, answer = null, answered_at = null`;

const TYPE = `
  insert into billing.e_invoice
    (board_id, bill_id, market_id, state, provider, series, number, issued_on, next_at, asked_by,
     asked_at, answered_at)
  values ($1, $2, $3, 'issued', 'manual', $4, $5, $6, $8, $7, $8, $8)
  on conflict (board_id, bill_id) do update
    set state = 'issued', provider = 'manual', series = $4, number = $5, issued_on = $6,
        answered_at = $8`;

type BillRow = Omit<EInvoiceDto, 'mayAsk'> & {
  readonly boardId: Id;
  readonly marketId: Id;
  readonly isVoid: boolean;
};

/** A bill's e-invoice: beside the bill, never in its way. */
@Injectable()
export class EInvoices {
  constructor(
    private readonly jobs: Jobs,
    private readonly outside: Outside,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(tx: Reading, billId: Id): Promise<EInvoiceDto> {
    const { boardId: _, marketId: _market, isVoid, ...invoice } = await find(tx, billId);
    const isAsked = nextState(invoice.state, 'ask') === null;
    return { ...invoice, mayAsk: !isAsked && !isVoid && this.provider() !== null };
  }

  /** @throws billing.noEInvoiceGateway, eInvoiceState */
  async ask(tx: Tx, billId: Id): Promise<EInvoiceDto> {
    const provider = this.provider();
    if (!provider) throw billingError('noEInvoiceGateway');
    const { boardId, marketId } = await hold(tx, billId, 'ask');
    await tx.sql(ASK, [boardId, billId, marketId, provider, tx.actor.userId, this.clock.now()]);
    await this.jobs.add(tx, { kind: E_INVOICES_TO_ASK, boardId, key: boardId });
    return this.get(tx, billId);
  }

  /** Takes over what stands on an e-invoice that was issued elsewhere. @throws billing.eInvoiceState */
  async type(tx: Tx, billId: Id, typed: TypedEInvoiceDto): Promise<EInvoiceDto> {
    const { series = null, number, issuedOn } = typed;
    const now = this.clock.now();
    if (issuedOn > businessDateOf(now)) throw billingError('eInvoiceDay', { issuedOn });
    const { boardId, marketId } = await hold(tx, billId, 'issue');
    const row = [boardId, billId, marketId, series, number, issuedOn, tx.actor.userId, now];
    try {
      await tx.sql(TYPE, row);
    } catch (error) {
      if (brokenConstraint(error) === 'e_invoice_number')
        throw billingError('eInvoiceNumberTaken', { number });
      throw error;
    }
    await this.audit.append(tx, {
      boardId,
      act: 'billing.typeEInvoice',
      subject: `bill:${billId}`,
      after: { series, number, issuedOn },
    });
    return this.get(tx, billId);
  }

  private provider(): string | null {
    return this.outside.nameOf('eInvoices');
  }
}

async function find(tx: Reading, billId: Id): Promise<BillRow> {
  const [bill] = await tx.sql<BillRow>(BILL, [billId, marketScope(tx.actor)]);
  if (!bill) throw billingError('billNotFound', { billId });
  return bill;
}

/** The bill, alone until the end of `tx`, in a state that allows the event. */
async function hold(tx: Tx, billId: Id, event: EInvoiceEvent): Promise<BillRow> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`e_invoice ${billId}`]);
  const bill = await find(tx, billId);
  const state: EInvoiceState = bill.state;
  if (bill.isVoid || nextState(state, event) === null)
    throw billingError('eInvoiceState', { state });
  return bill;
}
