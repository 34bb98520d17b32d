import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { useErrorSentence } from '../../messages/error-sentence';
import { toast } from '../../parts/toast';

const STALE = ['/api/v1/deliveries', '/api/v1/banking/today', '/api/v1/bank-questions'];

/** Has a kept delivery read once more. */
export function ReplayDelivery({ id }: { id: string }) {
  const t = useTranslations('system.deliveries');
  const sentence = useErrorSentence();
  const replay = useSubmit({
    send: () => answer(api.POST('/api/v1/deliveries/{id}/replay', { params: { path: { id } } })),
    invalidates: STALE,
    onDone: () => toast(t('replayed')),
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconRefresh size={15} aria-hidden="true" />}
        loading={replay.isPending}
        onClick={() => replay.mutate(undefined)}
      >
        {t('replay')}
      </Button>
      {replay.error && <small role="alert">{sentence(replay.error)}</small>}
    </>
  );
}
