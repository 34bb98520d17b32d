import { describe, expect, it } from '@jest/globals';
import { layOut, MARGIN } from './trend-layout';

const months = ['2026-08', '2026-09', '2026-10'];
const sheet = (values: (number | null)[], width = 400) =>
  layOut({ months, series: [{ name: 'Toàn bộ', values }], width, height: 300 });

describe('a trend over months', () => {
  it('draws nothing through a month without a figure, which is not 0', () => {
    const { lines } = sheet([0.2, null, 0.4]);
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
    expect(lines[0]?.yOf(1)).toBeUndefined();
  });

  it('always names the newest month, however narrow the screen', () => {
    for (const width of [280, 400, 1200])
      expect(sheet([1, 2, 3], width).monthTicks.at(-1)?.month).toBe('2026-10');
  });

  it('finds the month under a finger, also beyond the edges', () => {
    const { monthAt } = sheet([1, 2, 3]);
    const box = { left: 100, width: 200 };
    const over = (clientX: number) =>
      monthAt({ clientX, currentTarget: { getBoundingClientRect: () => box } });
    expect([over(0), over(110), over(200), over(290), over(999)]).toEqual([0, 0, 1, 2, 2]);
  });

  it('stands on zero, so that a small rise looks small', () => {
    const { ticks, bottom } = sheet([0.4, 0.41, 0.42]);
    expect(ticks[0]).toEqual({ value: 0, y: bottom });
    expect(bottom).toBe(300 - MARGIN.bottom);
  });
});
