import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useSession } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Money } from '../../parts/figures';
import { Facts } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import type { Shift } from './shifts-page';

/** Says what the shift took and what is to be handed in, and closes it. */
export function CloseShift({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useTranslations('safe.shifts');
  const { user } = useSession();
  const { id } = shift;
  const now = useQuery(reading('/api/v1/shifts/{id}', { path: { id } }));
  const submit = useSubmit({
    send: () => {
      const params = { path: { id } };
      return shift.collectorId === user.id
        ? answer(api.POST('/api/v1/shifts/{id}/close', { params }))
        : answer(api.POST('/api/v1/shifts/{id}/close-left-open', { params }));
    },
    invalidates: ['/api/v1/shifts', '/api/v1/shifts/{id}'],
    onDone: () => {
      toast(t('closed'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('closeOf', { name: shift.collectorName })}
      confirmLabel={t('close')}
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(undefined)}
    >
      <SubmitError error={submit.error} />
      <Facts
        rows={[
          [t('byReceipts'), <Money key="receipts" amount={now.data?.byReceipts ?? null} />],
          [t('byTickets'), <Money key="tickets" amount={now.data?.byTickets ?? null} />],
          [t('toHandIn'), <Money key="inHand" amount={now.data?.inHand ?? null} />],
        ]}
      />
      <p>{t('closeHint')}</p>
    </ConfirmDialog>
  );
}
