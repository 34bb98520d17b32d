import { vnd, type Id } from '@cho40/kernel';
import fc from 'fast-check';
import { suggest, type Candidate, type Hints } from './suggest';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const aLease = (number: number, change: Partial<Candidate> = {}): Candidate => ({
  leaseId: id(number),
  marketName: 'Chợ Đồng Văn',
  stallCode: `A-${String(number).padStart(2, '0')}`,
  vendorName: `Vàng Thị ${number}`,
  isCurrent: true,
  openBills: [{ billId: id(100 + number), due: vnd(100_000) }],
  ...change,
});
const hinted = (change: Partial<Hints> = {}): Hints => ({
  amount: vnd(100_000),
  content: 'NOP TIEN CHO',
  counterName: null,
  named: new Map(),
  repaired: new Map(),
  addressed: null,
  learned: new Map(),
  ...change,
});
const kinds = (words: readonly { kind: string }[]) => words.map(({ kind }) => kind);

describe('what speaks for a lease', () => {
  const owesOther = [{ billId: id(9), due: vnd(70_000) }];
  it.each<[string, Partial<Hints>, Partial<Candidate>, string]>([
    ['the payer’s account was learned', { learned: new Map([[id(1), 3]]) }, {}, 'learnedPayer'],
    [
      'a broken code is nearly its own',
      { repaired: new Map([[id(1), { code: 'SKX1483027569', billId: id(101) }]]) },
      {},
      'repairedCode',
    ],
    [
      'one of two codes is its own',
      { named: new Map([[id(1), { code: 'SKX1483027569', billId: null }]]) },
      {},
      'code',
    ],
    ['its virtual account was paid to', { addressed: id(1) }, {}, 'virtualAccount'],
    ['its stall stands in the text', { content: 'nop tien sap A01 T11' }, {}, 'stallInText'],
    [
      'its vendor stands in the text',
      { content: 'VANG THI MY NOP TIEN' },
      { vendorName: 'Vàng Thị Mỷ' },
      'vendorInText',
    ],
    [
      'its vendor holds the account',
      { counterName: 'VANG THI MY' },
      { vendorName: 'Vàng Thị Mỷ' },
      'vendorInText',
    ],
  ])('is that %s', (_, hints, lease, kind) => {
    const [first, ...others] = suggest(hinted(hints), [
      aLease(1, { openBills: owesOther, ...lease }),
      aLease(2, { openBills: owesOther }),
    ]);
    expect(kinds(first?.evidence ?? [])).toEqual([kind]);
    expect(kinds(first?.against ?? [])).toEqual(['amountDiffers']);
    expect(others).toEqual([]);
  });

  it('is that it owes just this sum: the bill is named', () => {
    const [only] = suggest(hinted(), [aLease(1)]);
    expect(only).toMatchObject({ billId: id(101), due: 100_000, tiedWith: 0, against: [] });
  });
});

describe('what speaks against it', () => {
  it('is that others owe the same: a tie is told as a tie', () => {
    const suggestions = suggest(hinted(), [aLease(1), aLease(2), aLease(3)]);
    expect(suggestions.map(({ tiedWith }) => tiedWith)).toEqual([2, 2, 2]);
    expect(kinds(suggestions[0]?.against ?? [])).toEqual(['amountShared']);
  });

  it('is that its lease ended, or that nothing is due', () => {
    const ended = aLease(1, { isCurrent: false, openBills: [] });
    const [first] = suggest(hinted({ content: 'sap A01' }), [ended]);
    expect(kinds(first?.against ?? [])).toEqual(['leaseEnded', 'nothingDue']);
  });

  it('does not hide it, yet ranks it behind', () => {
    const ended = aLease(1, { isCurrent: false });
    expect(suggest(hinted(), [ended, aLease(2)]).map(({ leaseId }) => leaseId)).toEqual(
      [id(2)].concat(id(1)),
    );
  });
});

it('a stall’s code is not found inside a longer one', () => {
  const none = aLease(1, { stallCode: 'A-12', openBills: [] });
  expect(suggest(hinted({ content: 'SAP A123' }), [none])).toEqual([]);
});

it('the order of the leases says nothing', () => {
  const leases = [1, 2, 3, 4, 5].map((number) => aLease(number));
  const hints = hinted({ content: 'A03', learned: new Map([[id(2), 1]]) });
  fc.assert(
    fc.property(fc.shuffledSubarray(leases, { minLength: 5 }), (shuffled) => {
      expect(suggest(hints, shuffled)).toEqual(suggest(hints, leases));
    }),
  );
});
