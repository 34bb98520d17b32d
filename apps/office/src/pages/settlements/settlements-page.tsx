import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconWallet } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { type Batch, BatchState } from './batch-state';
import { NewWallet } from './new-wallet';

const STATES = ['waiting', 'found', 'differs', 'proven'] as const;

/** What wallets paid on in one transfer each, and whether the bank shows it. */
export function SettlementsPage() {
  const t = useTranslations('settlements');
  const [isAdding, adding] = useDisclosure(false);
  const columns = useColumns();
  const add = useMay('banking.write') && (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconWallet size={17} />} onClick={adding.open}>
        {t('newWallet.action')}
      </Button>
      <Button
        renderRoot={(props) => <Link to="/settlements/import" {...props} />}
        leftSection={<IconFileImport size={17} />}
      >
        {t('import')}
      </Button>
    </Group>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Batch>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/settlement-batches', {
            query: { ...page, state: STATES.find((one) => one === filters.state) },
          })
        }
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/settlements/$id', params: { id } })}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
          },
        ]}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {isAdding && <NewWallet onClose={adding.close} />}
    </>
  );
}

function useColumns(): readonly Column<Batch>[] {
  const t = useTranslations('settlements');
  const format = useFormat();
  return [
    {
      key: 'batch',
      title: t('batch'),
      cell: ({ walletName, number }) => t('batchOf', { wallet: walletName, number }),
    },
    {
      key: 'days',
      title: t('days'),
      cell: ({ firstOn, lastOn }) =>
        t('daysOf', { from: format.date(firstOn), to: format.date(lastOn) }),
      isWideOnly: true,
    },
    {
      key: 'lines',
      title: t('lines'),
      align: 'right',
      cell: ({ lines }) => format.count(lines),
    },
    {
      key: 'gross',
      title: t('gross'),
      align: 'right',
      cell: ({ gross }) => <Money amount={gross} />,
    },
    {
      key: 'fees',
      title: t('fees'),
      align: 'right',
      cell: ({ fees }) => <Money amount={fees} />,
      isWideOnly: true,
    },
    { key: 'net', title: t('net'), align: 'right', cell: ({ net }) => <Money amount={net} /> },
    {
      key: 'unmatched',
      title: t('unmatched'),
      align: 'right',
      cell: ({ unmatched }) => format.count(unmatched),
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <BatchState state={state} /> },
  ];
}
