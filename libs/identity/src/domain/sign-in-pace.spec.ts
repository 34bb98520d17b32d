import { paceOf, WINDOW_MS } from './sign-in-pace';

const now = 1_000_000_000;
const tries = (count: number) => Array.from({ length: count }, (_, at) => now - 1000 * (at + 1));

describe('the pace of sign-in tries', () => {
  it('hears the first three at once and the next ones slower and slower', () => {
    const waits = [0, 1, 2, 3, 4, 9].map((count) => paceOf(tries(count), now));
    expect(waits).toEqual([0, 0, 0, 250, 500, 1_500].map((afterMs) => ({ kind: 'go', afterMs })));
  });

  it('lets the eleventh wait until the first is a quarter of an hour old, and no longer', () => {
    const first = now - 10_000;
    expect(paceOf(tries(10), now)).toEqual({ kind: 'wait', untilMs: first + WINDOW_MS });
    expect(paceOf(tries(10), first + WINDOW_MS).kind).toBe('go');
  });
});
