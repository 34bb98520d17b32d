import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NewRelief } from './new-relief';
import { HowMuch, ReliefState } from './relief-words';

type Relief = ItemOf<'/api/v1/reliefs'>;

/** What is let off: proposals first seen, then what stands and what ended. */
export function ReliefsPage() {
  const t = useTranslations('reliefs');
  const { market } = useScope();
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const filters = useFilters();
  const add = useMay('billing.issue') && market && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Relief>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { kind, state } }) =>
          reading('/api/v1/reliefs', { query: { ...page, marketId: market?.id, kind, state } })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/reliefs/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {market && <NewRelief marketId={market.id} isOpen={isAdding} onClose={close} />}
    </>
  );
}

function useColumns(): readonly Column<Relief>[] {
  const t = useTranslations('reliefs');
  const format = useFormat();
  return [
    { key: 'document', title: t('document'), cell: ({ document }) => document },
    { key: 'kind', title: t('kindLabel'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason, isWideOnly: true },
    {
      key: 'scope',
      title: t('scope'),
      cell: ({ zoneName, leaseCount }) =>
        `${zoneName ? `${zoneName} · ` : ''}${t('leases', { count: format.count(leaseCount) })}`,
    },
    { key: 'much', title: t('howMuch'), cell: (relief) => <HowMuch relief={relief} /> },
    {
      key: 'days',
      title: t('days'),
      isWideOnly: true,
      cell: ({ fromOn, toOn }) =>
        fromOn && toOn ? (
          <span>
            <DateText day={fromOn} /> – <DateText day={toOn} />
          </span>
        ) : (
          '—'
        ),
    },
    {
      key: 'letOff',
      title: t('letOff'),
      sort: 'amount',
      align: 'right',
      cell: ({ letOff }) => <Money amount={letOff} />,
    },
    { key: 'state', title: t('stateLabel'), cell: ({ state }) => <ReliefState state={state} /> },
  ];
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('reliefs');
  return [
    {
      name: 'state',
      label: t('stateLabel'),
      options: (['proposed', 'approved', 'ended'] as const).map((value) => ({
        value,
        label: t(`state.${value}`),
      })),
    },
    {
      name: 'kind',
      label: t('kindLabel'),
      options: (['relief', 'correction', 'write-off'] as const).map((value) => ({
        value,
        label: t(`kind.${value}`),
      })),
    },
  ];
}
