import { addDays, businessDate, type BusinessDate } from '@cho40/kernel';
import * as fc from 'fast-check';
import { lateSince, silenceOf } from './silence';

const START = businessDate('2026-06-01');
const on = (day: number) => addDays(START, day);
/** Money on every so manieth day, `count` times. */
const every = (step: number, count: number) =>
  Array.from({ length: count }, (_, at) => on(at * step));
const weekdays = Array.from({ length: 60 }, (_, at) => at).filter((day) => day % 7 !== 6);

describe('an account', () => {
  it.each([
    ['of every day, after a day', every(1, 30), 30, null],
    ['of every day, after two days', every(1, 30), 31, 2],
    ['of a weekly market, between two markets', every(7, 10), 69, null],
    ['of a weekly market, the days after one that was missed', every(7, 10), 72, null],
    ['of a weekly market, ten days after the last', every(7, 10), 73, 10],
    ['of a market of five days, after a week', every(5, 12), 62, 7],
    ['of a zodiac market, before the next', every(12, 7), 83, null],
    ['of a zodiac market, after one and a half', every(12, 7), 90, 18],
    ['that rests on Sundays, on a Monday', weekdays.map(on), 60, null],
    ['that rests on Sundays, after three days', weekdays.map(on), 62, 3],
    ['that received money five times', every(1, 5), 40, null],
    ['that never received any', [], 40, null],
  ])('%s', (_, days, until, silentDays) => {
    expect(silenceOf(days, on(until))?.days ?? null).toBe(silentDays);
  });

  it('is not made patient by one long holiday', () => {
    const withHoliday = [...every(1, 30), ...every(1, 30).map((day) => addDays(day, 39))];
    expect(silenceOf(withHoliday, on(39 + 30 + 2))).toMatchObject({ usualDays: 0, days: 3 });
  });
});

describe('the alarm', () => {
  const pasts = fc
    .array(fc.integer({ min: 1, max: 14 }), { minLength: 6, maxLength: 40 })
    .map((steps) => {
      let day = 0;
      return steps.map((step): BusinessDate => on((day += step)));
    });
  const last = (days: readonly BusinessDate[]) => days.at(-1) ?? START;

  it('stands from the day it is raised until money comes', () => {
    fc.assert(
      fc.property(pasts, fc.integer({ min: 0, max: 60 }), (days, silent) => {
        const isRaised = silenceOf(days, addDays(last(days), silent)) !== null;
        const isRaisedNext = silenceOf(days, addDays(last(days), silent + 1)) !== null;
        expect(isRaised && !isRaisedNext).toBe(false);
      }),
    );
  });

  it('is raised in the end, and cleared by money of any day since', () => {
    fc.assert(
      fc.property(pasts, (days) => {
        const until = addDays(last(days), 60);
        expect(silenceOf(days, until)).not.toBeNull();
        expect(silenceOf([...days, until], until)).toBeNull();
      }),
    );
  });

  it('never rises within the rhythm, and knows no order and no repetition of days', () => {
    fc.assert(
      fc.property(pasts, fc.nat(), (days, seed) => {
        const steps = days.slice(1).map((day, at) => Date.parse(day) - Date.parse(days[at] ?? day));
        const longest = Math.max(...steps) / 86_400_000 - 1;
        const until = addDays(last(days), seed % 30);
        const silence = silenceOf(days, until);
        expect(silence === null || silence.usualDays <= longest).toBe(true);
        expect(silenceOf([...days, ...days].reverse(), until)).toEqual(silence);
        expect(silenceOf(days, last(days))).toBeNull();
      }),
    );
  });

  it('does not look at days to come', () => {
    expect(silenceOf([...every(1, 30), on(50)], on(35))).toMatchObject({ days: 6 });
  });
});

describe('an account of a board whose market days are known', () => {
  const weekly = every(7, 30);
  const weekdaysOnly = Array.from({ length: 120 }, (_, at) => at).filter((day) => day % 7 !== 6);
  const daily = weekdaysOnly.map(on);
  // Tết: the calendar has no market day from the 60th to the 69th.
  const tet = every(1, 120).filter((_, at) => at < 60 || at > 69);

  it.each([
    ['of a weekly market, before the second missed one', every(7, 10), 70, weekly, null],
    ['of a weekly market, after the second missed one', every(7, 10), 77, weekly, 2],
    ['that rests on Sundays, on a Monday without money', daily.slice(0, 48), 56, daily, null],
    ['that rests on Sundays, on the Tuesday after', daily.slice(0, 48), 57, daily, 2],
    ['through the days of Tết', every(1, 60), 69, tet, null],
    ['on the second market day after Tết', every(1, 60), 71, tet, 2],
  ])('%s', (_, days, until, marketDays, silentDays) => {
    expect(silenceOf(days, on(until), marketDays)?.days ?? null).toBe(silentDays);
  });
});

describe('a market morning without money', () => {
  const mornings = (minutes: readonly (number | null)[]) =>
    minutes.map((minute, at) => ({ on: on(at * 7), minute }));
  const at = (hour: number, minute = 0) => hour * 60 + minute;
  const usual = mornings([at(6), at(6, 30), at(7), at(6), at(6, 45), at(7, 15)]);

  it.each([
    ['is no alarm before its usual hour', usual, at(7), null],
    ['is none in the hour after, either', usual, at(8, 15), null],
    ['is one from then on', usual, at(8, 16), at(7, 15)],
    ['is none where nobody knows the usual hour', usual.slice(0, 5), at(12), null],
    [
      'is none where money does not come on most market days',
      mornings([360, null, 360, null, 360, 360, 360, 360]),
      at(12),
      null,
    ],
    [
      'is none where the bank tells no hour',
      mornings(Array.from({ length: 12 }, () => null)),
      at(12),
      null,
    ],
    [
      'is one though one of ten was silent',
      mornings([...Array.from({ length: 9 }, () => 360), null]),
      at(12),
      360,
    ],
  ])('%s', (_, before, now, usualBy) => {
    expect(lateSince(before, now)).toBe(usualBy);
  });
});
