import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { EndContract } from './end-contract';
import { NewContract } from './new-contract';

export type Contract = ItemOf<'/api/v1/markets/{id}/collection-contracts'>;

/** Who collects for a fixed sum, and when; on every other day the board collects by itself. */
export function CollectionSection({ marketId }: { marketId: string }) {
  const t = useTranslations('markets.collection');
  const [open, setOpen] = useState<Contract | 'new'>();
  const mayWrite = useMay('markets.write');
  const columns = useColumns(mayWrite ? setOpen : undefined);
  const add = mayWrite && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  const close = () => setOpen(undefined);
  return (
    <Section title={t('title')} hint={t('hint')} aside={add}>
      <PagedTable<Contract>
        label={t('title')}
        read={({ page }) =>
          reading('/api/v1/markets/{id}/collection-contracts', {
            path: { id: marketId },
            query: page,
          })
        }
        columns={columns}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {open === 'new' && <NewContract marketId={marketId} onClose={close} />}
      {open && open !== 'new' && <EndContract contract={open} onClose={close} />}
    </Section>
  );
}

function useColumns(end: ((contract: Contract) => void) | undefined): readonly Column<Contract>[] {
  const t = useTranslations('markets.collection');
  const columns: Column<Contract>[] = [
    { key: 'party', title: t('party'), sort: 'party', cell: ({ party }) => party },
    {
      key: 'amount',
      title: t('amount'),
      sort: 'amount',
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'per', title: t('per'), cell: ({ per }) => t(`perValue.${per}`) },
    { key: 'document', title: t('document'), cell: ({ document }) => document },
    {
      key: 'from',
      title: t('from'),
      sort: 'validFrom',
      cell: ({ validFrom }) => <DateText day={validFrom} />,
    },
    { key: 'to', title: t('to'), cell: ({ validTo }) => <DateText day={validTo} /> },
  ];
  if (!end) return columns;
  const button = (contract: Contract) =>
    contract.validTo > likelyToday() && (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('endOf', { party: contract.party })}
        onClick={() => end(contract)}
      >
        {t('end')}
      </Button>
    );
  return [...columns, { key: 'end', title: t('end'), align: 'right', cell: button }];
}
