import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { Approval } from '../../parts/approval';
import { type Refund, staleAfterRefund } from './refund-words';

/** A proposed refund's state, to be approved by whoever did not propose it. */
export function ApproveRefund({ refund }: { refund: Refund }) {
  const t = useTranslations('reconciliation.refunds');
  const format = useFormat();
  const { id, payee, amount, proposedBy } = refund;
  return (
    <Approval
      createdBy={proposedBy}
      needs="billing.approve"
      title={t('approve')}
      approve={(key) =>
        answer(api.POST('/api/v1/refunds/{id}/approve', { params: { path: { id } }, ...once(key) }))
      }
      invalidates={staleAfterRefund}
      done={t('approved')}
    >
      <Text>{t('approveHint', { amount: format.money(amount), payee: payee ?? t('payer') })}</Text>
    </Approval>
  );
}
