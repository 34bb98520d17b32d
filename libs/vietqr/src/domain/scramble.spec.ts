import { halfSipHash } from './half-sip-hash';
import { scrambled, SERIALS } from './scramble';

describe('the keyed hash', () => {
  it('gives the words that its authors published', () => {
    const key = [0x03020100, 0x07060504] as const;
    expect(halfSipHash(key, [])).toBe(0x5b9f35a9);
    expect(halfSipHash(key, [0x03020100])).toBe(0x89466e2a);
  });
});

describe('the digits of a serial', () => {
  it('are never given twice: a quarter of a million neighbours', () => {
    const seen = new Uint8Array(SERIALS);
    for (let serial = SERIALS - 250_000; serial < SERIALS; serial += 1) {
      const digits = scrambled(serial, 1, 42);
      // Undefined outside the range.
      if (seen[digits] !== 0) throw new Error(`${digits} for ${serial}: taken or out of range`);
      seen[digits] = 1;
    }
  });

  it('lie all over the range: each tenth gets its tenth', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let serial = 0; serial < 10_000; serial += 1) {
      const tenth = Math.floor((scrambled(serial, 1, 42) * 10) / SERIALS);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // A fair tenth of 10,000 has a standard deviation of 30.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('do not tell the next serial’s: the steps between neighbours are all different', () => {
    const steps = new Set<number>();
    for (let serial = 0; serial < 1000; serial += 1) {
      steps.add((scrambled(serial + 1, 1, 42) - scrambled(serial, 1, 42) + SERIALS) % SERIALS);
    }
    expect(steps.size).toBeGreaterThan(995);
  });

  it('change with a single bit of the key', () => {
    const same = Array.from({ length: 1000 }, (_, serial) => serial).filter(
      (serial) => scrambled(serial, 1, 42) === scrambled(serial, 1, 43),
    );
    expect(same.length).toBeLessThan(3);
  });
});
