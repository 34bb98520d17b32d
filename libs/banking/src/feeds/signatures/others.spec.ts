import { createHmac } from 'node:crypto';
import { providers } from '../providers';
import { signedByCasso, tokenOfCasso } from './casso';
import type { RawDelivery } from './delivery';
import { signedByPayOs } from './payos';

const now = new Date('2026-10-05T03:00:00Z');
const delivery = (body: string, headers: Readonly<Record<string, string>> = {}): RawDelivery => ({
  header: (name) => headers[name],
  body: Buffer.from(body),
});

describe('a Casso signature', () => {
  const sorted = '{"data":{"amount":1,"nested":{"a":[{"x":1,"y":2}],"b":null}},"error":0}';
  const sent = '{"error":0,"data":{"nested":{"b":null,"a":[{"y":2,"x":1}]},"amount":1}}';
  const signed = (t: number) => {
    const v1 = createHmac('sha512', 'key').update(`${t}.${sorted}`).digest('hex');
    return { 'x-casso-signature': `t=${t},v1=${v1}` };
  };

  it('is over the body with the keys of every level in order', () => {
    const verdict = signedByCasso(delivery(sent, signed(now.getTime())), ['old', 'key'], now);
    expect(verdict).toBe('verified');
  });

  it('says its moment in milliseconds; an old one may be a replay', () => {
    const old = signed(now.getTime() - 301_000);
    expect(signedByCasso(delivery(sent, old), ['key'], now)).toBe('stale');
  });

  it.each([
    ['another amount', sent.replace('"amount":1', '"amount":2'), signed(now.getTime())],
    ['no JSON', '{', signed(now.getTime())],
    ['a body nested without end', '['.repeat(200_000), signed(now.getTime())],
    ['no signature', sent, {}],
    ['half a signature', sent, { 'x-casso-signature': 't=1,v1=00' }],
  ])('is bad with %s', (_, body, headers) => {
    expect(signedByCasso(delivery(body, headers), ['key'], now)).toBe('bad');
  });

  it('of the old form is the token itself', () => {
    expect(tokenOfCasso(delivery('', { 'secure-token': 'k1' }), ['k1'], now)).toBe('verified');
    expect(tokenOfCasso(delivery('', { 'secure-token': 'k2' }), ['k1'], now)).toBe('bad');
    expect(tokenOfCasso(delivery(''), ['k1'], now)).toBe('bad');
  });
});

describe('a payOS signature', () => {
  // The verified example of design/bank-feeds.md.
  const key = '1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675';
  const signature = '412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03';
  const data = {
    orderCode: 123,
    amount: 3000,
    description: 'VQRIO123',
    accountNumber: '12345678',
    reference: 'TF230204212323',
    transactionDateTime: '2023-02-04 18:25:00',
    currency: 'VND',
    paymentLinkId: '124c33293c43417ab7879e14c8d9eb18',
    code: '00',
    desc: 'Thành công',
    counterAccountBankId: '',
    counterAccountBankName: '',
    counterAccountName: '',
    counterAccountNumber: '',
    virtualAccountName: null,
    virtualAccountNumber: '',
  };
  const verdict = (body: object, secrets = [key]) =>
    signedByPayOs(delivery(JSON.stringify(body)), secrets, now);

  it('is right for the verified example, whatever the order of the keys', () => {
    expect(verdict({ data, signature })).toBe('verified');
    const turned = Object.fromEntries(Object.entries(data).toReversed());
    expect(verdict({ signature, data: turned })).toBe('verified');
  });

  it.each([
    ['another amount', { data: { ...data, amount: 3001 }, signature }],
    ['one field more', { data: { ...data, extra: 'x' }, signature }],
    ['no signature', { data }],
    ['no data', { signature }],
    ['a signature that is no text', { data, signature: 5 }],
  ])('is bad with %s', (_, body) => {
    expect(verdict(body)).toBe('bad');
  });

  it('is bad under another key, and for what is no JSON', () => {
    expect(verdict({ data, signature }, ['other'])).toBe('bad');
    expect(signedByPayOs(delivery('null'), [key], now)).toBe('bad');
    expect(signedByPayOs(delivery('{'), [key], now)).toBe('bad');
  });
});

it('a delivery of our own form is signed over its moment and its bytes', () => {
  const t = String(now.getTime() / 1000);
  const hmac = createHmac('sha256', 's').update(`${t}.{}`).digest('hex');
  const sent = delivery('{}', { 'x-signature-timestamp': t, 'x-signature': `sha256=${hmac}` });
  expect(providers.generic.verify.hmac?.(sent, ['s'], now)).toBe('verified');
  expect(providers.generic.verify.hmac?.(sent, ['t'], now)).toBe('bad');
});
