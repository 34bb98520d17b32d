import { businessDate } from '@cho40/kernel';
import { type Succession, successionProblem } from './succession';

const today = businessDate('2026-11-23');
const stall = (code: string, areaM2: number) => ({
  code,
  areaM2,
  validFrom: businessDate('2020-01-01'),
});
const split: Succession = {
  kind: 'split',
  from: [stall('A-001', 8.1)],
  to: [{ areaM2: 4.05 }, { areaM2: 4.05 }],
  beginsOn: businessDate('2026-11-01'),
};

describe('stalls that come after others', () => {
  it.each<[string, Partial<Succession>, string | null]>([
    ['two halves of one', {}, null],
    ['a gangway between them', { to: [{ areaM2: 3 }, { areaM2: 4 }] }, null],
    ['parts beyond the whole', { to: [{ areaM2: 4.05 }, { areaM2: 4.06 }] }, 'partsBeyondWhole'],
    ['a split into one', { to: [{ areaM2: 4 }] }, 'successionCounts'],
    [
      'two merged',
      { kind: 'merge', from: [stall('A', 3), stall('B', 3)], to: [{ areaM2: 7 }] },
      null,
    ],
    ['one merged', { kind: 'merge', to: [{ areaM2: 7 }] }, 'successionCounts'],
    ['one relocated to a larger place', { kind: 'relocate', to: [{ areaM2: 20 }] }, null],
    ['one relocated to two places', { kind: 'relocate' }, 'successionCounts'],
    ['three closed', { kind: 'close', from: [stall('A', 3), stall('B', 3)], to: [] }, null],
    ['one closed with another in its place', { kind: 'close' }, 'successionCounts'],
    ['one split into nothing', { to: [] }, 'successionCounts'],
    ['from tomorrow', { beginsOn: businessDate('2026-11-24') }, 'successionInFuture'],
    ['from today', { beginsOn: today }, null],
    ['on its very first day', { beginsOn: businessDate('2020-01-01') }, 'successionBeforeStall'],
  ])('%s', (_what, change, why) => {
    expect(successionProblem({ ...split, ...change }, today)?.why ?? null).toBe(why);
  });
});
