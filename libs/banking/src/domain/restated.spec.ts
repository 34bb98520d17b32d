import { businessDate } from '@cho40/kernel';
import type { Linkable } from './link';
import { restatedRows } from './restated';

const items = (side: string, contents: readonly string[]): Linkable[] =>
  contents.map((content, at) => ({
    id: `${side}${at}`,
    accountId: 'a',
    direction: 'in',
    amount: 45_000,
    bookedOn: businessDate('2026-10-05'),
    content,
  }));
const restated = (rows: readonly string[], records: readonly string[]) => {
  const { known, unlike } = restatedRows(items('s', rows), items('r', records));
  return { known: Object.fromEntries(known), unlike };
};

describe('a row that an earlier statement has shown in other words', () => {
  it('is the record with its text, before one of which it is a part', () => {
    const { known } = restated(['TIENCHO', 'SKX1483027569'], ['XTIENCHO', 'TIENCHO']);
    expect(known).toEqual({ s0: 'r1', s1: 'r0' });
  });

  it('is any record of the day when there are as many as rows', () => {
    const { known, unlike } = restated(['TIENCHO', 'ANKHONGDAU'], ['NOPTIEN', 'DIENNUOC']);
    expect(known).toEqual({ s0: 'r0', s1: 'r1' });
    expect(unlike).toEqual([]);
  });

  it('is nobody’s to tell when more rows than records are unlike', () => {
    expect(restated(['TIENCHO', 'ANKHONGDAU'], ['NOPTIEN'])).toEqual({
      known: {},
      unlike: ['s0', 's1'],
    });
  });

  it('takes a record that others fit too, and each record once', () => {
    const { known } = restated(['TIENCHO', 'TIENCHO', 'TIENCHO'], ['XTIENCHO', 'YTIENCHO']);
    expect(known).toEqual({ s0: 'r0', s1: 'r1' });
  });
});
