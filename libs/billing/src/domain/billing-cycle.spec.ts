import fc from 'fast-check';
import { businessDate, month, monthsBetween } from '@cho40/kernel';
import {
  BILLING_CYCLES,
  chargedDays,
  monthsOfCycleBefore,
  type CycledLease,
} from './billing-cycle';

const aLease = (change: Partial<CycledLease> = {}): CycledLease => ({
  billingCycle: 'quarter',
  validFrom: businessDate('2026-01-01'),
  validTo: null,
  ...change,
});
const days = (lease: CycledLease, period: string) => {
  const span = chargedDays(lease, month(period));
  return span && `${span.from} ${span.to}`;
};

describe('a lease is charged', () => {
  it.each([
    ['month', '2026-05', '2026-05-01 2026-05-31'],
    ['quarter', '2026-04', '2026-04-01 2026-06-30'],
    ['quarter', '2026-05', null],
    ['year', '2027-01', '2027-01-01 2027-12-31'],
    ['year', '2026-04', null],
  ] as const)('by %s in the run of %s: %s', (billingCycle, period, expected) => {
    expect(days(aLease({ billingCycle }), period)).toBe(expected);
  });

  it('for the rest of its first quarter in the month in which it begins', () => {
    const lease = aLease({ validFrom: businessDate('2026-02-10') });
    expect(days(lease, '2026-01')).toBeNull();
    expect(days(lease, '2026-02')).toBe('2026-01-01 2026-03-31');
    expect(days(lease, '2026-03')).toBeNull();
    expect(days(lease, '2026-04')).toBe('2026-04-01 2026-06-30');
  });

  it('a lump sum once, for its whole term, in its first month', () => {
    const validFrom = businessDate('2026-02-10');
    const lease = aLease({
      billingCycle: 'lump-sum',
      validFrom,
      validTo: businessDate('2028-02-09'),
    });
    expect(days(lease, '2026-02')).toBe('2026-02-10 2028-02-09');
    expect(days(lease, '2026-03')).toBeNull();
  });

  it('no more once it is over', () => {
    expect(days(aLease({ validTo: businessDate('2026-03-31') }), '2026-04')).toBeNull();
  });

  it('for every one of its days exactly once, whatever its cycle and term', () => {
    const first = businessDate('2026-01-01');
    fc.assert(
      fc.property(
        fc.constantFrom(...BILLING_CYCLES),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 900 }),
        (billingCycle, start, length) => {
          const at = (offset: number) =>
            businessDate(
              new Date(Date.parse(first) + offset * 86_400_000).toISOString().slice(0, 10),
            );
          const lease = { billingCycle, validFrom: at(start), validTo: at(start + length) };
          const charged = monthsBetween(month('2025-12'), month('2029-12')).flatMap((period) => {
            const span = chargedDays(lease, period);
            if (!span) return [];
            return [
              {
                from: span.from > lease.validFrom ? span.from : lease.validFrom,
                to: span.to < lease.validTo ? span.to : lease.validTo,
              },
            ];
          });
          expect(charged[0]?.from).toBe(lease.validFrom);
          expect(charged.at(-1)?.to).toBe(lease.validTo);
          for (let at = 1; at < charged.length; at += 1)
            expect(Date.parse(charged[at]?.from ?? '')).toBe(
              Date.parse(charged[at - 1]?.to ?? '') + 86_400_000,
            );
        },
      ),
    );
  });
});

it('the cycle before a quarter is the quarter before, before a lump sum there is none', () => {
  expect(monthsOfCycleBefore('quarter', month('2026-05'))).toEqual(['2026-01', '2026-03']);
  expect(monthsOfCycleBefore('month', month('2026-01'))).toEqual(['2025-12', '2025-12']);
  expect(monthsOfCycleBefore('lump-sum', month('2026-01'))).toBeNull();
});
