import { businessDate, type Id, type Role } from '@cho40/kernel';
import { covers, isActiveOn, mayAppoint, reachOf, type ReachingGrant } from './grant';

const id = (text: string) => text as Id;
const [boardA, boardB] = [id('a'), id('b')];
const [marketA1, marketA2, marketB1] = [id('a1'), id('a2'), id('b1')];
const MARKETS = [
  { marketId: marketA1, boardId: boardA },
  { marketId: marketA2, boardId: boardA },
  { marketId: marketB1, boardId: boardB },
];

function grant(role: Role, boards: Id[], markets: 'all' | Id[] = 'all'): ReachingGrant {
  const validFrom = businessDate('2026-01-01');
  return { role, boards, markets, scopeKind: 'board', scopeId: '', validFrom, validTo: null };
}

describe('what a right reaches', () => {
  it('is nothing without a grant that holds it', () => {
    expect(reachOf([grant('collector', [boardA])], 'billing.issue', MARKETS)).toBeNull();
  });

  it('is a whole board, also its markets of tomorrow', () => {
    expect(reachOf([grant('boardHead', [boardA])], 'billing.issue', MARKETS)).toEqual({
      boards: [boardA],
      markets: 'all',
    });
  });

  it('is the single market that the grant names', () => {
    const collector = grant('collector', [boardA], [marketA1]);
    expect(reachOf([collector], 'cash.collect', MARKETS)?.markets).toEqual([marketA1]);
  });

  it('is this right’s only: head of one board, collector at another', () => {
    const both = [grant('boardHead', [boardA]), grant('collector', [boardB])];
    expect(reachOf(both, 'billing.issue', MARKETS)?.boards).toEqual([boardA]);
    expect(reachOf(both, 'billing.read', MARKETS)?.boards).toEqual([boardA, boardB]);
  });

  it('names every market where a whole board and a single market meet', () => {
    const both = [grant('boardStaff', [boardA]), grant('boardStaff', [boardB], [marketB1])];
    expect(reachOf(both, 'billing.read', MARKETS)).toEqual({
      boards: [boardA, boardB],
      markets: [marketB1, marketA1, marketA2],
    });
  });
});

describe('a grant’s days', () => {
  const [from, to] = [businessDate('2026-03-01'), businessDate('2026-03-31')];
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('on %s it holds: %s', (day, holds) => {
    expect(isActiveOn({ validFrom: from, validTo: to }, businessDate(day))).toBe(holds);
  });
});

describe('who appoints whom', () => {
  const wholeA = { boards: [boardA], markets: 'all' } as const;
  const wholeB = { boards: [boardB], markets: 'all' } as const;
  const cases: [string, ReachingGrant, Role, typeof wholeA | typeof wholeB, boolean][] = [
    ['a head, a cashier of their board', grant('boardHead', [boardA]), 'cashier', wholeA, true],
    ['a head, nobody of another board', grant('boardHead', [boardA]), 'cashier', wholeB, false],
    ['a head, no official', grant('boardHead', [boardA]), 'communeOfficial', wholeA, false],
    ['a head, no administrator', grant('boardHead', [boardA]), 'systemAdmin', wholeA, false],
    ['an accountant, nobody', grant('accountant', [boardA]), 'collector', wholeA, false],
    ['an administrator, a head', grant('systemAdmin', []), 'boardHead', wholeB, true],
  ];
  it.each(cases)('%s', (_, held, role, target, may) => {
    expect(mayAppoint([held], role, target)).toBe(may);
  });

  it('the head of one market appoints for that market, not for the board', () => {
    const head = grant('boardHead', [boardA], [marketA1]);
    const market = { boards: [boardA], markets: [marketA1] };
    expect(mayAppoint([head], 'collector', market)).toBe(true);
    expect(mayAppoint([head], 'collector', wholeA)).toBe(false);
  });

  it('nothing covers a scope that reaches no board', () => {
    expect(covers(wholeA, { boards: [], markets: 'all' })).toBe(false);
  });
});
