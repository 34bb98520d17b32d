import { Alert, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState } from '../../parts/states';
import type { useReliefRehearsal } from './relief-rehearsal';

type Rehearsal = ReturnType<typeof useReliefRehearsal>;
type Lease = NonNullable<Rehearsal['data']>['leases'][number];

/** What will be proposed, before it is: whom it is for, and what is let off of issued bills. */
export function ReliefPreview({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTranslations('reliefs');
  const format = useFormat();
  if (rehearsal.isError) return <ErrorState error={rehearsal.error} />;
  if (!rehearsal.data) return null;
  const { leases, unknown, several } = rehearsal.data;
  const amount = format.money(leases.reduce((sum, lease) => sum + lease.amount, 0));
  const columns: readonly Column<Lease>[] = [
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName },
    {
      key: 'amount',
      title: t('wouldLetOff'),
      align: 'right',
      cell: (lease) => <Money amount={lease.amount} />,
    },
  ];
  return (
    <Stack gap="sm" aria-live="polite">
      {unknown.length > 0 && (
        <Alert color="red" title={t('unknown', { count: unknown.length })}>
          {unknown.join(', ')}
        </Alert>
      )}
      {several.length > 0 && (
        <Alert color="yellow" title={t('several', { count: several.length })}>
          {several.join(', ')}
        </Alert>
      )}
      <Text fw={600}>{t('previewSum', { count: format.count(leases.length), amount })}</Text>
      <RowsTable
        label={t('preview')}
        rows={leases}
        columns={columns}
        keyOf={({ leaseId }) => leaseId}
      />
    </Stack>
  );
}
