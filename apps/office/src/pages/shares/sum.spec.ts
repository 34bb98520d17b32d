import { describe, expect, it } from '@jest/globals';
import { sumOf } from './sum';
import type { ShareRow } from './use-report';

const row = (numerator: number, denominator: number, unmatchedVnd = 0): ShareRow => ({
  code: '08',
  name: 'Tuyên Quang',
  byValue: { numerator, denominator },
  byCount: { numerator: 1, denominator: 2 },
  collection: { numerator, denominator },
  unmatchedVnd,
  notHandedInVnd: 10,
  low: null,
  high: null,
  final: unmatchedVnd === 0,
  markets: { reporting: 1, all: 2 },
});

describe('two provinces that are one today', () => {
  it('have the share of their added money, not the average of their shares', () => {
    const sum = sumOf([row(90, 100), row(10, 300)]);
    expect(sum?.low).toBe(0.25);
    expect(sum?.byValue).toEqual({ numerator: 100, denominator: 400 });
  });

  it('leave the room that the unmatched money of both leaves', () => {
    expect(sumOf([row(100, 200, 50), row(100, 200, 50)])).toMatchObject({ low: 0.4, high: 0.6 });
  });

  it('are final only when both are, and count the markets of both', () => {
    expect(sumOf([row(1, 2), row(1, 2, 5)])).toMatchObject({
      final: false,
      notHandedInVnd: 20,
      markets: { reporting: 2, all: 4 },
    });
  });

  it('have no share, rather than 0, without money', () => {
    expect(sumOf([row(0, 0), row(0, 0)])).toMatchObject({ low: null, high: null });
    expect(sumOf([])).toBeUndefined();
  });
});
