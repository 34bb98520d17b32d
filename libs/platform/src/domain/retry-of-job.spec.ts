import { afterFailure } from './retry-of-job';

describe('a job that failed', () => {
  it('waits twice as long each time, ten minutes at most', () => {
    expect([1, 2, 3, 9, 10, 11].map((attempts) => afterFailure(attempts))).toEqual(
      [2, 4, 8, 512, 600, 600].map((afterS) => ({ kind: 'again', afterS })),
    );
  });

  it('is given to a person after the twelfth time, more than half an hour later', () => {
    expect(afterFailure(12)).toEqual({ kind: 'dead' });
    const waits = Array.from({ length: 11 }, (_, at) => afterFailure(at + 1));
    const totalS = waits.reduce((sum, each) => sum + (each.kind === 'again' ? each.afterS : 0), 0);
    expect(totalS).toBeGreaterThan(30 * 60);
  });
});
