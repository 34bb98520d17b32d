import { eInvoiceIn, nextState } from './e-invoice';

it.each([
  ['none', 'ask', 'requested'],
  ['none', 'issue', 'issued'],
  ['none', 'fail', null],
  ['requested', 'ask', null],
  ['requested', 'issue', 'issued'],
  ['requested', 'fail', 'failed'],
  ['failed', 'ask', 'requested'],
  ['failed', 'issue', 'issued'],
  ['failed', 'fail', null],
  ['issued', 'ask', null],
  ['issued', 'issue', null],
  ['issued', 'fail', null],
] as const)('an e-invoice that is %s and meets %s becomes %s', (state, event, next) => {
  expect(nextState(state, event)).toBe(next);
});

describe('a provider’s answer', () => {
  it.each([
    ['{"number":"17","series":"1C26TYY","issuedOn":"2026-11-23"}', '1C26TYY'],
    ['{"number":"17","issuedOn":"2026-11-23"}', null],
  ])('%s gives the invoice', (answer, series) => {
    expect(eInvoiceIn(answer)).toEqual({ number: '17', series, issuedOn: '2026-11-23' });
  });

  it.each([
    'file',
    '',
    '{}',
    'null',
    '[1]',
    '{"number":17,"issuedOn":"2026-11-23"}',
    '{"number":"17","issuedOn":"2026-02-30"}',
    '{"number":"<17>","issuedOn":"2026-11-23"}',
  ])('%s gives none yet', (answer) => {
    expect(eInvoiceIn(answer)).toBeNull();
  });
});
