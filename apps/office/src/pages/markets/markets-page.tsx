import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
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
        read={({ page }) => reading('/api/v1/markets', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/markets/$id', params: { id } })}
        searchHint={t('search')}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewMarket isOpen={isAdding} onClose={close} />
    </>
  );
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
