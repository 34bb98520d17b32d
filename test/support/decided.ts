import { vnd, type Id } from '@cho40/kernel';
import { decide, type Known, type Subject } from '../../libs/reconciliation/src/domain/decide';

// Two boards, two markets of ours, a lease with a bill, and the codes that name them: what specs of
// the decision over a bank record are about.

export const id = (number: number) =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
export const [ours, theirs] = [id(1), id(2)];
export const [market, otherMarket] = [id(11), id(12)];
export const [lease, bill] = [id(21), id(31)];
export const BILL = 'SKX1483027569';
export const STALL = 'SKX2483027554';
export const TICKET = 'SKX3483027539';
export const OTHER_MARKET = 'CQX1483027569';
export const THEIRS = 'ZWX1483027569';

export const billOf = (change: Partial<Subject & { kind: 'bill' }> = {}): Subject => ({
  kind: 'bill',
  marketId: market,
  billId: bill,
  leaseId: lease,
  isVoid: false,
  ...change,
});
export const stallOf = (leaseId: Id | null): Subject => ({
  kind: 'stall',
  marketId: market,
  leaseId,
});

export const prefixes = new Map([
  ['SKX', { boardId: ours, marketId: market }],
  ['CQX', { boardId: ours, marketId: otherMarket }],
  ['ZWX', { boardId: theirs, marketId: id(13) }],
]);

/** The decision over ten thousand đồng that carry some codes, where nothing else is said. */
export function decideOn(codes: string[], known: Partial<Known> = {}) {
  const subjects = new Map([[BILL, billOf()]]);
  return decide({
    boardId: ours,
    direction: 'in',
    amount: vnd(10_000),
    found: { codes, repairs: [], hasOtherBroken: false },
    subjects,
    prefixes,
    addressed: null,
    isWalletCredit: false,
    ruled: [],
    isProbe: false,
    ...known,
  });
}
