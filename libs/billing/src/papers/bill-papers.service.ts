import { setImmediate as pause } from 'node:timers/promises';
import { businessDateOf, type Clock, type Id, type Paper, type PaperSize } from '@cho40/kernel';
import { CLOCK, type Reading } from '@cho40/platform';
import { qrMatrix } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { billQrOf } from '../bills/bill-qr';
import { payToOf, type PayTo } from '../bills/bills.queries';
import { billPaper, type PayByCode, type PrintedBill } from '../domain/bill-paper';
import { billFacts } from './bill-facts.queries';

// A code takes about a millisecond to make: after so many the program answers others.
const CODES_AT_A_TIME = 20;

@Injectable()
export class BillPapers {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The bills as papers, in walking order; each with the code that pays what is still due. */
  async of(tx: Reading, billIds: readonly Id[], size: PaperSize): Promise<Paper[]> {
    const now = this.clock.now();
    const bills = await billFacts(tx, billIds, businessDateOf(now));
    const [first] = bills;
    // A board has one live account at a time: all bills of one print are paid there.
    const payTo = first ? await payToOf(tx, first.id, now) : null;
    const papers: Paper[] = [];
    for (const bill of bills) {
      if (papers.length % CODES_AT_A_TIME === 0) await pause();
      papers.push(billPaper(bill, await payByCode(bill, payTo), size));
    }
    return papers;
  }
}

async function payByCode(bill: PrintedBill, payTo: PayTo | null): Promise<PayByCode | null> {
  if (!payTo || bill.due === 0 || bill.voidedOn) return null;
  const { payload, bank, account, holderName, purpose } = billQrOf(bill, payTo);
  return { matrix: await qrMatrix(payload), bank, account, holderName, purpose };
}
