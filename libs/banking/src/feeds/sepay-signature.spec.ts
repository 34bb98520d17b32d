import { createHmac } from 'node:crypto';
import { verifySePay } from './sepay-signature';

// The test vector of design/bank-feeds.md.
const timestamp = '1760000000';
const body = Buffer.from('{"id":92704,"gateway":"Vietcombank","transferAmount":2277000}');
const signature = 'sha256=9b0d30ea8f7d00ea84b81ffef939c28c5154e17c92f7e8ec3644badc39e2b60d';
const signed = { timestamp, signature, body };
const at = (seconds: number) => new Date((Number(timestamp) + seconds) * 1000);

describe('a SePay signature', () => {
  it('is right for the published vector', () => {
    expect(verifySePay('hmac', signed, ['whsec_test'], at(0))).toBe('verified');
  });

  it('counts under either secret of a rotation', () => {
    expect(verifySePay('hmac', signed, ['new', 'whsec_test'], at(0))).toBe('verified');
  });

  it.each([
    [300, 'verified'],
    [-300, 'verified'],
    [301, 'stale'],
    [-301, 'stale'],
  ])('%d seconds off is %s', (seconds, verdict) => {
    expect(verifySePay('hmac', signed, ['whsec_test'], at(seconds))).toBe(verdict);
  });

  it.each([
    ['another secret', signed, ['whsec_other']],
    ['no secret', signed, []],
    ['another timestamp', { ...signed, timestamp: '1760000001' }, ['whsec_test']],
    ['a changed body', { ...signed, body: Buffer.from(`${body.toString()} `) }, ['whsec_test']],
    ['a cut signature', { ...signed, signature: signature.slice(0, -2) }, ['whsec_test']],
    ['no signature', { timestamp, body }, ['whsec_test']],
    ['no timestamp', { signature, body }, ['whsec_test']],
    ['an API key instead', { authorization: 'Apikey whsec_test', body }, ['whsec_test']],
  ])('is bad with %s', (_, delivery, secrets) => {
    expect(verifySePay('hmac', delivery, secrets, at(0))).toBe('bad');
  });

  it('is over bytes, whatever they are', () => {
    const bytes = Buffer.from([0xff, 0, 0xfe, 10]);
    const hmac = createHmac('sha256', 's').update(`${timestamp}.`).update(bytes).digest('hex');
    const delivery = { timestamp, signature: `sha256=${hmac}`, body: bytes };
    expect(verifySePay('hmac', delivery, ['s'], at(0))).toBe('verified');
  });
});

describe('a SePay API key', () => {
  it.each([
    ['Apikey k1', 'verified'],
    ['apikey  k1', 'verified'],
    ['Apikey k2', 'bad'],
    ['Bearer k1', 'bad'],
    ['Apikey', 'bad'],
    [undefined, 'bad'],
  ])('%s is %s', (authorization, verdict) => {
    expect(verifySePay('api-key', { authorization, body }, ['k1'], at(0))).toBe(verdict);
  });
});
