import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { Approval } from '../../parts/approval';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';

type Refund = ItemOf<'/api/v1/refunds'>;

const STATES = ['proposed', 'approved', 'paid', 'refused', 'withdrawn'] as const;
const TONES: Readonly<Record<Refund['state'], Tone>> = {
  proposed: 'waiting',
  approved: 'attention',
  paid: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
};

/** Money that goes back to payers: who asked, who approved, and whether the bank paid it. */
export function RefundsPage() {
  const t = useTranslations('reconciliation.refunds');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PagedTable<Refund>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/refunds', {
            query: { ...page, state: STATES.find((state) => state === filters.state) },
          })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

function useColumns(): readonly Column<Refund>[] {
  const t = useTranslations('reconciliation.refunds');
  return [
    { key: 'payee', title: t('payee'), cell: ({ payee }) => payee ?? t('masked') },
    {
      key: 'of',
      title: t('of'),
      cell: ({ stallCode, vendorName, depositUseId }) =>
        stallCode
          ? `${t(depositUseId ? 'ofDeposit' : 'ofCredit')} · ${stallCode} · ${vendorName}`
          : t('ofNobody'),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason, isWideOnly: true },
    {
      key: 'at',
      title: t('proposedAt'),
      cell: ({ proposedAt }) => <InstantText at={proposedAt} />,
    },
    { key: 'by', title: t('proposedBy'), cell: ({ proposedByName }) => proposedByName },
    { key: 'state', title: t('state'), cell: (refund) => <RefundState refund={refund} /> },
  ];
}

function RefundState({ refund }: { refund: Refund }) {
  const t = useTranslations('reconciliation.refunds');
  const format = useFormat();
  const { id, state, payee, amount, proposedBy } = refund;
  if (state !== 'proposed')
    return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
  return (
    <Approval
      createdBy={proposedBy}
      needs="billing.approve"
      title={t('approve')}
      approve={(key) =>
        answer(api.POST('/api/v1/refunds/{id}/approve', { params: { path: { id } }, ...once(key) }))
      }
      invalidates={['/api/v1/refunds', '/api/v1/bank-records', '/api/v1/bank-records/{id}']}
      done={t('approved')}
    >
      <Text>{t('approveHint', { amount: format.money(amount), payee: payee ?? '' })}</Text>
    </Approval>
  );
}
