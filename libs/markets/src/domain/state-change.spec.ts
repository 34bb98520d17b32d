import { businessDate } from '@cho40/kernel';
import { stateChange, type StateSince } from './state-change';

const today = businessDate('2026-11-23');
const trading: StateSince = { number: 3, state: 'trading', fromOn: businessDate('2026-10-05') };
const locked = (day: string) =>
  stateChange(trading, { state: 'locked', fromOn: businessDate(day) }, today);

describe('the state of a stall', () => {
  it.each([
    ['today', '2026-11-23', { kind: 'accepted', number: 4 }],
    ['some days ago', '2026-11-01', { kind: 'accepted', number: 4 }],
    [
      'on the day of the last one, which it corrects',
      '2026-10-05',
      { kind: 'accepted', number: 4 },
    ],
    ['before the last one', '2026-10-04', { kind: 'refused', why: 'stateBeforeLast' }],
    ['tomorrow', '2026-11-24', { kind: 'refused', why: 'stateInFuture' }],
  ])('changed from %s', (_when, day, change) => {
    expect(locked(day)).toEqual(change);
  });

  it('is no change where it is that already, whatever the day', () => {
    const again = { state: 'trading', fromOn: businessDate('2026-11-30') } as const;
    expect(stateChange(trading, again, today)).toEqual({ kind: 'unchanged' });
  });
});
