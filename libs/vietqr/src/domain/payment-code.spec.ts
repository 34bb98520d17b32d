import fc from 'fast-check';
import { CodedError } from '@cho40/kernel';
import { mintCode } from './mint';
import { checkDigits, parseCode } from './payment-code';
import { isPrefixAllowed, prefixProblem } from './prefix';

const KEY = 987_654_321_012;
const serial = fc.integer({ min: 0, max: 9_999_999 });
const kind = fc.constantFrom('bill', 'stall', 'ticket');

describe('a payment code', () => {
  it('has check digits that leave 1 when its ten digits are divided by 97', () => {
    expect(checkDigits(14_830_275)).toBe(69);
    expect(1_483_027_569 % 97).toBe(1);
    expect(parseCode('SKX1483027569')).toEqual({
      code: 'SKX1483027569',
      prefix: 'SKX',
      kind: 'bill',
    });
  });

  it('is read as people type it', () => {
    for (const typed of ['skx 1483027569', ' SKX-1483.0275-69\n', 'ŚKX1483027569']) {
      expect(parseCode(typed)?.code).toBe('SKX1483027569');
    }
  });

  it.each([
    ['with another last digit', 'SKX1483027568'],
    ['with a check of the same remainder that is never written', 'SKX1000000599'],
    ['without a prefix', '1483027569'],
    ['with a prefix of one letter', 'X1483027569'],
    ['with a prefix of six letters', 'ABCSKX1483027569'],
    ['with a digit more', 'SKX14830275691'],
    ['with a digit less', 'SKX148302756'],
    ['of no kind', `SKX4483027${String(checkDigits(44_830_27)).padStart(2, '0')}`],
    ['of nothing', ''],
  ])('is none %s', (_, text) => {
    expect(parseCode(text)).toBeNull();
  });

  it('says for what it stands', () => {
    fc.assert(
      fc.property(kind, serial, (meant, at) => {
        expect(parseCode(mintCode('CQX', meant, at, KEY))).toMatchObject({
          prefix: 'CQX',
          kind: meant,
        });
      }),
    );
  });

  it('misses no single wrong digit', () => {
    fc.assert(
      fc.property(kind, serial, (meant, at) => {
        const code = mintCode('SKX', meant, at, KEY);
        for (let place = 3; place < code.length; place += 1) {
          for (const digit of '0123456789') {
            if (digit === code[place]) continue;
            expect(parseCode(code.slice(0, place) + digit + code.slice(place + 1))).toBeNull();
          }
        }
      }),
    );
  });

  it('misses no swap of neighbouring digits', () => {
    fc.assert(
      fc.property(kind, serial, (meant, at) => {
        const code = mintCode('SKX', meant, at, KEY);
        for (let place = 3; place < code.length - 1; place += 1) {
          const [left, right] = [code[place] ?? '', code[place + 1] ?? ''];
          if (left === right) continue;
          expect(parseCode(code.slice(0, place) + right + left + code.slice(place + 2))).toBeNull();
        }
      }),
    );
  });
});

describe('minting', () => {
  it('gives the same code for the same serial, and other codes to other markets and keys', () => {
    const code = mintCode('SKX', 'bill', 7, KEY);
    expect(mintCode('SKX', 'bill', 7, KEY)).toBe(code);
    expect(mintCode('CQX', 'bill', 7, KEY).slice(3)).not.toBe(code.slice(3));
    expect(mintCode('SKX', 'bill', 7, KEY + 1)).not.toBe(code);
    expect(mintCode('SKX', 'stall', 7, KEY).slice(4)).not.toBe(code.slice(4));
  });

  it.each([
    ['a reserved prefix', () => mintCode('CHO', 'bill', 0, KEY), 'vietqr.prefixNotAllowed'],
    ['a prefix in lower case', () => mintCode('skx', 'bill', 0, KEY), 'vietqr.prefixNotAllowed'],
    ['a serial below 0', () => mintCode('SKX', 'bill', -1, KEY), 'vietqr.serialOutOfRange'],
    [
      'a serial of eight digits',
      () => mintCode('SKX', 'bill', 1e7, KEY),
      'vietqr.serialOutOfRange',
    ],
    ['half a serial', () => mintCode('SKX', 'bill', 0.5, KEY), 'vietqr.serialOutOfRange'],
    ['a key that is no number', () => mintCode('SKX', 'bill', 0, Number.NaN), 'vietqr.keyInvalid'],
    ['a key beyond whole numbers', () => mintCode('SKX', 'bill', 0, 2 ** 53), 'vietqr.keyInvalid'],
  ])('is refused for %s', (_, mint, code) => {
    expect(mint).toThrow(expect.objectContaining({ code }));
    expect(mint).toThrow(CodedError);
  });
});

describe('a prefix', () => {
  it.each([
    ['SKX', null],
    ['QX', null],
    ['SKXYZ', null],
    ['X', 'shape'],
    ['SKXYZA', 'shape'],
    ['skx', 'shape'],
    ['SK1', 'shape'],
    ['ĐKX', 'shape'],
    ['', 'shape'],
    ['CHO', 'reserved'],
    ['SEVQR', 'reserved'],
    ['FT', 'reserved'],
  ])('%p: %p', (prefix, problem) => {
    expect(prefixProblem(prefix)).toBe(problem);
    expect(isPrefixAllowed(prefix)).toBe(problem === null);
  });

  it('is refused where another one would stand inside it, at its end', () => {
    expect(prefixProblem('SKX', ['SKX'])).toBe('taken');
    expect(prefixProblem('KX', ['SKX'])).toBe('overlaps');
    expect(prefixProblem('ASKX', ['SKX'])).toBe('overlaps');
    expect(prefixProblem('SKXA', ['SKX', 'CQX'])).toBeNull();
  });
});
