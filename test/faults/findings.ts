import { groupBy } from '@cho40/kernel';
import type { KeptBill, KeptReceipt, KeptRecord } from './books';
import type { Transfer } from './month-of-transfers';

/** Cash that a collector took, told under one id as often as the phone likes. */
export interface CashPaid {
  readonly id: string;
  readonly leaseId: string;
  readonly amount: number;
}

export interface Findings {
  readonly lost: number;
  readonly doubled: number;
  readonly misplaced: number;
}

const nothing: Findings = { lost: 0, doubled: 0, misplaced: 0 };

export function together(findings: readonly Findings[]): Findings {
  return findings.reduce(
    (sum, one) => ({
      lost: sum.lost + one.lost,
      doubled: sum.doubled + one.doubled,
      misplaced: sum.misplaced + one.misplaced,
    }),
    nothing,
  );
}

// Two real transfers may share all three: then there are two of them in the books.
const keyOf = ({ on, amount, content }: Pick<KeptRecord, 'on' | 'amount' | 'content'>) =>
  `${on} ${amount} ${content}`;

/** Every transfer is in the books as often as it happened, and paid with for the lease of its code. */
export function ofTransfers(
  transfers: readonly Transfer[],
  records: readonly KeptRecord[],
): Findings {
  const kept = groupBy(records, keyOf);
  const happened = groupBy(transfers, keyOf);
  return together(
    [...happened].map(([key, ofKey]) => {
      const found = kept.get(key) ?? [];
      const paid = found.filter(({ leaseId }) => leaseId !== null);
      return {
        lost: Math.max(0, ofKey.length - paid.length),
        doubled: Math.max(0, found.length - ofKey.length),
        misplaced: paid.filter(({ leaseId }) => leaseId !== ofKey[0]?.leaseId).length,
      };
    }),
  );
}

export function ofReceipts(cash: readonly CashPaid[], receipts: readonly KeptReceipt[]): Findings {
  const kept = groupBy(receipts, ({ id }) => id);
  return together(
    cash.map(({ id, leaseId, amount }) => {
      const found = kept.get(id) ?? [];
      const isRight = (one: KeptReceipt) => one.leaseId === leaseId && one.amount === amount;
      return {
        lost: found.length === 0 ? 1 : 0,
        doubled: Math.max(0, found.length - 1),
        misplaced: found.filter((one) => !isRight(one)).length,
      };
    }),
  );
}

/** One bill a lease and month; each was paid with its own money, so each is paid to the đồng. */
export function ofBills(
  bills: readonly KeptBill[],
  { leases, months }: { leases: number; months: readonly string[] },
): Findings {
  const kept = new Set(bills.map(({ leaseId, period }) => `${leaseId} ${period}`));
  return {
    lost: Math.max(0, leases * months.length - kept.size),
    doubled: bills.length - kept.size,
    misplaced: bills.filter(({ total, paid }) => total !== paid).length,
  };
}
