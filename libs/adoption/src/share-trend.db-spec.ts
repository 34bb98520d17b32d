import { month } from '@cho40/kernel';
import type { Cutting } from './share-report.service';
import { is, twoBoards, type TwoBoards, was } from '../../../test/support/two-boards';

let boards: TwoBoards;
beforeAll(async () => {
  boards = await twoBoards();
}, 60_000);
afterAll(() => boards.world.close());

describe('a trend', () => {
  const trend = (cutting: Cutting, length = 3) =>
    boards.world.db.read(boards.everybody, (tx) =>
      boards.report.trend(tx, { until: month('2026-10'), length, ...cutting }),
    );

  it('has a point for every unit and month, open where nothing came', async () => {
    const { months, rows } = await trend(is('district'));
    expect(months).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(rows).toEqual([
      {
        code: '027',
        name: '027',
        points: [
          { month: '2026-08', numerator: 350_000, denominator: 350_000, low: 1, high: 1 },
          { month: '2026-09', numerator: 0, denominator: 100_000, low: 0, high: 0.3333 },
          { month: '2026-10', numerator: 50_000, denominator: 50_000, low: 1, high: 1 },
        ],
      },
    ]);
  });

  it('says of each month what the report of that month says', async () => {
    const { rows } = await trend(was('commune'), 18);
    for (const period of ['2025-06', '2025-07', '2026-09']) {
      for (const reported of await boards.rowsOf(period, was('commune'))) {
        const point = rows
          .find((row) => row.code === reported.code)
          ?.points.find((each) => each.month === period);
        const { numerator, denominator } = reported.byValue;
        const { low, high } = reported;
        if (low !== null)
          expect(point).toEqual({ month: period, numerator, denominator, low, high });
      }
    }
  });
});
