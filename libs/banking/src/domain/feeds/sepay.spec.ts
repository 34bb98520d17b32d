import * as fc from 'fast-check';
import { readSePay } from './sepay';

// The example of design/bank-feeds.md.
const example = {
  id: 92704,
  gateway: 'Vietcombank',
  transactionDate: '2023-03-25 14:02:37',
  accountNumber: '0123499999',
  code: null,
  content: 'chuyen tien mua iphone',
  transferType: 'in',
  transferAmount: 2277000,
  accumulated: 19077000,
  subAccount: null,
  referenceCode: 'MBVCB.3278907687',
  description: '',
};
const read = (change: Record<string, unknown> = {}) =>
  readSePay(JSON.stringify({ ...example, ...change }));
const movement = (change: Record<string, unknown> = {}) => {
  const reading = read(change);
  if (reading.kind !== 'movements') throw new Error(JSON.stringify(reading));
  const [movement] = reading.movements;
  if (!movement) throw new Error('a reading of no movement');
  return movement;
};

describe('a SePay delivery', () => {
  it('is read as the movement it reports', () => {
    expect(movement()).toEqual({
      id: '92704',
      direction: 'in',
      amount: 2277000,
      bookedAt: new Date('2023-03-25T07:02:37Z'),
      bookedOn: '2023-03-25',
      accountNumber: '0123499999',
      gateway: 'Vietcombank',
      content: 'chuyen tien mua iphone',
      reference: 'MBVCB.3278907687',
      counterAccount: null,
      counterName: null,
      virtualAccount: null,
      balanceAfter: 19077000,
    });
  });

  it('late in the evening belongs to the Vietnamese day', () => {
    expect(movement({ transactionDate: '2026-10-05 23:59:59' }).bookedOn).toBe('2026-10-05');
    expect(movement({ transactionDate: '2026-10-05T17:30:00Z' }).bookedOn).toBe('2026-10-06');
  });

  it('says its id as a number or as text', () => {
    expect(movement({ id: '92704' }).id).toBe('92704');
    expect(movement({ transferAmount: '2277000' }).amount).toBe(2277000);
  });

  it.each([
    ['a', 'SKX1483027569', 'BankAPINotify SKX1483027569', 'SKX1483027569'],
    ['b', 'SKX148302', 'NGUYEN A SKX1483027569 ck', 'NGUYEN A SKX1483027569 ck'],
    ['c', 'tien cho', 'SKX1483027569', 'tien cho SKX1483027569'],
    ['d', '', 'SKX1483027569', 'SKX1483027569'],
  ])('%s: both texts are read', (_, content, description, kept) => {
    expect(movement({ content, description }).content).toBe(kept);
  });

  it('carries the virtual account', () => {
    expect(movement({ subAccount: 'VQRQ0001' }).virtualAccount).toBe('VQRQ0001');
  });

  it.each([[{ id: 0 }], [{ transferAmount: 0 }], [{ id: '0' }]])(
    'with %j is a test or empty line: nothing to book',
    (change) => {
      expect(read(change)).toEqual({ kind: 'nothing' });
    },
  );

  it.each([
    ['id', { id: null }],
    ['id', { id: 1.5 }],
    ['id', { id: 'x'.repeat(101) }],
    ['transferAmount', { transferAmount: -5 }],
    ['transferAmount', { transferAmount: 0.5 }],
    ['transferAmount', { transferAmount: 1e300 }],
    ['transferAmount', { transferAmount: '2,277,000' }],
    ['transferAmount', { transferAmount: undefined }],
    ['transferType', { transferType: 'IN/OUT' }],
    ['accountNumber', { accountNumber: '' }],
    ['transactionDate', { transactionDate: '2023-02-30 10:00:00' }],
    ['transactionDate', { transactionDate: '25/03/2023' }],
    ['transactionDate', { transactionDate: '2023-03-25 25:00:00' }],
  ])('without a usable %s waits for a person: %j', (field, change) => {
    expect(read(change)).toEqual({ kind: 'unreadable', field });
  });

  it('never makes the reader fail, whatever the body', () => {
    const hostile = fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '[]', '1', '"a"'));
    fc.assert(fc.property(hostile, (body) => readSePay(body).kind !== 'movements'));
    const fields = fc.record(
      Object.fromEntries(Object.keys(example).map((name) => [name, fc.anything()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, (body) =>
        ['movements', 'nothing', 'unreadable'].includes(
          readSePay(
            JSON.stringify({ ...example, ...body }, (_, value) =>
              typeof value === 'bigint' ? String(value) : value,
            ),
          ).kind,
        ),
      ),
    );
  });
});
