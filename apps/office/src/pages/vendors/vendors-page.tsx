import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { VendorForm } from './vendor-form';

type Vendor = ItemOf<'/api/v1/vendors'>;

/** The vendors of the board whose market is chosen in the top bar. */
export function VendorsPage() {
  const t = useTranslations('tenancy.vendors');
  const { boardId } = useScope();
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const mayWrite = useMay('tenancy.write');
  const add = mayWrite && boardId && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Vendor>
        key={boardId}
        label={t('title')}
        read={({ page }) => reading('/api/v1/vendors', { query: { ...page, boardId } })}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/vendors/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {isAdding && boardId && <VendorForm boardId={boardId} onClose={close} />}
    </>
  );
}

function useColumns(): readonly Column<Vendor>[] {
  const t = useTranslations('tenancy.vendors');
  const format = useFormat();
  return [
    { key: 'name', title: t('name'), sort: 'name', cell: ({ name }) => name },
    {
      key: 'phone',
      title: t('phone'),
      cell: ({ phoneLast4: last4 }) => (last4 ? t('phoneMasked', { last4 }) : '—'),
    },
    {
      key: 'stalls',
      title: t('stallCount'),
      align: 'right',
      cell: ({ stallCount }) => format.count(stallCount),
    },
  ];
}
