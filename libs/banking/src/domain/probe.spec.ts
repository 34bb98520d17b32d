import * as fc from 'fast-check';
import { carriesProbe, probeCodeOf } from './probe';

describe('a probe code', () => {
  it('is eight characters that nobody mistakes for another, and the same for the same bytes', () => {
    const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(bytes, (random) => {
        expect(probeCodeOf(random)).toMatch(/^KT[2-9AC-HJ-NP-RT-Y]{6}$/);
        expect(probeCodeOf(random)).toBe(probeCodeOf(random));
      }),
    );
  });

  it.each([
    ['KT7H2K9M', true],
    ['MBVCB.77123.kt7h2k9m chuyen tien.CT tu 0123', true],
    ['KT7H 2K9M', true],
    ['KT7H2K9', false],
    ['', false],
  ])('in “%s” is seen: %s', (content, isSeen) => {
    expect(carriesProbe(content, 'KT7H2K9M')).toBe(isSeen);
  });
});
