import { accountNumberer } from './journal';

it.each([
  ['receivable/0190-x', '131'],
  ['revenue/space', '511'],
  ['bank/970436/0123456789', '112'],
  ['cash/safe', '111'],
  ['cash/collector/0190-x', '1388'],
  ['outgoing/refund', '131'],
  ['outgoing/unclassified', '1388'],
  ['tax', '3331'],
  ['what/nobody/foresaw', '1388'],
])('%s is booked on %s', (path, number) => {
  expect(accountNumberer([])(path)).toBe(number);
});

it('a board’s own number stands before the usual, for as much of the path as it names', () => {
  const numberOf = accountNumberer([
    { path: 'revenue', number: '5113' },
    { path: 'revenue/electricity', number: '5118' },
  ]);
  expect(numberOf('revenue/space')).toBe('5113');
  expect(numberOf('revenue/electricity')).toBe('5118');
  expect(numberOf('tax')).toBe('3331');
});
