import { businessDateOf, sumVnd, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { CLOCK, newId, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PaymentCodes } from '../codes/payment-codes.service';
import type { ChargedLine } from '../domain/charged-lines';
import { Settlement } from '../payments/settlement.service';
import type { BillKind } from './bill.dto';
import { insertBills, leasesWithCredit, type NewBill } from './new-bills.queries';
import { transfersOf } from './posting';

/** A bill as it is to be issued; who issues it holds its lease (`Settlement.hold`). */
export interface BillDraft {
  readonly leaseId: Id;
  readonly market: { readonly marketId: Id; readonly code: string };
  readonly kind: BillKind;
  readonly period: string;
  /** Of a month's run; the other kinds say why they are made. */
  readonly runId: Id | null;
  readonly reason: string | null;
  readonly dueOn: BusinessDate;
  readonly graceDays: number;
  readonly lines: readonly ChargedLine[];
}

/** Writes bills of whatever kind: with their codes, posted, settled from the leases' credit. */
@Injectable()
export class NewBills {
  constructor(
    private readonly codes: PaymentCodes,
    private readonly ledger: Ledger,
    private readonly settlement: Settlement,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(tx: Tx, boardId: Id, drafts: readonly BillDraft[]): Promise<NewBill[]> {
    const issuedAt = this.clock.now();
    const marketIds = drafts.map((draft) => draft.market.marketId);
    await this.codes.ensureForStalls(tx, boardId, [...new Set(marketIds)]);
    const codes = await this.codes.mint(tx, boardId, 'bill', marketIds);
    const bills = drafts.map((draft, at) => newBillOf(draft, codes[at] ?? ''));
    await insertBills(tx, boardId, bills, issuedAt);
    await this.ledger.post(tx, transfersOf(boardId, bills, businessDateOf(issuedAt)));
    const leaseIds = bills.map((bill) => bill.leaseId);
    await this.settlement.settle(tx, boardId, await leasesWithCredit(tx, boardId, leaseIds));
    return bills;
  }
}

function newBillOf(draft: BillDraft, code: string): NewBill {
  const total = sumVnd(draft.lines.map((line) => line.amount));
  return { ...draft, id: newId(), code, total };
}
