import { maskPayer } from './mask';

const payer = {
  content: 'NGUYEN THI LAN chuyen SKX1483027569 tu 0912345678',
  counterAccount: '0123456789',
  counterName: 'NGUYEN THI  LAN',
};

it('a masked payer keeps codes, the end of the account and initials, and nothing else', () => {
  expect(maskPayer(payer, ['SKX1483027569'])).toEqual({
    content: '…SKX1483027569…',
    counterAccount: '••••6789',
    counterName: 'N. T. L.',
  });
});

it('a masked payer that the bank did not name stays unnamed', () => {
  const unnamed = { ...payer, counterAccount: null, counterName: null };
  expect(maskPayer(unnamed, [])).toEqual({
    content: '…',
    counterAccount: null,
    counterName: null,
  });
});
