import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { CLASSES } from './market-fields';
import { NewMarket } from './new-market';

type Market = ItemOf<'/api/v1/markets'>;

export function MarketsPage() {
  const t = useTranslations('markets');
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const add = useMay('markets.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Market>
        label={t('title')}
        read={({ page, filters: { declaredClass, meets } }) =>
          reading('/api/v1/markets', {
            query: { ...page, declaredClass: classOf(declaredClass), meets },
          })
        }
        columns={columns}
        filters={useFilters()}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/markets/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewMarket isOpen={isAdding} onClose={close} />
    </>
  );
}

const CLASS_TEXTS = ['1', '2', '3'] as const;

const classOf = (text: string | undefined) => {
  const known = CLASS_TEXTS.find((value) => value === text);
  return known && CLASSES[known];
};

function useFilters(): readonly Filter[] {
  const t = useTranslations('markets');
  const classes = CLASS_TEXTS.map((value) => ({
    value,
    label: t('classValue', { number: value }),
  }));
  const meetings = (['daily', 'market-days'] as const).map((value) => ({
    value,
    label: t(`meetsValue.${value}`),
  }));
  return [
    { name: 'declaredClass', label: t('declaredClass'), options: classes },
    { name: 'meets', label: t('meets'), options: meetings },
  ];
}

function useColumns(): readonly Column<Market>[] {
  const t = useTranslations('markets');
  const format = useFormat();
  return [
    { key: 'name', title: t('name'), sort: 'name', cell: ({ name }) => name },
    { key: 'code', title: t('code'), sort: 'code', cell: ({ code }) => <code>{code}</code> },
    { key: 'board', title: t('board'), cell: ({ boardName }) => boardName, isWideOnly: true },
    { key: 'class', title: t('class'), cell: (market) => <MarketClass market={market} /> },
    { key: 'commune', title: t('commune'), cell: ({ communeName }) => communeName ?? '—' },
    { key: 'meets', title: t('meets'), cell: ({ meets }) => t(`meetsValue.${meets}`) },
    {
      key: 'stalls',
      title: t('stalls'),
      sort: 'stallCount',
      align: 'right',
      cell: ({ stallCount }) => format.count(stallCount),
    },
  ];
}

/** The declared class, and the one its number of stalls would give where they differ. */
function MarketClass({ market }: { market: Market }) {
  const t = useTranslations('markets');
  const { declaredClass, computedClass } = market;
  const declared = t('classValue', { number: declaredClass });
  if (declaredClass === computedClass) return declared;
  return (
    <span>
      {declared} <small>({t('classComputed', { number: computedClass })})</small>
    </span>
  );
}
