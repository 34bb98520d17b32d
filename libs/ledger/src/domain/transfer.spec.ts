import { vnd } from '@cho40/kernel';
import { account } from './account';
import { contradictions } from './transfer';

const income = {
  key: 'record:1:in',
  debit: account.bank('970436', '0123456789'),
  credit: account.unmatched(),
  amount: vnd(50_000),
};

describe('a fact posted again', () => {
  it('is the same fact with the same accounts and amount', () => {
    expect(contradictions([income, income], [income])).toEqual([]);
  });

  it.each([
    ['another amount', { ...income, amount: vnd(50_001) }],
    ['the accounts exchanged', { ...income, debit: income.credit, credit: income.debit }],
    ['another account', { ...income, credit: account.opening() }],
  ])('is named when it comes with %s', (_what, other) => {
    expect(contradictions([other], [income])).toEqual(['record:1:in']);
  });
});
