import { returnAddress } from './return-address';

describe('where people go on to after signing in', () => {
  it.each(['/app/', '/app/bills?month=2026-10&q=A-012', '/app/markets/0190/stalls'])(
    '%s is one of our pages',
    (page) => expect(returnAddress(page)).toBe(page),
  );

  it.each([
    undefined,
    '',
    'https://evil.example/app/',
    '//evil.example',
    '/app//evil.example',
    '/\\evil.example',
    '/application',
    '/app/\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ])('%s is not: the first page instead', (page) => expect(returnAddress(page)).toBe('/app/'));
});
