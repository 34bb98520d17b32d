import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

const PATH = '/api/v1/learned-payers';
type Payer = ItemOf<typeof PATH>;

/** Which account pays for whom, as people said; each with its off switch. */
export function PayersPage() {
  const t = useTranslations('rules');
  const off = useSubmit({
    send: (id: string) => answer(api.POST(`${PATH}/{id}/off`, { params: { path: { id } } })),
    invalidates: [PATH, '/api/v1/bank-records/{id}/suggestions'],
    onDone: () => toast(t('payers.forgotten')),
  });
  const mayDecide = useMay('reconciliation.decide');
  return (
    <>
      <PageHeader
        title={t('payers.title')}
        subtitle={t('payers.subtitle')}
        crumbs={[{ label: t('workbench'), to: '/workbench/queue' }]}
      />
      <SubmitError error={off.error} />
      <PagedTable<Payer>
        label={t('payers.title')}
        read={({ page, filters }) =>
          reading(PATH, { query: { ...page, state: filters.state as 'on' | 'off' | undefined } })
        }
        columns={useColumns(mayDecide ? (id) => off.mutate(id) : undefined)}
        keyOf={({ id }) => id}
        filters={useFilters()}
        searchHint={t('payers.search')}
        exports
        empty={{ title: t('payers.empty'), hint: t('payers.emptyHint') }}
      />
    </>
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('rules');
  return [
    {
      name: 'state',
      label: t('state'),
      options: (['on', 'off'] as const).map((value) => ({
        value,
        label: t(`stateValue.${value}`),
      })),
    },
  ];
}

function useColumns(switchOff: ((id: string) => void) | undefined): readonly Column<Payer>[] {
  const t = useTranslations('rules');
  const format = useFormat();
  return [
    {
      key: 'account',
      title: t('payers.account'),
      cell: ({ accountLast4 }) => <code>••••{accountLast4}</code>,
    },
    {
      key: 'stall',
      title: t('payers.paysFor'),
      cell: ({ stallCode, vendorName }) => `${stallCode} · ${vendorName}`,
    },
    {
      key: 'by',
      title: t('payers.learned'),
      cell: ({ learnedByName, learnedAt }) => (
        <>
          {learnedByName}, <InstantText at={learnedAt} />
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ id, stallCode, offAt, offByName }) => {
        if (offAt)
          return <small>{t('offBy', { name: offByName ?? '—', at: format.instant(offAt) })}</small>;
        if (!switchOff) return <StatusBadge tone="good">{t('stateValue.on')}</StatusBadge>;
        return (
          <Button
            variant="default"
            size="xs"
            aria-label={t('payers.offOf', { stall: stallCode })}
            onClick={() => switchOff(id)}
          >
            {t('off')}
          </Button>
        );
      },
    },
  ];
}
