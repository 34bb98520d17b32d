import type { Id } from '@cho40/kernel';
import { type Account, account } from './account';
import { type Act, ACTS, explain, sayAct } from './act';

const lease = '0190b5a0-0000-7000-8000-000000000001' as Id;
const other = '0190b5a0-0000-7000-8000-000000000002' as Id;
const bank = account.bank('970415', '101');
const { receivable } = account;

describe('what a transfer did is told by its two accounts', () => {
  it.each<[Act, Account, Account]>([
    ['bankIn', bank, account.unmatched()],
    ['bankOut', account.outgoingUnclassified(), bank],
    ['accountOpened', bank, account.opening()],
    ['broughtForward', receivable(lease), account.opening()],
    ['charged', receivable(lease), account.revenue('stall')],
    ['chargedForOthers', receivable(lease), account.passThrough('electricity')],
    ['chargedTax', receivable(lease), account.tax()],
    ['chargedDeposit', receivable(lease), account.security(lease)],
    ['charged', account.receivableOfTickets(), account.revenue('ticket')],
    ['soldAhead', account.receivableOfTickets(), account.prepaidTickets()],
    ['dayCame', account.prepaidTickets(), account.revenue('ticket')],
    ['paidByBank', account.unmatched(), receivable(lease)],
    ['paidInCash', account.cashOfCollector(other), account.receivableOfTickets()],
    ['paidByWallet', account.walletBatch(), receivable(lease)],
    ['paidByDeposit', account.security(lease), receivable(lease)],
    ['paidForAnother', receivable(lease), receivable(other)],
    ['relieved', account.relief('stall'), receivable(lease)],
    ['writtenOff', account.writeOff(), receivable(lease)],
    ['handedIn', account.safe(), account.cashOfCollector(other)],
    ['banked', account.unmatched(), account.safe()],
    ['countedShort', account.shortage(other), account.cashOfCollector(other)],
    ['countedOver', account.cashOfCollector(other), account.surplus(other)],
    ['surplusKept', account.surplus(other), account.other('surplus')],
    ['refundOwed', receivable(lease), account.refund()],
    ['depositOwedBack', account.security(lease), account.refund()],
    ['depositCarriedOver', account.security(lease), account.security(other)],
    ['refundedInCash', account.refund(), account.safe()],
    ['batchProven', account.unmatched(), account.walletBatch()],
    ['walletFee', account.walletFee(), account.walletBatch()],
    ['walletRefund', account.walletRefund(), account.walletBatch()],
    ['classifiedOut', account.outgoing('to-budget'), account.outgoingUnclassified()],
    ['classifiedIn', account.unmatched(), account.other('loan')],
    ['takenBackByBank', account.unmatched(), account.outgoing('reversed')],
    ['other', account.tax(), account.opening()],
  ])('%s', (act, debit, credit) => {
    expect(explain({ debit, credit, reason: '' })).toMatchObject({ act, isReversal: false });
  });

  it('and its mirror by the same two, the other way round, with the words it was given', () => {
    const [debit, credit] = [receivable(lease), account.unmatched()];
    expect(explain({ debit, credit, reason: 'nhầm người' })).toEqual({
      act: 'paidByBank',
      isReversal: true,
      reason: 'nhầm người',
    });
  });
});

it('a document is told beside the act, a word of the program is not', () => {
  const words = (debit: Account, credit: Account, reason: string) =>
    sayAct(explain({ debit, credit, reason }));
  expect(words(receivable(lease), account.revenue('stall'), 'DV-DONGVAN 2026-10')).toBe(
    'Phải thu tiền chợ (DV-DONGVAN 2026-10)',
  );
  expect(words(bank, account.unmatched(), 'bank record in')).toBe('Tiền vào tài khoản');
  expect(words(account.revenue('stall'), receivable(lease), 'sai diện tích')).toBe(
    'Ghi giảm: Phải thu tiền chợ (sai diện tích)',
  );
});

it('every act has words', () => {
  for (const act of ACTS)
    expect(sayAct({ act, isReversal: false, reason: null })).toMatch(/^\p{Lu}\p{Ll}+/u);
});
