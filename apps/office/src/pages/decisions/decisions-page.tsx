import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { NewDecision } from './new-decision';

type Decision = ItemOf<'/api/v1/decisions'>;

/** The documents that prices stand on. */
export function DecisionsPage() {
  const t = useTranslations('tariffs.decisions');
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const add = useMay('tariffs.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Decision>
        label={t('title')}
        read={({ page }) => reading('/api/v1/decisions', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/decisions/$id', params: { id } })}
        exports
        searchHint={t('search')}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {isAdding && <NewDecision onClose={close} />}
    </>
  );
}

function useColumns(): readonly Column<Decision>[] {
  const t = useTranslations('tariffs.decisions');
  return [
    { key: 'number', title: t('number'), sort: 'number', cell: ({ number }) => number },
    { key: 'title', title: t('heading'), cell: ({ title }) => title },
    { key: 'issuer', title: t('issuer'), cell: ({ issuer }) => issuer, isWideOnly: true },
    {
      key: 'issuedOn',
      title: t('issuedOn'),
      cell: ({ issuedOn }) => <DateText day={issuedOn} />,
      isWideOnly: true,
    },
    {
      key: 'from',
      title: t('from'),
      sort: 'effectiveFrom',
      cell: ({ effectiveFrom }) => <DateText day={effectiveFrom} />,
    },
    {
      key: 'to',
      title: t('to'),
      cell: ({ effectiveTo }) => (effectiveTo ? <DateText day={effectiveTo} /> : t('open')),
    },
  ];
}
