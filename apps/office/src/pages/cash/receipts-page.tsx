import { Button } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { PaperReceipt } from './paper-receipt';

type Receipt = ItemOf<'/api/v1/receipts'>;

export function ReceiptsPage() {
  const t = useTranslations('cash.receipts');
  const paper = useTranslations('safe.paper');
  const { market } = useScope();
  const [isEntering, setEntering] = useState(false);
  const mayCollect = useMay('cash.collect');
  const take = mayCollect && (
    <Button
      renderRoot={(props) => <Link to="/receipts/new" {...props} />}
      leftSection={<IconCash size={18} />}
    >
      {t('take')}
    </Button>
  );
  const actions = mayCollect && (
    <>
      <Button variant="default" onClick={() => setEntering(true)}>
        {paper('title')}
      </Button>
      {take}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={actions} />
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
      {isEntering && <PaperReceipt onClose={() => setEntering(false)} />}
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
