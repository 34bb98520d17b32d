import { describe, expect, it } from '@jest/globals';
import { markedText } from './marked-text';

const marked = (text: string, ...codes: string[]) =>
  markedText(text, codes).map(({ text: segment, isCode }) => (isCode ? `[${segment}]` : segment));

describe('a payment code in a bank’s text', () => {
  it.each([
    ['as it was printed', 'LAN SKX1000000123 T10', 'LAN [SKX1000000123] T10'],
    ['in small letters, cut in two', 'mb skx1000 000123.ct', 'mb [skx1000 000123].ct'],
    ['at the end', 'tien cho SKX1000000123', 'tien cho [SKX1000000123]'],
    ['twice', 'SKX1000000123-SKX1000000123', '[SKX1000000123]-[SKX1000000123]'],
  ])('is marked %s', (_, text, expected) => {
    expect(marked(text, 'SKX1000000123').join('')).toBe(expected);
  });

  it('is marked beside another; a text without one is one segment', () => {
    expect(marked('A1 va B2', 'A1', 'B2')).toEqual(['[A1]', ' va ', '[B2]']);
    expect(marked('tiền chợ', 'A1')).toEqual(['tiền chợ']);
  });
});
