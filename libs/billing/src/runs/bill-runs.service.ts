import {
  businessDateOf,
  sumVnd,
  type BusinessDate,
  type Clock,
  type Facts,
  type Id,
  type Month,
  type Vnd,
} from '@cho40/kernel';
import { account, Ledger } from '@cho40/ledger';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PaymentCodes } from '../codes/payment-codes.service';
import { dueOnOf } from '../domain/due-date';
import {
  isNew,
  problemsOf,
  rehearse,
  type RehearsedBill,
  type RehearsedBills,
} from '../domain/rehearsal';
import { billingError } from '../errors';
import { marketOf, type BilledMarket } from '../market.queries';
import { Settlement } from '../payments/settlement.service';
import { insertRun, runsOfMonth, type BillRun, type NewBill, type NewRun } from './issue.queries';
import { factsOfMonth, leasesToHold } from './month.queries';

/** A market's month before it is issued. */
export interface Rehearsal extends RehearsedBills {
  /** The market's code. */
  readonly market: string;
  readonly month: Month;
  /** If issued today. */
  readonly dueOn: BusinessDate;
  /** While there are any, issuing is refused with the first. */
  readonly problems: readonly { code: string; facts: Facts }[];
}

/** A market's month as issued, by one run or by several where leases came late. */
export interface IssuedMonth {
  /** The market's code. */
  readonly market: string;
  readonly month: Month;
  readonly billCount: number;
  readonly total: Vnd;
  readonly runs: BillRun[];
}

@Injectable()
export class BillRuns {
  constructor(
    private readonly codes: PaymentCodes,
    private readonly settlement: Settlement,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What issuing the month would make, compared with the month before; changes nothing. */
  async rehearse(tx: Reading, marketId: Id, month: Month): Promise<Rehearsal> {
    const market = await marketOf(tx, marketId);
    const { problems, ...rehearsed } = await this.prepare(tx, market, month);
    return {
      market: market.code,
      month,
      dueOn: dueOnOf(month, this.today(), market.dueDay),
      ...rehearsed,
      problems: problems.map(({ code, facts }) => ({ code: `billing.${code}`, facts })),
    };
  }

  /**
   * Issues what the month still lacks, posts it and gives it the leases' credit. Issued again, or by
   * two at once, it changes nothing and answers the same.
   * @throws the first problem of the rehearsal, as a coded refusal
   */
  async issue(tx: Tx, marketId: Id, month: Month): Promise<IssuedMonth> {
    const market = await marketOf(tx, marketId);
    await this.settlement.hold(tx, market.boardId, await leasesToHold(tx, market, month));
    const { bills, problems } = await this.prepare(tx, market, month);
    const [problem] = problems;
    if (problem) throw billingError(problem.code, problem.facts);
    const unbilled = bills.filter(isNew);
    if (unbilled.length > 0) await this.issueBills(tx, market, month, unbilled);
    const runs = await runsOfMonth(tx, market, month);
    const billCount = runs.reduce((count, run) => count + run.billCount, 0);
    const total = sumVnd(runs.map((run) => run.total));
    return { market: market.code, month, billCount, total, runs };
  }

  /** What was issued, of one month or of all, the first run first. */
  async list(tx: Reading, marketId: Id, month?: Month): Promise<BillRun[]> {
    return runsOfMonth(tx, await marketOf(tx, marketId), month ?? null);
  }

  private async prepare(tx: Reading, market: BilledMarket, month: Month) {
    const today = this.today();
    const { leases, ground } = await factsOfMonth(tx, market, month, today);
    return { ...rehearse(leases), problems: problemsOf(ground, month, today) };
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }

  private async issueBills(
    tx: Tx,
    market: BilledMarket,
    month: Month,
    unbilled: readonly RehearsedBill[],
  ): Promise<void> {
    const issuedAt = this.clock.now();
    const issuedOn = businessDateOf(issuedAt);
    const dueOn = dueOnOf(month, issuedOn, market.dueDay);
    const total = sumVnd(unbilled.map((bill) => bill.total));
    const run = { id: newId(), market, period: month, issuedOn, dueOn, issuedAt, total };
    await this.codes.ensureForStalls(tx, market);
    const codes = await this.codes.mint(tx, market, 'bill', unbilled.length);
    const bills = unbilled.map((bill, at) => newBillOf(bill, codes[at] ?? ''));
    await insertRun(tx, run, bills);
    await this.post(tx, run, bills);
    const leaseIds = bills.map((bill) => bill.leaseId);
    await this.settlement.settle(tx, market.boardId, leaseIds);
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'billing.issueBills',
      subject: `billRun:${run.id}`,
      after: { market: market.code, month, bills: bills.length, total },
    });
  }

  private async post(tx: Tx, run: NewRun, bills: readonly NewBill[]): Promise<void> {
    const { boardId, code } = run.market;
    const reason = `${code} ${run.period}`;
    const transfers = bills.flatMap(({ id, leaseId, lines }) =>
      lines.map(({ lineNumber, feeType, amount }) => ({
        boardId,
        key: `bill:${id}:${lineNumber}`,
        debit: account.receivable(leaseId),
        credit: account.revenue(feeType),
        amount,
        on: run.issuedOn,
        reason,
      })),
    );
    await this.ledger.post(tx, transfers);
  }
}

function newBillOf({ leaseId, total, lines }: RehearsedBill, code: string): NewBill {
  return {
    id: newId(),
    leaseId,
    code,
    total,
    lines: lines.map((line, at) => ({ ...line, id: newId(), lineNumber: at + 1 })),
  };
}
