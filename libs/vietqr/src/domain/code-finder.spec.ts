import fc from 'fast-check';
import { codeFinder, findCodes } from './code-finder';
import { codesNear } from './code-repair';
import { mintCode } from './mint';
import { normalised } from './normalise';

const SKX = 'SKX1483027569';
const CQX = mintCode('CQX', 'stall', 3, 42);
const found = (text: string, prefixes = ['SKX', 'CQX']) => findCodes(text, prefixes);
const codes = (text: string, prefixes?: string[]) => found(text, prefixes).codes;

describe('a code in a bank’s text', () => {
  it.each([
    ['alone', SKX],
    ['in lower case', 'skx1483027569'],
    [
      'inside a bank’s wrapping',
      `MBVCB.3278907687.038471.${SKX} A12 T11.CT tu 0123456789 LAN toi 987`,
    ],
    ['cut every 35 characters, with spaces in the code', 'CT DEN:0123456 SKX148 3027569 A12'],
    ['cut with two spaces', 'SK  X14830  27569'],
    ['with dots and hyphens', 'S.K.X-1483-0275-69'],
    ['glued to the word before', `CHUYENTIEN${SKX}`],
    ['glued to the word after', `${SKX}CHUYENTIEN`],
    ['with more digits after it', `${SKX}123`],
    ['with more digits after a space', `${SKX} 0912345678`],
    ['after digits', `0912345678${SKX}`],
    ['with marks that survived', 'Ngô Thị Hà trả ŚKX1483027569 tiền chợ'],
    ['after SEVQR', `SEVQR ${SKX}`],
    ['between signs of other scripts', `最${SKX}😀`],
    ['at the end of 10,000 characters', `${'A1 '.repeat(3333)}${SKX}`],
  ])('is found %s', (_, text) => {
    expect(found(text)).toEqual({ codes: [SKX], repairs: [], broken: [] });
  });

  it('is told once however often it stands there', () => {
    expect(codes(`${SKX} ${SKX}-${SKX}`)).toEqual([SKX]);
  });

  it('is told beside another one, in the order met', () => {
    expect(codes(`${CQX}${SKX}`)).toEqual([CQX, SKX]);
    expect(codes(`${SKX}1${CQX}`)).toEqual([SKX, CQX]);
  });

  it.each([
    ['the check digits fail', 'SKX1483027568'],
    ['the prefix is another market’s', 'ABC1483027569'],
    ['the kind is none', 'SKX4000000013'],
    ['a letter stands between prefix and digits', 'SKXA1483027569'],
    ['there is no prefix', '1483027569'],
    ['it is the bank’s own reference', 'FT24123456789012 SK'],
    ['there is nothing', ''],
  ])('is not found where %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  it('belongs to the longest prefix', () => {
    expect(codes(SKX, ['KX', 'SKX'])).toEqual([SKX]);
    expect(codes(`A${SKX}`, ['KX'])).toEqual(['KX1483027569']);
  });

  it('is found for prefixes of two to five letters', () => {
    for (const prefix of ['QX', 'SKX', 'QXZW', 'QXZWV']) {
      const code = mintCode(prefix, 'ticket', 9, 42);
      expect(codes(`tra tien ${code}`, [prefix, 'CQX'])).toEqual([code]);
    }
  });

  it('asks for prefixes that can be any', () => {
    expect(() => codeFinder(['SK1'])).toThrow('vietqr.prefixNotAllowed');
    expect(codes(SKX, [])).toEqual([]);
  });
});

describe('ten digits that more digits follow', () => {
  const taken = (text: string) => codes(text).join();
  const NINE = 'SKX148302756';
  // What one missing digit and the first of the next number would be taken for.
  const after = (number: string) =>
    found(`${NINE} ${number}`).codes.length > 0 || found(`${NINE}${number}`).codes.length > 0;

  it.each([
    ['a mobile number', `${SKX}0912345678`],
    ['a mobile number with the country’s', `${SKX}84912345678`],
    ['a day', `${SKX}23112026`],
    ['a short day', `${SKX}231126`],
    ['a month', `${SKX}112026`],
    ['a number of nothing we know', `${SKX}5550123`],
    ['a mobile number, cut inside the code', `SKX14830 275690912345678`],
    ['another number after a space', `${SKX} 77`],
  ])('are the code that was sent where it is %s', (_, text) => {
    expect(taken(text)).toBe(SKX);
  });

  it('are no code where the tenth is the next number’s first: one digit was left out', () => {
    for (let first = 0; first <= 9; first += 1) {
      expect(taken(`${NINE} ${first}45`)).toBe('');
    }
    for (const phone of ['0912345678', '0312345678', '84912345678'])
      expect(after(phone)).toBe(false);
  });

  it('are no code where one digit too many was typed', () => {
    const digits = SKX.slice(3);
    for (let place = 0; place < digits.length; place += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const typed = digits.slice(0, place) + digit + digits.slice(place);
        if (!typed.startsWith(digits))
          expect([typed, taken(`SKX${typed} A12`)]).toEqual([typed, '']);
      }
    }
  });

  it('are still suggested where they might be one', () => {
    expect(found('SKX14830 2756977')).toMatchObject({ codes: [], repairs: [SKX] });
  });
});

describe('what a broken code may have been', () => {
  const near = (text: string) => found(text).broken.flatMap(codesNear);

  it.each([
    ['a wrong digit', 'SKX1483027568'],
    ['two swapped digits', 'SKX1480327569'],
    ['a digit too many', 'SKX14830275569'],
    ['a missing digit', 'SKX148302756'],
    ['letters for digits', 'SKXI483O27569'],
  ])('holds the code that was meant, with %s', (_, text) => {
    expect(codes(text)).toEqual([]);
    expect(near(text)).toContain(SKX);
    expect(near(text).length).toBeLessThan(10);
  });

  it('is nothing new beside the code itself, and another one beside another', () => {
    const beside = (broken: string) => found(`${SKX} ${broken}`).broken.length;
    expect([beside('SKX14830275'), beside('SKX1483027568'), beside(CQX.slice(0, -1))]).toEqual([
      0, 0, 1,
    ]);
  });

  it('knows a prefix that ends with O or I', () => {
    const code = mintCode('QIO', 'bill', 3, 42);
    const [broken] = findCodes(code.replace(/.$/, 'O'), ['QIO']).broken;
    expect(broken?.prefix).toBe('QIO');
  });
});

describe('a broken code', () => {
  it.each([
    ['O for 0', 'SKX1483O27569'],
    ['I for 1', 'SKXI483027569'],
    ['both, in lower case', 'skxi483o27569'],
    ['cut by a space', 'SKX1483 O27569'],
  ])('is suggested, never taken, with %s', (_, text) => {
    expect(found(text)).toMatchObject({ codes: [], repairs: [SKX] });
  });

  it('is suggested when one digit is missing, wherever it was', () => {
    for (let place = 3; place < SKX.length; place += 1) {
      const broken = SKX.slice(0, place) + SKX.slice(place + 1);
      expect(found(`${broken} A12`).repairs).toContain(SKX);
      expect(codes(`${broken} A12`)).toEqual([]);
    }
  });

  it('is suggested once, though one of two equal digits can be put back at two places', () => {
    expect(found('SKX189248631 A12').repairs).toEqual(['SKX1889248631']);
  });

  it('is not suggested when a digit is merely wrong: nobody could say which', () => {
    expect(found('SKX1483027568').repairs).toEqual([]);
  });

  it('is not suggested beside the whole one', () => {
    expect(found(`SKX1483O27569 ${SKX}`)).toMatchObject({ codes: [SKX], repairs: [] });
  });
});

describe('any text', () => {
  /** Step 1 and 2 of design/money.md word for word, without a thought for speed. */
  function plainly(text: string, prefixes: readonly string[]): string[] {
    const plain = normalised(text);
    const hits: [number, string][] = [];
    for (const prefix of prefixes) {
      for (let at = plain.indexOf(prefix); at >= 0; at = plain.indexOf(prefix, at + 1)) {
        const digits = plain.slice(at + prefix.length, at + prefix.length + 10);
        const isCode = /^[123][0-9]{9}$/.test(digits) && checks(digits);
        if (isCode) hits.push([at, prefix + digits]);
      }
    }
    return [...new Set(hits.sort(([a], [b]) => a - b).map(([, code]) => code))];
  }
  const isFollowedByDigit = (text: string, code: string) =>
    new RegExp(`${code}[0-9]`).test(normalised(text));
  const checks = (digits: string) =>
    Number(digits.slice(8)) === 98 - ((Number(digits.slice(0, 8)) * 100) % 97);

  it('is searched as the plain rule says; only what digits follow may be left to a person', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        SKX,
        CQX,
        'SKX',
        'CQX',
        ' ',
        '-',
        'O',
        'i',
        'đ',
        'Ệ',
        'ß',
        '\ufb01',
        '😀',
        '\ud800',
      ),
      fc.stringMatching(/^[0-9]{1,10}$/),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { codes: taken, repairs } = found(text);
        const plain = plainly(text, ['SKX', 'CQX']);
        expect(plain.filter((code) => taken.includes(code))).toEqual(taken);
        const left = plain.filter((code) => !taken.includes(code));
        expect(repairs).toEqual(expect.arrayContaining(left));
        expect(left.filter((code) => !isFollowedByDigit(text, code))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});
