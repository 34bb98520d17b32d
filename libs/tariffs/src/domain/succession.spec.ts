import { businessDate, type Id } from '@cho40/kernel';
import { succession, type PriceDays } from './succession';

const price = (id: string, from: string, to: string | null = null): PriceDays => ({
  id: id as Id,
  validFrom: businessDate(from),
  validTo: to === null ? null : businessDate(to),
});

describe('a new price', () => {
  it('ends the one that stands, on the day before', () => {
    expect(succession([price('old', '2025-01-01')], price('new', '2026-10-11'))).toEqual({
      kind: 'accepted',
      ending: { id: 'old', validTo: '2026-10-10' },
    });
  });

  it('touches nothing where the old one has ended already', () => {
    const ended = price('old', '2025-01-01', '2026-10-10');
    expect(succession([ended], price('new', '2026-10-11'))).toEqual({
      kind: 'accepted',
      ending: null,
    });
  });

  it('is refused where one from the same day or later stands', () => {
    const later = price('later', '2026-10-11');
    expect(succession([later], price('new', '2026-10-11'))).toEqual({ kind: 'refused', later });
    expect(succession([later], price('new', '2026-01-01'))).toEqual({ kind: 'refused', later });
  });

  it('fits before a later one when it ends in time', () => {
    const later = price('later', '2026-10-11');
    expect(succession([later], price('new', '2026-01-01', '2026-10-10'))).toEqual({
      kind: 'accepted',
      ending: null,
    });
  });
});
