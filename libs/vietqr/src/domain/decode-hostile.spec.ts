import { vnd } from '@cho40/kernel';
import fc from 'fast-check';
import { decodeAny, decodeVietQr } from './decode';
import { decodeOwn } from './decode-own';
import { encodeVietQr, type VietQrInput } from './encode';

const text25 = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,23}[A-Za-z0-9])?$/);
const input: fc.Arbitrary<VietQrInput> = fc.record(
  {
    bin: fc.stringMatching(/^[0-9]{6}$/),
    account: fc.stringMatching(/^[0-9A-Za-z]{1,19}$/),
    amount: fc.integer({ min: 1, max: 499_999_999 }).map(vnd),
    purpose: text25.map(singleSpaced),
    billNumber: text25.map(singleSpaced),
    holderName: text25.map(singleSpaced),
    service: fc.constantFrom('QRIBFTTA', 'QRIBFTTC'),
  },
  { requiredKeys: ['bin', 'account'] },
);

function singleSpaced(text: string): string {
  return text.replace(/ +/g, ' ');
}

describe('what we write', () => {
  it('is read back as it was meant, without a warning', () => {
    fc.assert(
      fc.property(input, (meant) => {
        expect(decodeVietQr(encodeVietQr(meant))).toEqual({
          ok: true,
          scheme: 'napas',
          bin: meant.bin,
          account: meant.account,
          service: meant.service ?? 'QRIBFTTA',
          amount: meant.amount ?? null,
          amountText: null,
          currency: '704',
          purpose: meant.purpose ?? null,
          billNumber: meant.billNumber ?? null,
          initiation: meant.amount === undefined ? 'static' : 'dynamic',
          merchantName: meant.holderName ?? null,
          warnings: [],
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('is read by the short cut exactly as by the whole rule, which it takes only for these', () => {
    const bare = ({ bin, account, amount, purpose }: VietQrInput): VietQrInput => ({
      bin,
      account,
      amount,
      purpose,
    });
    fc.assert(
      fc.property(
        input.map(bare),
        fc.nat(),
        fc.constantFrom(...Array.from(' 0129AZaz.é')),
        (meant, at, other) => {
          const payload = encodeVietQr(meant);
          expect(decodeOwn(payload)).toEqual(decodeAny(payload));
          const place = at % payload.length;
          const changed = payload.slice(0, place) + other + payload.slice(place + 1);
          if (changed !== payload) expect(decodeOwn(changed)).toBeNull();
        },
      ),
      { numRuns: 3000, seed: 27 },
    );
  });

  it('is refused as soon as a single character of it is another', () => {
    const others = Array.from(' 0123456789AZaz.-/é');
    fc.assert(
      fc.property(input, (meant) => {
        const payload = encodeVietQr(meant);
        for (let at = 0; at < payload.length; at += 1) {
          for (const other of others) {
            if (other.toUpperCase() === payload[at]?.toUpperCase()) continue;
            const changed = payload.slice(0, at) + other + payload.slice(at + 1);
            if (decodeVietQr(changed).ok) throw new Error(`${changed} passes, meant ${payload}`);
          }
        }
      }),
      // The seed is fixed: a letter of two bytes passes a CRC of 16 bits once in 65,536 times.
      { numRuns: 60, seed: 27 },
    );
  });

  it('is refused when a character is missing, doubled or swapped with its neighbour', () => {
    fc.assert(
      fc.property(input, (meant) => {
        const payload = encodeVietQr(meant);
        for (let at = 0; at < payload.length; at += 1) {
          const [before, here, after] = [
            payload.slice(0, at),
            payload[at] ?? '',
            payload.slice(at + 1),
          ];
          const changed = [before + after, before + here + here + after];
          if (after[0] !== undefined && after[0] !== here)
            changed.push(before + after[0] + here + after.slice(1));
          for (const text of changed) expect([text, decodeVietQr(text).ok]).toEqual([text, false]);
        }
      }),
      { numRuns: 30, seed: 27 },
    );
  });
});

describe('any text whatever', () => {
  it('is read or refused with reasons, and never throws: 100,000 of them', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '000201',
        '010211',
        '38',
        '5303704',
        '5802VN',
        '6304',
        '62',
        '0010A000000727',
      ),
      fc.stringMatching(/^[0-9]{1,6}$/),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
      fc.tuple(input, fc.nat(), piece).map(([meant, place, inserted]) => {
        const payload = encodeVietQr(meant);
        const at = place % payload.length;
        return payload.slice(0, at) + inserted + payload.slice(at + inserted.length);
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = decodeVietQr(text);
        const own = decodeOwn(text);
        if (own) expect(own).toEqual(decodeAny(text));
        if (!reading.ok && reading.problems.length === 0)
          throw new Error('refused without a reason');
      }),
      { numRuns: 100_000 },
    );
  });
});
