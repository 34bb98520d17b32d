import { createHmac } from 'node:crypto';
import type { RawDelivery } from './delivery';
import { keyOfSePay, signedBySePay } from './sepay';

// The test vector of design/bank-feeds.md.
const timestamp = '1760000000';
const vector = Buffer.from('{"id":92704,"gateway":"Vietcombank","transferAmount":2277000}');
const signature = 'sha256=9b0d30ea8f7d00ea84b81ffef939c28c5154e17c92f7e8ec3644badc39e2b60d';
const at = (seconds: number) => new Date((Number(timestamp) + seconds) * 1000);

interface Sent {
  timestamp?: string;
  signature?: string;
  authorization?: string;
  body?: Buffer;
}
const delivery = (sent: Sent): RawDelivery => ({
  header: (name) =>
    ({
      'x-sepay-timestamp': sent.timestamp,
      'x-sepay-signature': sent.signature,
      authorization: sent.authorization,
    })[name],
  body: sent.body ?? vector,
});
const signed = { timestamp, signature };

describe('a SePay signature', () => {
  it('is right for the published vector', () => {
    expect(signedBySePay(delivery(signed), ['whsec_test'], at(0))).toBe('verified');
  });

  it('counts under either secret of a rotation', () => {
    expect(signedBySePay(delivery(signed), ['new', 'whsec_test'], at(0))).toBe('verified');
  });

  it.each([
    [300, 'verified'],
    [-300, 'verified'],
    [301, 'stale'],
    [-301, 'stale'],
  ])('%d seconds off is %s', (seconds, verdict) => {
    expect(signedBySePay(delivery(signed), ['whsec_test'], at(seconds))).toBe(verdict);
  });

  it.each<[string, Sent, string[]]>([
    ['another secret', signed, ['whsec_other']],
    ['no secret', signed, []],
    ['another timestamp', { ...signed, timestamp: '1760000001' }, ['whsec_test']],
    ['a changed body', { ...signed, body: Buffer.from(`${vector.toString()} `) }, ['whsec_test']],
    ['a cut signature', { ...signed, signature: signature.slice(0, -2) }, ['whsec_test']],
    ['no signature', { timestamp }, ['whsec_test']],
    ['no timestamp', { signature }, ['whsec_test']],
    ['an API key instead', { authorization: 'Apikey whsec_test' }, ['whsec_test']],
  ])('is bad with %s', (_, sent, secrets) => {
    expect(signedBySePay(delivery(sent), secrets, at(0))).toBe('bad');
  });

  it('is over bytes, whatever they are', () => {
    const body = Buffer.from([0xff, 0, 0xfe, 10]);
    const hmac = createHmac('sha256', 's').update(`${timestamp}.`).update(body).digest('hex');
    const sent = delivery({ timestamp, signature: `sha256=${hmac}`, body });
    expect(signedBySePay(sent, ['s'], at(0))).toBe('verified');
  });
});

it.each([
  ['Apikey k1', 'verified'],
  ['apikey  k1', 'verified'],
  ['Apikey k2', 'bad'],
  ['Bearer k1', 'bad'],
  ['Apikey', 'bad'],
  [undefined, 'bad'],
])('a SePay API key %s is %s', (authorization, verdict) => {
  expect(keyOfSePay(delivery({ authorization }), ['k1'], at(0))).toBe(verdict);
});
