import { readCheckCode, writtenCheckCode } from './check-code';

const CODE = 'K7QM3XWD9TRU';

describe('the code by which a receipt is checked', () => {
  it('is read as it is written, typed small, or with blanks', () => {
    for (const typed of [CODE, 'k7qm-3xwd-9tru', ' K7QM 3XWD 9TRU '])
      expect(readCheckCode(typed)).toBe(CODE);
  });

  it('is written in fours', () => {
    expect(writtenCheckCode(CODE)).toBe('K7QM-3XWD-9TRU');
  });

  it('is none with one sign wrong, wherever it is', () => {
    for (let at = 0; at < CODE.length; at += 1)
      for (const sign of '23456789ABCDEFGHJKMNPQRSTUVWXYZ') {
        if (sign === CODE[at]) continue;
        expect(readCheckCode(CODE.slice(0, at) + sign + CODE.slice(at + 1))).toBeNull();
      }
  });

  it('is none with two signs in each other’s place', () => {
    for (let at = 0; at < CODE.length - 1; at += 1)
      for (let other = at + 1; other < CODE.length; other += 1) {
        const signs = Array.from(CODE);
        [signs[at], signs[other]] = [CODE.charAt(other), CODE.charAt(at)];
        if (signs.join('') === CODE) continue;
        expect(readCheckCode(signs.join(''))).toBeNull();
      }
  });

  it.each(['', 'K7QM', `${CODE}2`, 'K7QM3XWD9TRO', 'K7QM3XWD9T', '../../etc/passwd'])(
    'is none: %s',
    (typed) => {
      expect(readCheckCode(typed)).toBeNull();
    },
  );
});
