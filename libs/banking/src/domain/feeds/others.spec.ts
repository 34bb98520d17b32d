import * as fc from 'fast-check';
import { readCasso } from './casso';
import type { FeedReading } from './fields';
import { readGeneric } from './generic';
import { readPayOs } from './payos';

const only = (reading: FeedReading) => {
  if (reading.kind !== 'movements') throw new Error(JSON.stringify(reading));
  return reading.movements;
};

describe('a Casso delivery', () => {
  const v2 = {
    id: 12345,
    reference: 'FT26278000001',
    description: 'SKX1483027569 nop tien cho',
    amount: 150_000,
    runningBalance: 2_000_000,
    transactionDateTime: '2026-10-05 09:00:00',
    accountNumber: '0011 0012-34',
    bankName: 'Ngân hàng TMCP Ngoại thương Việt Nam',
    bankAbbreviation: 'Vietcombank',
    virtualAccountNumber: '',
    counterAccountName: 'SUNG THI MAY',
    counterAccountNumber: '19001',
  };
  const read = (change: object = {}) =>
    readCasso(JSON.stringify({ error: 0, data: { ...v2, ...change } }));

  it('of the second form is one movement, with who paid', () => {
    expect(only(read())).toEqual([
      {
        id: '12345',
        direction: 'in',
        amount: 150_000,
        bookedAt: new Date('2026-10-05T02:00:00Z'),
        bookedOn: '2026-10-05',
        accountNumber: '0011001234',
        gateway: 'Vietcombank',
        content: 'SKX1483027569 nop tien cho',
        reference: 'FT26278000001',
        counterAccount: '19001',
        counterName: 'SUNG THI MAY',
        virtualAccount: null,
        balanceAfter: 2_000_000,
      },
    ]);
  });

  it('below zero is outgoing money', () => {
    expect(only(read({ amount: -20_000 }))[0]).toMatchObject({ direction: 'out', amount: 20_000 });
  });

  it('of the first form may tell several', () => {
    const row = (id: number, amount: number) => ({
      id,
      tid: `TF${id}`,
      description: 'DH35',
      amount,
      cusum_balance: 1,
      when: '2020-11-02',
      bank_sub_acc_id: '123456789',
    });
    const told = readCasso(
      JSON.stringify({ error: 0, data: [row(1, 200_500), row(2, -7), row(3, 0)] }),
    );
    expect(only(told).map(({ id, direction, amount }) => [id, direction, amount])).toEqual([
      ['1', 'in', 200_500],
      ['2', 'out', 7],
    ]);
    expect(only(told)[0]?.bookedOn).toBe('2020-11-02');
  });

  it.each([[{ id: 0 }], [{ reference: 'MA_GIAO_DICH_THU_NGHIEM' }], [{ amount: 0 }]])(
    'with %j is a test: accepted, nothing to book',
    (change) => {
      expect(read(change)).toEqual({ kind: 'nothing' });
    },
  );

  it.each([
    ['amount', { amount: '1,000' }],
    ['id', { id: null }],
    ['accountNumber', { accountNumber: '' }],
    ['transactionDateTime', { transactionDateTime: 'hôm qua' }],
  ])('without a usable %s waits for a person', (field, change) => {
    expect(read(change)).toEqual({ kind: 'unreadable', field });
  });
});

describe('a payOS delivery', () => {
  const data = {
    orderCode: 77,
    amount: 150_000,
    description: 'SKX1483027569',
    accountNumber: '12345678',
    reference: 'TF261005000001',
    transactionDateTime: '2026-10-05 18:25:00',
    currency: 'VND',
    virtualAccountNumber: 'VA77',
    counterAccountName: null,
  };
  const read = (change: object = {}) =>
    readPayOs(JSON.stringify({ code: '00', success: true, data: { ...data, ...change } }));

  it('is one payment, named by the bank’s reference, at a virtual account', () => {
    expect(only(read())[0]).toMatchObject({
      id: 'TF261005000001',
      direction: 'in',
      amount: 150_000,
      accountNumber: '12345678',
      virtualAccount: 'VA77',
      reference: 'TF261005000001',
    });
  });

  it('is nothing when it is the sample payOS tries a webhook with', () => {
    expect(read({ reference: 'TF230204212323' })).toEqual({ kind: 'nothing' });
  });

  it('of another currency, or without data, waits for a person', () => {
    expect(read({ currency: 'USD' })).toEqual({ kind: 'unreadable', field: 'currency' });
    expect(readPayOs('{"code":"00"}')).toEqual({ kind: 'unreadable', field: 'data' });
  });
});

describe('a delivery of our own form', () => {
  const row = {
    id: 'GW-1',
    bookedAt: '2026-10-05T23:30:00+07:00',
    direction: 'out',
    amount: 90_000,
    content: 'Phí dịch vụ',
  };

  it('names no account: its feed is of one', () => {
    expect(only(readGeneric(JSON.stringify(row)))[0]).toMatchObject({
      id: 'GW-1',
      direction: 'out',
      amount: 90_000,
      accountNumber: null,
      bookedOn: '2026-10-05',
      reference: null,
    });
  });

  it('without a direction waits for a person', () => {
    const reading = readGeneric(JSON.stringify({ ...row, direction: undefined }));
    expect(reading).toEqual({ kind: 'unreadable', field: 'direction' });
  });
});

it.each([
  ['Casso', readCasso],
  ['payOS', readPayOs],
  ['our own form', readGeneric],
])('no body makes the reader of %s fail', (_, read) => {
  const inner = fc.dictionary(
    fc.constantFrom('id', 'amount', 'reference', 'accountNumber', 'when', 'bookedAt', 'direction'),
    fc.jsonValue(),
  );
  const bodies = fc.oneof(
    fc.string(),
    fc.json(),
    inner.map((fields) => JSON.stringify(fields)),
    inner.map((data) => JSON.stringify({ data })),
    fc.array(inner).map((data) => JSON.stringify({ data })),
  );
  fc.assert(
    fc.property(bodies, (body) => ['movements', 'nothing', 'unreadable'].includes(read(body).kind)),
  );
});
