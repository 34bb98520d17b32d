import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { Approval } from '../../parts/approval';
import type { Account } from './accounts-page';

export const staleAfterAccount = [
  '/api/v1/receiving-accounts',
  '/api/v1/receiving-accounts/proposed',
  '/api/v1/banking/today',
];

/** A proposed account's state, to be approved by whoever did not propose it. */
export function ApproveAccount({ account }: { account: Account }) {
  const t = useTranslations('banking.accounts');
  const { id, bankName, bin, number, holderName, createdBy } = account;
  return (
    <Approval
      createdBy={createdBy}
      needs="banking.approve"
      title={t('approveTitle')}
      approve={() =>
        answer(api.POST('/api/v1/receiving-accounts/{id}/approve', { params: { path: { id } } }))
      }
      invalidates={staleAfterAccount}
      done={t('approved')}
    >
      <p>{t('approveText', { bank: bankName ?? bin, number, holder: holderName })}</p>
    </Approval>
  );
}
