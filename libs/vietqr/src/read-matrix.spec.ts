import fc from 'fast-check';
import { create } from 'qrcode';
import { qrMatrix } from './drawing';
import { readQrMatrix } from './domain/matrix/read-matrix';
import { encodeVietQr } from './domain/encode';

const CARD = encodeVietQr({
  bin: '970436',
  account: '0123456789',
  purpose: 'SKX2483027569 A12',
  holderName: 'BAN QUAN LY CHO DONG VAN',
});

describe('a code read from its modules', () => {
  it('is a card’s payload', async () => {
    expect(readQrMatrix(await qrMatrix(CARD))).toBe(CARD);
  });

  // Where something changes: alignment, version bits, lengths, two sizes of blocks, the odd 32nd.
  it.each([1, 2, 6, 7, 8, 9, 10, 13, 14, 20, 21, 26, 27, 32, 35, 40])(
    'is read in version %i',
    (version) => {
      const text = `v${version}: 0123456789 CHO DONG VAN`.slice(0, version === 1 ? 12 : 24);
      const { modules } = create(text, { errorCorrectionLevel: 'M', version });
      const isDark = Array.from(modules.data, (module) => module !== 0);
      expect(readQrMatrix({ side: modules.size, isDark })).toBe(text);
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 7] as const)('is read under mask %i', (maskPattern) => {
    const { modules } = create(CARD, { errorCorrectionLevel: 'M', maskPattern });
    const isDark = Array.from(modules.data, (module) => module !== 0);
    expect(readQrMatrix({ side: modules.size, isDark })).toBe(CARD);
  });

  it('is any text of ASCII signs, whatever it mixes', async () => {
    const digits = fc.stringMatching(/^[0-9]{0,40}$/);
    const capitals = fc.stringMatching(/^[A-Z $%*+./:-]{0,40}$/);
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 40 });
    const signs = ascii.map((text) => text.replaceAll('\u007f', '?'));
    const parts = fc.array(fc.oneof(digits, capitals, signs), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(parts, async (texts) => {
        const text = `${texts.join('')}.`;
        expect(readQrMatrix(await qrMatrix(text))).toBe(text);
      }),
    );
  });

  it('is nothing when a single module is drawn otherwise', async () => {
    const { side, isDark } = await qrMatrix(CARD);
    const places = [...isDark.keys()].filter((place) => place % 7 === 0);
    const read = places.map((place) =>
      readQrMatrix({ side, isDark: isDark.with(place, !isDark[place]) }),
    );
    // Timing, alignment, version and the light rims carry no text: a camera uses them to see.
    const unseen = read.filter((text) => text !== null);
    expect([...new Set(unseen)]).toEqual([CARD]);
    expect(unseen.length).toBeLessThan(places.length * 0.12);
  });

  it('is nothing where the modules are none of a code', () => {
    const rows = (side: number) => Array.from({ length: side * side }, () => false);
    for (const side of [0, 20, 21, 181]) {
      expect(readQrMatrix({ side, isDark: rows(side) })).toBeNull();
    }
    expect(readQrMatrix({ side: 21, isDark: [] })).toBeNull();
  });
});
