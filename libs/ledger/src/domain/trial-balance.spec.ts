import { vnd } from '@cho40/kernel';
import { trialBalanceOf } from './trial-balance';

const row = (account: string, debits: number, credits: number) => ({
  account,
  debits: vnd(debits),
  credits: vnd(credits),
  balance: vnd(debits - credits),
});
const october = [
  row('receivable/lease-1', 100, 40),
  row('receivable/lease-2', 50, 50),
  row('revenue/space', 0, 150),
  row('unmatched', 90, 0),
];

it('a trial balance shows one row for all receivables, and both sides equal', () => {
  expect(trialBalanceOf(october)).toEqual({
    rows: [row('receivable', 150, 90), row('revenue', 0, 150), row('unmatched', 90, 0)],
    debits: 240,
    credits: 240,
  });
});

it('a trial balance opens down to the single leases', () => {
  const { rows, debits, credits } = trialBalanceOf(october, { group: 'receivable' });
  expect(rows).toEqual(october.slice(0, 2));
  expect([debits, credits]).toEqual([150, 90]);
});
