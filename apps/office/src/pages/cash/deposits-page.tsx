import { Anchor, Button, Group } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoBoard } from '../closing/no-board';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { DEPOSIT_PATHS, type Deposit } from './deposit';
import { PrepareDeposit } from './prepare-deposit';
import { TieDeposit } from './tie-deposit';

type Act = 'tie' | 'untie' | 'takeBack';

/** Cash carried to the bank: with whom, since when, and whether the bank shows it. */
export function DepositsPage() {
  const t = useTranslations('safe.deposits');
  const { boardId } = useScope();
  if (!boardId) return <NoBoard title={t('title')} />;
  return <DepositsOf boardId={boardId} />;
}

function DepositsOf({ boardId }: { boardId: string }) {
  const t = useTranslations('safe.deposits');
  const [isPreparing, setPreparing] = useState(false);
  const [chosen, setChosen] = useState<{ deposit: Deposit; act: Act }>();
  const columns = useColumns((deposit, act) => setChosen({ deposit, act }));
  const prepare = useMay('cash.count') && (
    <Button leftSection={<IconTruckDelivery size={18} />} onClick={() => setPreparing(true)}>
      {t('prepare')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={prepare} />
      <PagedTable<Deposit>
        key={boardId}
        label={t('title')}
        read={({ page }) =>
          reading('/api/v1/deposits', { query: { cursor: page.cursor, boardId } })
        }
        columns={columns}
        keyOf={({ id }) => id}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: prepare }}
      />
      {isPreparing && <PrepareDeposit boardId={boardId} onClose={() => setPreparing(false)} />}
      {chosen && <ActDrawer {...chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function ActDrawer({ deposit, act, onClose }: { deposit: Deposit; act: Act; onClose: () => void }) {
  const t = useTranslations('safe.deposits');
  const params = { path: { id: deposit.id } };
  if (act === 'tie') return <TieDeposit deposit={deposit} onClose={onClose} />;
  return (
    <ReasonDrawer
      title={t(act)}
      hint={t(act === 'untie' ? 'untieHint' : 'takeBackHint', { number: deposit.number })}
      savedMessage={t(act === 'untie' ? 'untied' : 'takenBack')}
      isOpen
      onClose={onClose}
      send={(body) =>
        act === 'untie'
          ? answer(api.POST('/api/v1/deposits/{id}/untie', { params, body }))
          : answer(api.POST('/api/v1/deposits/{id}/take-back', { params, body }))
      }
      invalidates={DEPOSIT_PATHS}
    />
  );
}

function useColumns(act: (deposit: Deposit, act: Act) => void): readonly Column<Deposit>[] {
  const t = useTranslations('safe.deposits');
  return [
    { key: 'number', title: t('number'), cell: (deposit) => <PaperLink deposit={deposit} /> },
    { key: 'leftAt', title: t('leftAt'), cell: ({ leftAt }) => <InstantText at={leftAt} /> },
    { key: 'carrier', title: t('carrier'), cell: ({ carrierName }) => carrierName },
    {
      key: 'account',
      title: t('account'),
      cell: ({ accountNumber }) => accountNumber,
      isWideOnly: true,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'banked',
      title: t('banked'),
      align: 'right',
      cell: ({ banked }) => <Money amount={banked} />,
    },
    {
      key: 'onTheWay',
      title: t('onTheWay'),
      align: 'right',
      cell: ({ onTheWay }) => <Money amount={onTheWay} />,
    },
    {
      key: 'acts',
      title: t('acts'),
      align: 'right',
      cell: (deposit) => <Acts deposit={deposit} act={(one) => act(deposit, one)} />,
    },
  ];
}

function PaperLink({ deposit: { id, number } }: { deposit: Deposit }) {
  const t = useTranslations('safe.deposits');
  return (
    <Anchor
      href={`/api/v1/deposits/${id}/paper`}
      target="_blank"
      aria-label={t('paper', { number })}
    >
      {number}
    </Anchor>
  );
}

/** What may be done with a deposit by whoever is signed in. */
function Acts({ deposit, act }: { deposit: Deposit; act: (act: Act) => void }) {
  const t = useTranslations('safe.deposits');
  const [mayTie, mayCount] = [useMay('reconciliation.decide'), useMay('cash.count')];
  const { recordId, returned, onTheWay, number } = deposit;
  const open: Act[] = [];
  if (mayTie && recordId === null && onTheWay > 0) open.push('tie');
  if (mayTie && recordId !== null) open.push('untie');
  if (mayCount && onTheWay > 0 && returned === null) open.push('takeBack');
  return (
    <Group gap="xs" justify="flex-end">
      {open.map((one) => (
        <Button
          key={one}
          size="compact-sm"
          variant="light"
          onClick={() => act(one)}
          aria-label={`${t(one)}: ${number}`}
        >
          {t(one)}
        </Button>
      ))}
    </Group>
  );
}
