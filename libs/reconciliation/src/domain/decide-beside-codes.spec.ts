import { vnd, type Id } from '@cho40/kernel';
import fc from 'fast-check';
import { decide, type Known, type Subject } from './decide';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const [ours, theirs] = [id(1), id(2)];
const [market, otherMarket] = [id(11), id(12)];
const [lease, bill] = [id(21), id(31)];
const BILL = 'SKX1483027569';
const STALL = 'SKX2483027554';
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

describe('money sent to a virtual account', () => {
  const addressed = stallOf(lease);

  it('settles the lease the number stands for, without a code', () => {
    expect(decideOn([], { addressed })).toEqual({
      kind: 'settle',
      reason: 'virtualAccount',
      code: null,
      marketId: market,
      leaseId: lease,
      firstBillId: null,
    });
  });

  it('pays the bill first whose code stands beside it', () => {
    expect(decideOn([BILL], { addressed })).toMatchObject({ reason: 'code', firstBillId: bill });
  });

  it.each<[string, string[], Partial<Known>, string]>([
    ['another lease’s code', [BILL], { addressed: stallOf(id(22)) }, 'contradiction'],
    ['another board’s code', [THEIRS], { addressed }, 'contradiction'],
    ['a code never given out', [OTHER_MARKET], { addressed }, 'contradiction'],
    ['two codes', [BILL, STALL], { addressed }, 'twoCodes'],
    ['a stall without a lease', [], { addressed: stallOf(null) }, 'stallVacant'],
    [
      'a mistyped code',
      [],
      { addressed, found: { codes: [], repairs: [], hasOtherBroken: true } },
      'badCode',
    ],
  ])('waits where it meets %s', (_, codes, known, reason) => {
    expect(decideOn(codes, known)).toMatchObject({ kind: 'unmatched', reason });
  });
});

describe('a second code that was mistyped', () => {
  it('leaves both to a person', () => {
    const found = { codes: [BILL], repairs: [], hasOtherBroken: true };
    expect(decideOn([BILL], { found })).toMatchObject({ kind: 'unmatched', reason: 'twoCodes' });
  });
});

describe('a rule that a person confirmed', () => {
  const ruled = ['interest'] as const;

  it('classifies what has no code, and what leaves', () => {
    expect(decideOn([], { ruled })).toMatchObject({ kind: 'classify', as: 'interest' });
    const out = { direction: 'out', ruled: ['supplier'] } as const;
    expect(decideOn([], out)).toMatchObject({ kind: 'classify', as: 'supplier' });
  });

  it('never stands above a code, a broken one neither', () => {
    expect(decideOn([BILL], { ruled })).toMatchObject({ kind: 'settle', leaseId: lease });
    const found = { codes: [], repairs: [], hasOtherBroken: true };
    expect(decideOn([], { ruled, found })).toMatchObject({ reason: 'badCode' });
  });

  it('says nothing where another says otherwise', () => {
    expect(decideOn([], { ruled: ['interest', 'loan'] })).toMatchObject({ reason: 'noCode' });
    expect(decideOn([], { direction: 'out', ruled: ['supplier', 'treasury'] })).toMatchObject({
      kind: 'outgoing',
    });
  });
});

describe('the payment that proved an account', () => {
  const found = { codes: [], repairs: ['SKX1'], hasOtherBroken: true };

  it('is the board’s own, whatever its text looks like and rules say', () => {
    const known = { isProbe: true, found, ruled: ['interest', 'loan'] as const };
    expect(decideOn([], known)).toMatchObject({ as: 'probe', reason: 'probe' });
  });

  it('pays what its code names all the same', () => {
    expect(decideOn([BILL], { isProbe: true })).toMatchObject({ kind: 'settle', leaseId: lease });
  });
});

it('no conclusion ever credits a code of another board, or another lease than a code names', () => {
  const anyCode = fc.constantFrom(BILL, STALL, OTHER_MARKET, THEIRS);
  const anySubject = fc.constantFrom<Subject>(
    billOf(),
    billOf({ isVoid: true }),
    billOf({ leaseId: id(22) }),
    stallOf(lease),
    stallOf(id(22)),
    stallOf(null),
  );
  const anyKnown = fc.record({
    codes: fc.uniqueArray(anyCode, { maxLength: 3 }),
    subjects: fc
      .array(fc.tuple(anyCode, anySubject), { maxLength: 4 })
      .map((all) => new Map<string, Subject>(all)),
    addressed: fc.option(anySubject),
    hasOtherBroken: fc.boolean(),
    direction: fc.constantFrom('in' as const, 'out' as const),
    ruled: fc.subarray(['interest', 'supplier'] as const),
  });
  fc.assert(
    fc.property(anyKnown, ({ codes, hasOtherBroken, ...known }) => {
      const found = { codes, repairs: [], hasOtherBroken };
      const conclusion = decideOn(codes, { found, ...known });
      if (conclusion.kind !== 'settle') return;
      const { code, leaseId } = conclusion;
      expect(known.direction).toBe('in');
      expect(codes).not.toContain(THEIRS);
      expect(codes).toEqual(code === null ? [] : [code]);
      if (code !== null) expect(known.subjects.get(code)).toMatchObject({ leaseId });
      if (known.addressed) expect(known.addressed.leaseId).toBe(leaseId);
    }),
    { numRuns: 3000 },
  );
});
