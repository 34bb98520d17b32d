import fc from 'fast-check';
import { breakLines, type PaperLine } from './line-breaking';

// Every sign is one wide, in bold two.
const widthOf = (text: string, { isBold }: { isBold: boolean }) =>
  Array.from(text).length * (isBold ? 2 : 1);
const textsOf = (lines: readonly PaperLine[]) =>
  lines.map((line) => line.map(({ text }) => text).join(''));

describe('a text on lines', () => {
  it.each([
    ['breaks at blanks', 'một hai ba', 8, ['một hai', 'ba']],
    ['keeps a word whole when the line holds it', 'bánh khoai', 5, ['bánh', 'khoai']],
    ['cuts a word that no line holds', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['begins a line at a line feed', 'một\n\nhai', 9, ['một', '', 'hai']],
    ['counts blanks in a row as one', ' một   hai ', 9, ['một hai']],
    ['is one empty line when empty', '', 9, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(textsOf(breakLines(text, width, widthOf))).toEqual(lines);
  });

  it('measures each run in its own style and sets no blank inside a word of two styles', () => {
    const runs = [{ text: 'Số ' }, { text: '12', isBold: true }, { text: '/BB' }];
    expect(breakLines(runs, 10, widthOf)).toEqual([
      [
        { text: 'Số', isBold: false, isItalic: false },
        { text: ' 12', isBold: true, isItalic: false },
      ],
      [{ text: '/BB', isBold: false, isItalic: false }],
    ]);
  });

  it('puts marks together that came apart, as the font has them', () => {
    expect(textsOf(breakLines('Hà'.normalize('NFD'), 9, widthOf))).toEqual(['Hà']);
  });

  it('loses no sign and is nowhere wider than the line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zđ]{1,12}$/), { maxLength: 20 }),
        fc.integer({ min: 2, max: 15 }),
        (words, width) => {
          const lines = textsOf(breakLines(words.join(' '), width, widthOf));
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
