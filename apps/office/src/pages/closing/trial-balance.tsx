import { useTranslations } from 'use-intl';
import { Money } from '../../parts/figures';
import { type Column, RowsTable } from '../../parts/rows-table';
import { GROUPS, isGroup } from './groups';
import type { PeriodView } from './period-page';

type Movement = PeriodView['movements'][number];

const SUMS = ['opening', 'debits', 'credits', 'closing'] as const;

/** Each group of accounts through the month, in the order of the chart. */
export function TrialBalance({ movements }: { movements: readonly Movement[] }) {
  const t = useTranslations('closing');
  const columns: readonly Column<Movement>[] = [
    {
      key: 'account',
      title: t('period.account'),
      cell: ({ account }) => (isGroup(account) ? t(`group.${account}`) : account),
    },
    ...SUMS.map((sum) => ({
      key: sum,
      title: t(`period.${sum}`),
      align: 'right' as const,
      cell: (row: Movement) => <Money amount={row[sum]} />,
    })),
  ];
  const place = ({ account }: Movement) => (isGroup(account) ? GROUPS.indexOf(account) : 99);
  return (
    <RowsTable
      label={t('period.balance')}
      rows={movements.toSorted((one, other) => place(one) - place(other))}
      columns={columns}
      keyOf={({ account }) => account}
    />
  );
}
