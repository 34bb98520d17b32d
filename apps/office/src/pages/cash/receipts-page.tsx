import { Button } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';

type Receipt = ItemOf<'/api/v1/receipts'>;

export function ReceiptsPage() {
  const t = useTranslations('cash.receipts');
  const { market } = useScope();
  const take = useMay('cash.collect') && (
    <Button
      renderRoot={(props) => <Link to="/receipts/new" {...props} />}
      leftSection={<IconCash size={18} />}
    >
      {t('take')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={take} />
      <PagedTable<Receipt>
        key={market?.id}
        label={t('title')}
        read={({ page }) =>
          reading('/api/v1/receipts', { query: { ...page, marketId: market?.id } })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/receipts/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: take }}
      />
    </>
  );
}

function useColumns(): readonly Column<Receipt>[] {
  const t = useTranslations('cash.receipts');
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => <code>{number}</code> },
    {
      key: 'payer',
      title: t('payer'),
      cell: ({ stallCode, vendorName }) => `${stallCode} · ${vendorName}`,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: (receipt) => <Amount receipt={receipt} />,
    },
    { key: 'takenAt', title: t('takenAt'), cell: ({ takenAt }) => <InstantText at={takenAt} /> },
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName, isWideOnly: true },
  ];
}

function Amount({ receipt: { amount, isUndone } }: { receipt: Receipt }) {
  const t = useTranslations('cash.receipts');
  if (!isUndone) return <Money amount={amount} />;
  return (
    <>
      <s>
        <Money amount={amount} />
      </s>{' '}
      <StatusBadge tone="bad">{t('undone')}</StatusBadge>
    </>
  );
}
