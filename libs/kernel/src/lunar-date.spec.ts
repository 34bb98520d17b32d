import { branchOf, BRANCHES, lunarDateOf } from './lunar-date';
import { addDays, businessDate } from './time';

// The first day of Tết as published by the calendar office (Ban Lịch Nhà nước) and the press of
// each year. 2007 and 2030 are a day before China's.
const TET = [
  '2000-02-05',
  '2001-01-24',
  '2002-02-12',
  '2003-02-01',
  '2004-01-22',
  '2005-02-09',
  '2006-01-29',
  '2007-02-17',
  '2008-02-07',
  '2009-01-26',
  '2010-02-14',
  '2011-02-03',
  '2012-01-23',
  '2013-02-10',
  '2014-01-31',
  '2015-02-19',
  '2016-02-08',
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
];

describe('the lunar calendar', () => {
  it.each(TET)('has Tết on %s', (text) => {
    const day = businessDate(text);
    const year = Number(text.slice(0, 4));
    expect(lunarDateOf(day)).toEqual({ day: 1, month: 1, year, isLeapMonth: false });
    expect(lunarDateOf(addDays(day, -1))).toMatchObject({ month: 12, year: year - 1 });
  });

  it.each([
    ['Tết of 1985, a month before China’s', '1985-01-21', 1, 1, 1985],
    ['Mid-autumn of 2024', '2024-09-17', 15, 8, 2024],
    ['the Hùng kings’ day of 2025', '2025-04-07', 10, 3, 2025],
    ['Mid-autumn of 2025, after the leap sixth month', '2025-10-06', 15, 8, 2025],
    ['the kitchen gods’ day of 2025', '2026-02-10', 23, 12, 2025],
    ['Vu Lan of 2023', '2023-08-30', 15, 7, 2023],
  ])('has %s on %s', (_what, text, day, month, year) => {
    expect(lunarDateOf(businessDate(text))).toEqual({ day, month, year, isLeapMonth: false });
  });

  it.each([
    [2004, 2],
    [2006, 7],
    [2009, 5],
    [2012, 4],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2033, 11],
  ])('has a leap month in %d: the %d. twice', (year, month) => {
    const days = Array.from({ length: 420 }, (_, at) =>
      lunarDateOf(addDays(businessDate(`${year}-01-10`), at)),
    );
    const leap = days.filter((day) => day.isLeapMonth && day.year === year);
    expect(new Set(leap.map((day) => day.month))).toEqual(new Set([month]));
    expect([29, 30]).toContain(leap.length);
  });

  it('counts every day once: the next day or the first of the next month', () => {
    const days = Array.from({ length: 1500 }, (_, at) =>
      lunarDateOf(addDays(businessDate('2023-01-01'), at)),
    );
    for (const [at, day] of days.entries()) {
      const before = days[at - 1];
      if (!before || day.day === before.day + 1) continue;
      expect(day.day).toBe(1);
      expect([29, 30]).toContain(before.day);
      const isSame = day.isLeapMonth && day.month === before.month;
      expect(isSame || day.month === (before.month % 12) + 1).toBe(true);
    }
  });
});

describe('the days of the zodiac', () => {
  it.each([
    ['2000-01-01', 'horse'], // Mậu Ngọ
    ['2024-02-10', 'dragon'], // Giáp Thìn, Tết of the year Giáp Thìn
    ['2025-01-29', 'dog'], // Mậu Tuất
    ['2026-02-17', 'dog'], // Tết of the year Bính Ngọ
  ])('%s is a day of the %s', (day, branch) => {
    expect(branchOf(businessDate(day))).toBe(branch);
  });

  it('follow each other without end, also before 1970', () => {
    const start = businessDate('1969-12-20');
    const seen = Array.from({ length: 24 }, (_, at) => branchOf(addDays(start, at)));
    const first = BRANCHES.findIndex((branch) => branch === seen[0]);
    expect(seen).toEqual(seen.map((_, at) => BRANCHES[(first + at) % 12]));
  });
});
