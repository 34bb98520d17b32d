import fc from 'fast-check';
import { fitText, type Room } from './fit-text';

/** Every sign half as wide as high. */
const widthOf = (text: string) => text.length * 0.5;
const room: Room = { width: 100, height: 30, lineHeight: 1.4, largest: 20, smallest: 5 };
const textOf = ({ lines }: ReturnType<typeof fitText>) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('|');

describe('a text in its room', () => {
  it('is as large as may be when it is short', () => {
    expect(fitText('A-012', room, widthOf).size).toBe(20);
  });

  it('is set smaller before it is cut', () => {
    const fit = fitText('Hợp tác xã chợ Đồng Văn', room, widthOf);
    expect(fit.size).toBeLessThan(20);
    expect(fit.size).toBeGreaterThan(5);
    expect(textOf(fit).replaceAll('|', ' ')).toBe('Hợp tác xã chợ Đồng Văn');
  });

  it('is on one line where it is read from afar', () => {
    const fit = fitText('KIOT CHINH 00012', { ...room, isOneLine: true }, widthOf);
    expect(fit.lines).toHaveLength(1);
  });

  it('is cut with three dots when even the smallest is too large', () => {
    expect(textOf(fitText('chợ '.repeat(200), room, widthOf))).toMatch(/…$/);
  });

  it('never leaves its room, whatever somebody is called', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.boolean(), (parts, isOneLine) => {
        const fit = fitText(parts.join(' '), { ...room, isOneLine }, widthOf);
        expect(fit.lines.length * fit.size * room.lineHeight).toBeLessThanOrEqual(30.1);
        for (const line of fit.lines) {
          const width = line.reduce((sum, part) => sum + widthOf(part.text) * fit.size, 0);
          expect(width).toBeLessThanOrEqual(100.1);
        }
      }),
    );
  });
});
