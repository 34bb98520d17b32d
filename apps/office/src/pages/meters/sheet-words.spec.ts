import { describe, expect, it } from '@jest/globals';
import { isFarOff, NOTHING_TYPED, type SheetRow, usageOf, valueOf } from './sheet-words';

const row = { digits: 5, multiplier: 20, lastValue: 99_990, chargedTo: 99_992 } as SheetRow;

describe('a value typed into the sheet', () => {
  it.each([
    ['1234', 1234],
    ['1234,5', 1234.5],
    ['12.25', 12.25],
    ['', null],
    ['12a', null],
    ['-5', null],
  ])('%j is read as %j', (text, value) => expect(valueOf(text)).toBe(value));

  it.each([
    ['99995', false, 60],
    ['99991', false, 0],
    ['5', false, null],
    ['5', true, 260],
    ['123456', false, null],
  ])('%s (turned over: %s) adds %s', (text, hasRolledOver, usage) =>
    expect(usageOf(row, { ...NOTHING_TYPED, text, hasRolledOver })).toBe(usage),
  );

  it('is pointed at beyond ±150 % of the average', () => {
    expect([26, 25, 10, 4, 3].map((usage) => isFarOff(usage, 10))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isFarOff(99, null)).toBe(false);
  });
});
