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
import { VENDOR_KINDS, VendorForm } from './vendor-form';

type Vendor = ItemOf<'/api/v1/vendors'>;
const HELD = ['some', 'none'] as const;

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
  const filters = [
    {
      name: 'kind',
      label: t('kind'),
      options: VENDOR_KINDS.map((value) => ({ value, label: t(`kindValue.${value}`) })),
    },
    {
      name: 'stalls',
      label: t('stalls'),
      options: HELD.map((value) => ({ value, label: t(`stallsValue.${value}`) })),
    },
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Vendor>
        key={boardId}
        label={t('title')}
        read={({ page, filters: chosen }) =>
          reading('/api/v1/vendors', {
            query: {
              ...page,
              boardId,
              kind: VENDOR_KINDS.find((kind) => kind === chosen['kind']),
              stalls: HELD.find((held) => held === chosen['stalls']),
            },
          })
        }
        columns={columns}
        filters={filters}
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
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kindValue.${kind}`) },
    {
      key: 'phone',
      title: t('phone'),
      cell: ({ phoneLast4: last4 }) => (last4 ? t('phoneMasked', { last4 }) : '—'),
    },
    {
      key: 'stalls',
      title: t('stallCount'),
      sort: 'stallCount',
      align: 'right',
      cell: ({ stallCount }) => format.count(stallCount),
    },
  ];
}
