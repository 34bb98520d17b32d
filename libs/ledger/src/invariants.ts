import type { Invariant } from '@cho40/platform';

// What stays true whatever is posted. That every fact has its posting is said by the fact's lib.
export const ledgerInvariants: readonly Invariant[] = [
  {
    // Each row is balanced by its shape; a changed view or row would show here.
    name: 'ledger.trialBalanceIsZero',
    sql: `select board_id, 'board' as row_key, jsonb_build_object('sum', sum(amount)) as facts
            from ledger.v_posting
           group by board_id
          having sum(amount) <> 0`,
  },
  {
    name: 'ledger.reversalsMirror',
    sql: `select u.board_id, u.key as row_key,
                 jsonb_build_object('reverses', t.key, 'amount', u.amount) as facts
            from ledger.transfer u
            join ledger.transfer t on t.board_id = u.board_id and t.id = u.reverses
           where t.reverses is not null
              or (u.debit, u.credit, u.amount) is distinct from (t.credit, t.debit, t.amount)
              or u.key <> t.key || ':undo'`,
  },
  {
    // That a closed month's rows stay as they were is closing's to say: it keeps their hash.
    name: 'ledger.bookedInItsMonthOrLater',
    sql: `select board_id, key as row_key,
                 jsonb_build_object('on', on_date, 'bookedMonth', booked_month) as facts
            from ledger.transfer
           where booked_month < to_char(on_date, 'YYYY-MM')`,
  },
  {
    name: 'ledger.accountsAreKnown',
    // Thousands of postings, a few hundred accounts: each account is read once.
    sql: `with accounts as materialized (select distinct board_id, account from ledger.v_posting)
          select p.board_id, p.key as row_key, jsonb_build_object('account', p.account) as facts
            from accounts a
            join ledger.v_posting p on p.board_id = a.board_id and p.account = a.account
           where a.account !~ '^(bank/[0-9]{6}/[A-Z0-9]{1,19}|receivable/([0-9a-f-]{36}|ticket)|prepaid/ticket|(revenue|pass-through|relief)/[a-z]+|tax|write-off|security/[0-9a-f-]{36}|unmatched|cash/safe|(cash/collector|shortage|surplus)/[0-9a-f-]{36}|opening|wallet/batch|expense/wallet-fee|outgoing/(unclassified|refund|wallet-refund|reversed|to-budget|treasury|supplier|bank-charge|own-account)|other/(loan|interest|private|probe|surplus))$'`,
  },
];
