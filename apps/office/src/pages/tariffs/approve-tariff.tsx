import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useMay, useSession } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { StatusBadge } from '../../parts/status-badge';
import { toast } from '../../parts/toast';
import { type Tariff, usePriceWords } from './price-words';

/** A draft's state: whoever may approve it, and did not draft it, does so here. */
export function ApproveTariff({ tariff }: { tariff: Tariff }) {
  const t = useTranslations('tariffs.prices');
  const { user } = useSession();
  const [isAsking, { open, close }] = useDisclosure(false);
  const mayApprove = useMay('tariffs.approve');
  if (!mayApprove || user.id === tariff.createdBy)
    return <StatusBadge tone="waiting">{t('byAnother')}</StatusBadge>;
  return (
    <>
      <Button size="compact-sm" leftSection={<IconCheck size={15} />} onClick={open}>
        {t('approve')}
      </Button>
      {isAsking && <Asking tariff={tariff} onClose={close} />}
    </>
  );
}

function Asking({ tariff, onClose }: { tariff: Tariff; onClose: () => void }) {
  const t = useTranslations('tariffs.prices');
  const format = useFormat();
  const words = usePriceWords();
  const submit = useSubmit<string, unknown>({
    send: (id, key) =>
      answer(api.POST('/api/v1/tariffs/{id}/approve', { params: { path: { id } }, ...once(key) })),
    invalidates: ['/api/v1/markets/{id}/tariffs'],
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
      onConfirm={() => submit.mutate(tariff.id)}
    >
      <SubmitError error={submit.error} />
      <p>
        {t('approveText', {
          fee: words.fee(tariff.feeType),
          price: words.price(tariff),
          from: format.date(tariff.validFrom),
        })}
      </p>
    </ConfirmDialog>
  );
}
