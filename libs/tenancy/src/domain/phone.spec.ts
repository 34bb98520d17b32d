import { lastFour, phoneNumber } from './phone';

describe('a vendor’s phone number', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['(0219) 3.866.123', '02193866123'],
    ['0219 3866 1234', null],
    ['02193866123', '02193866123'],
    ['12345', null],
    ['0412345678', null],
    ['', null],
  ])('%s is read as %s', (text, expected) => {
    expect(phoneNumber(text)).toBe(expected);
  });

  it('shows four digits and no more', () => {
    expect(lastFour('0912345678')).toBe('5678');
  });
});
