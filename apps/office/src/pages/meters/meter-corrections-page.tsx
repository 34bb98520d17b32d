import { Button, Group } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { WaitsFor, useWaitsFor } from '../../parts/approval';
import { DateText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

type Correction = ItemOf<'/api/v1/meter-corrections'>;
const TONES = { open: 'waiting', approved: 'good', refused: 'quiet' } as const;

/** Readings that somebody wants changed, and what became of it. */
export function MeterCorrectionsPage() {
  const t = useTranslations('meters.corrections');
  const states = (['open', 'approved', 'refused'] as const).map((value) => ({
    value,
    label: t(`stateValue.${value}`),
  }));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Correction>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/meter-corrections', { query: { ...page, ...filters } })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        filters={[{ name: 'state', label: t('state'), options: states }]}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

function useColumns(): readonly Column<Correction>[] {
  const t = useTranslations('meters.corrections');
  const format = useFormat();
  return [
    { key: 'meter', title: t('meter'), cell: ({ meterCode }) => meterCode },
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode ?? '—' },
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName, isWideOnly: true },
    { key: 'readOn', title: t('readOn'), cell: ({ readOn }) => <DateText day={readOn} /> },
    {
      key: 'before',
      title: t('wasRead'),
      align: 'right',
      cell: ({ before }) => format.quantity(before),
    },
    {
      key: 'value',
      title: t('value'),
      align: 'right',
      cell: ({ value }) => format.quantity(value),
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    { key: 'state', title: t('state'), cell: (row) => <State correction={row} /> },
  ];
}

/** Whoever may decide, and did not ask, does so here. */
function State({ correction: { id, state, requestedBy } }: { correction: Correction }) {
  const t = useTranslations('meters.corrections');
  const waitsFor = useWaitsFor(requestedBy, 'meters.approve');
  const submit = useSubmit<'approved' | 'refused', unknown>({
    send: (outcome, key) =>
      answer(
        api.POST('/api/v1/meter-corrections/{id}/decide', {
          params: { path: { id } },
          body: { outcome },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/meter-corrections', '/api/v1/markets/{id}/meter-sheet'],
    onDone: () => toast(t('decided')),
  });
  if (state === 'open' && waitsFor) return <WaitsFor whom={waitsFor} />;
  if (state !== 'open')
    return <StatusBadge tone={TONES[state]}>{t(`stateValue.${state}`)}</StatusBadge>;
  return (
    <Group gap="xs">
      <SubmitError error={submit.error} />
      <Button
        size="compact-sm"
        loading={submit.isPending}
        onClick={() => submit.mutate('approved')}
      >
        {t('approve')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={submit.isPending}
        onClick={() => submit.mutate('refused')}
      >
        {t('refuse')}
      </Button>
    </Group>
  );
}
