import { idNumber, taxCode } from './identity';

describe('a citizen’s number', () => {
  it.each([
    ['002185001234', '002185001234'],
    ['002 185 001 234', '002185001234'],
    ['073123456', '073123456'],
    ['00218500123', null],
    ['0021850012345', null],
    ['00218500123X', null],
    ['', null],
  ])('%s is read as %s', (text, expected) => {
    expect(idNumber(text)).toBe(expected);
  });
});

describe('a tax code', () => {
  it.each([
    ['0101234567', '0101234567'],
    ['0101234567-001', '0101234567-001'],
    ['0101234567001', '0101234567-001'],
    ['002185001234', '002185001234'],
    ['010123456', null],
    ['MST 0101234567', null],
  ])('%s is read as %s', (text, expected) => {
    expect(taxCode(text)).toBe(expected);
  });
});
