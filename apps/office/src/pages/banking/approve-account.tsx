import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay, useSession } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { StatusBadge } from '../../parts/status-badge';
import { toast } from '../../parts/toast';
import type { Account } from './accounts-page';

/** A proposed account's state: whoever may approve it, and did not propose it, does so here. */
export function ApproveAccount({ account }: { account: Account }) {
  const t = useTranslations('banking.accounts');
  const { user } = useSession();
  const [isAsking, { open, close }] = useDisclosure(false);
  const mayApprove = useMay('banking.approve');
  if (!mayApprove || user.id === account.createdBy)
    return <StatusBadge tone="waiting">{t('byAnother')}</StatusBadge>;
  return (
    <>
      <Button size="compact-sm" leftSection={<IconCheck size={15} />} onClick={open}>
        {t('approve')}
      </Button>
      {isAsking && <Asking account={account} onClose={close} />}
    </>
  );
}

export const staleAfterAccount = [
  '/api/v1/receiving-accounts',
  '/api/v1/receiving-accounts/proposed',
  '/api/v1/banking/today',
];

function Asking({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTranslations('banking.accounts');
  const submit = useSubmit<string, unknown>({
    send: (id) =>
      answer(api.POST('/api/v1/receiving-accounts/{id}/approve', { params: { path: { id } } })),
    invalidates: staleAfterAccount,
    onDone: () => {
      toast(t('approved'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('approveTitle')}
      confirmLabel={t('approve')}
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(account.id)}
    >
      <SubmitError error={submit.error} />
      <p>
        {t('approveText', {
          bank: account.bankName ?? account.bin,
          number: account.number,
          holder: account.holderName,
        })}
      </p>
    </ConfirmDialog>
  );
}
