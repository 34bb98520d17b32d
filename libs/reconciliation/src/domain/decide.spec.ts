import { vnd, type Id } from '@cho40/kernel';
import { decide, decideAll, type Known, type Subject } from './decide';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const [ours, theirs] = [id(1), id(2)];
const [market, otherMarket] = [id(11), id(12)];
const [lease, bill] = [id(21), id(31)];
const BILL = 'SKX1483027569';
const STALL = 'SKX2483027554';
const TICKET = 'SKX3483027539';
const OTHER_MARKET = 'CQX1483027569';
const THEIRS = 'ZWX1483027569';

const billOf = (change: Partial<Subject & { kind: 'bill' }> = {}): Subject => ({
  kind: 'bill',
  marketId: market,
  billId: bill,
  leaseId: lease,
  isVoid: false,
  ...change,
});
const stallOf = (leaseId: Id | null): Subject => ({ kind: 'stall', marketId: market, leaseId });

const prefixes = new Map([
  ['SKX', { boardId: ours, marketId: market }],
  ['CQX', { boardId: ours, marketId: otherMarket }],
  ['ZWX', { boardId: theirs, marketId: id(13) }],
]);
function decideOn(codes: string[], known: Partial<Known> = {}) {
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

describe('money with one code', () => {
  it('of a bill settles the bill’s lease, that bill first', () => {
    expect(decideOn([BILL])).toEqual({
      kind: 'settle',
      reason: 'code',
      code: BILL,
      marketId: market,
      leaseId: lease,
      firstBillId: bill,
    });
  });

  it('of a stall settles the lease of that day, no bill named', () => {
    expect(decideOn([STALL], { subjects: new Map([[STALL, stallOf(lease)]]) })).toMatchObject({
      kind: 'settle',
      reason: 'code',
      leaseId: lease,
      firstBillId: null,
    });
  });

  it('of a void bill is credit of its lease', () => {
    const subjects = new Map([[BILL, billOf({ isVoid: true })]]);
    expect(decideOn([BILL], { subjects })).toMatchObject({
      kind: 'settle',
      reason: 'billVoid',
      leaseId: lease,
      firstBillId: null,
    });
  });

  it('of a stall without a lease waits, its market known', () => {
    expect(decideOn([STALL], { subjects: new Map([[STALL, stallOf(null)]]) })).toEqual({
      kind: 'unmatched',
      reason: 'stallVacant',
      marketId: market,
    });
  });

  it('of another board is never credited, even when a code of ours reads the same', () => {
    const subjects = new Map([[THEIRS, billOf()]]);
    expect(decideOn([THEIRS], { subjects })).toEqual({
      kind: 'unmatched',
      reason: 'anotherBoard',
      marketId: null,
    });
  });

  it('that was never given out waits, its market known by the prefix', () => {
    expect(decideOn([OTHER_MARKET])).toEqual({
      kind: 'unmatched',
      reason: 'unknownCode',
      marketId: otherMarket,
    });
  });
});

describe('money without one code', () => {
  it('waits where the text has none', () => {
    expect(decideOn([])).toEqual({ kind: 'unmatched', reason: 'noCode', marketId: null });
  });

  it('waits on a code that only a repair would make valid', () => {
    const found = { codes: [], repairs: [BILL], hasOtherBroken: true };
    expect(decideOn([], { found })).toMatchObject({ kind: 'unmatched', reason: 'badCode' });
  });

  it('waits on two codes, and knows their market when it is one', () => {
    const subjects = new Map<string, Subject>([
      [BILL, billOf()],
      [STALL, stallOf(lease)],
    ]);
    expect(decideOn([BILL, STALL], { subjects })).toEqual({
      kind: 'unmatched',
      reason: 'twoCodes',
      marketId: market,
    });
    expect(decideOn([BILL, THEIRS])).toEqual({
      kind: 'unmatched',
      reason: 'twoCodes',
      marketId: null,
    });
  });
});

describe('money with the code of a ticket', () => {
  const ticketOf = (change: Partial<Subject & { kind: 'ticket' }> = {}): Subject => ({
    kind: 'ticket',
    marketId: market,
    leaseId: null,
    ticketId: id(41),
    amount: vnd(10_000),
    state: 'waiting',
    ...change,
  });
  const of = (subject: Subject) => ({ subjects: new Map([[TICKET, subject]]) });

  it('pays the ticket where the sum is exact', () => {
    expect(decideOn([TICKET], of(ticketOf()))).toEqual({
      kind: 'settle',
      reason: 'code',
      code: TICKET,
      marketId: market,
      leaseId: null,
      ticketId: id(41),
      firstBillId: null,
    });
  });

  it.each<[string, Partial<Subject & { kind: 'ticket' }>, string]>([
    ['of another sum', { amount: vnd(9_000) }, 'ticketAmountDiffers'],
    ['of a ticket that is paid', { state: 'paid' }, 'ticketPaid'],
    ['of a ticket that was taken back', { state: 'void' }, 'ticketVoid'],
  ])('%s waits for a person', (_what, change, reason) => {
    expect(decideOn([TICKET], of(ticketOf(change)))).toEqual({
      kind: 'unmatched',
      reason,
      marketId: market,
    });
  });

  it('that comes twice in one go pays it once', () => {
    const known: Known = {
      boardId: ours,
      direction: 'in',
      amount: vnd(10_000),
      found: { codes: [TICKET], repairs: [], hasOtherBroken: false },
      prefixes,
      addressed: null,
      isWalletCredit: false,
      ruled: [],
      isProbe: false,
      ...of(ticketOf()),
    };
    expect(decideAll([known, known]).map(({ reason }) => reason)).toEqual(['code', 'ticketPaid']);
  });
});
