import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { useErrorSentence } from '../../messages/error-sentence';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { toast } from '../../parts/toast';

type DeadJob = ItemOf<'/api/v1/jobs/dead'>;

/** Work that failed again and again: seen by a person, run again by hand, never lost. */
export function DeadJobsPage() {
  const t = useTranslations('system.jobs');
  const act = useTranslations('act');
  const columns: readonly Column<DeadJob>[] = [
    { key: 'kind', title: t('kind'), cell: ({ kind }) => <code>{kind}</code> },
    { key: 'error', title: t('error'), cell: ({ lastError }) => lastError ?? '—' },
    { key: 'attempts', title: t('attempts'), align: 'right', cell: ({ attempts }) => attempts },
    { key: 'since', title: t('since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
    { key: 'ended', title: t('endedAt'), cell: ({ endedAt }) => <InstantText at={endedAt} /> },
    { key: 'retry', title: act('actions'), align: 'right', cell: ({ id }) => <Retry id={id} /> },
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<DeadJob>
        label={t('title')}
        read={({ page }) => reading('/api/v1/jobs/dead', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

function Retry({ id }: { id: string }) {
  const t = useTranslations('system.jobs');
  const sentence = useErrorSentence();
  const retry = useSubmit({
    send: () => answer(api.POST('/api/v1/jobs/{id}/retry', { params: { path: { id } } })),
    invalidates: ['/api/v1/jobs/dead', '/api/v1/platform/today'],
    onDone: () => toast(t('retried')),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden="true" />}
        loading={retry.isPending}
        onClick={() => retry.mutate(undefined)}
      >
        {t('retry')}
      </Button>
      {retry.error && <small role="alert">{sentence(retry.error)}</small>}
    </>
  );
}
