import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once } from '../../api/use-submit';
import { DateText, Money } from '../../parts/figures';
import { Facts, Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { useLeaseRefunds } from '../reconciliation/lease-refunds';
import { RefundDeposit } from '../reconciliation/refund-deposit';
import { staleOfLease } from './lease-acts';
import { DemandDeposit, type Deposit, UseDeposit } from './deposit-drawers';

type Use = Deposit['uses'][number];

/** What is held of a lease: demanded by a bill, set off or given back, and each of these undone. */
export function DepositSection({ leaseId }: { leaseId: string }) {
  const t = useTranslations('reliefs.deposit');
  const asked = reading('/api/v1/billing/leases/{id}/deposit', { path: { id: leaseId } });
  const deposit = useQuery(asked);
  const mayAct = useMay('billing.issue');
  if (deposit.isError)
    return <ErrorState error={deposit.error} onRetry={() => void deposit.refetch()} />;
  if (!deposit.data) return null;
  const { agreed, demanded, carried, held, uses } = deposit.data;
  return (
    <Section title={t('title')} aside={mayAct && <DepositActs deposit={deposit.data} />}>
      <Facts
        rows={[
          [t('agreed'), <Money key="agreed" amount={agreed} />],
          [t('demanded'), <Money key="demanded" amount={demanded} />],
          ...(carried > 0
            ? [[t('carried'), <Money key="carried" amount={carried} />] as const]
            : []),
          [t('held'), <Money key="held" amount={held} />],
        ]}
      />
      {uses.length > 0 && <Uses leaseId={leaseId} uses={uses} mayAct={mayAct} />}
    </Section>
  );
}

function DepositActs({ deposit }: { deposit: Deposit }) {
  const t = useTranslations('reliefs.deposit');
  const [isDemanding, demanding] = useDisclosure(false);
  const [isUsing, using] = useDisclosure(false);
  return (
    <Group gap="xs">
      {deposit.held > 0 && (
        <Button variant="default" size="xs" onClick={using.open}>
          {t('use')}
        </Button>
      )}
      <Button variant="light" size="xs" onClick={demanding.open}>
        {t('demand')}
      </Button>
      <DemandDeposit deposit={deposit} isOpen={isDemanding} onClose={demanding.close} />
      <UseDeposit deposit={deposit} isOpen={isUsing} onClose={using.close} />
    </Group>
  );
}

interface UsesProps {
  leaseId: string;
  uses: readonly Use[];
  mayAct: boolean;
}

function Uses({ leaseId, uses, mayAct }: UsesProps) {
  const t = useTranslations('reliefs.deposit');
  const word = useTranslations('reliefs');
  const [undoing, setUndoing] = useState<Use>();
  const refunds = useLeaseRefunds(leaseId);
  const columns: readonly Column<Use>[] = [
    { key: 'day', title: t('day'), cell: ({ on }) => <DateText day={on} /> },
    { key: 'kind', title: t('useKind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'reason', title: word('reason'), cell: ({ reason }) => reason },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'refund',
      title: t('refund'),
      cell: (use) =>
        use.kind === 'give-back' && !use.isUndone ? (
          <RefundDeposit use={use} refunds={refunds} />
        ) : null,
    },
    {
      key: 'undo',
      title: t('undo'),
      cell: (use) => {
        if (use.isUndone) return <StatusBadge tone="quiet">{t('undone')}</StatusBadge>;
        return mayAct ? (
          <Button variant="subtle" size="xs" onClick={() => setUndoing(use)}>
            {t('undo')}
          </Button>
        ) : null;
      },
    },
  ];
  return (
    <>
      <RowsTable label={t('uses')} rows={uses} columns={columns} keyOf={({ id }) => id} />
      {undoing && (
        <ReasonDrawer
          title={t('undo')}
          hint={undoing.reason}
          savedMessage={t('undone')}
          isOpen
          onClose={() => setUndoing(undefined)}
          send={(body, key) =>
            answer(
              api.POST('/api/v1/deposit-uses/{id}/undo', {
                params: { path: { id: undoing.id } },
                body,
                ...once(key),
              }),
            )
          }
          invalidates={staleOfLease}
        />
      )}
    </>
  );
}
