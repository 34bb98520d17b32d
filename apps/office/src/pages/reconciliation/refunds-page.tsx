import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { ApproveRefund } from './approve-refund';
import { type Refund, REFUND_STATES, RefundState, useRefundOf } from './refund-words';

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
            query: { ...page, state: REFUND_STATES.find((state) => state === filters.state) },
          })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/refunds/$id', params: { id } })}
        filters={[
          {
            name: 'state',
            label: t('state'),
            options: REFUND_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
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
  const words = useTranslations('reconciliation.refund');
  const refundOf = useRefundOf();
  return [
    { key: 'payee', title: t('payee'), cell: ({ payee }) => payee ?? t('masked') },
    { key: 'of', title: t('of'), cell: refundOf },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'payout', title: words('payout'), cell: ({ payout }) => words(`payoutValue.${payout}`) },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason, isWideOnly: true },
    {
      key: 'at',
      title: t('proposedAt'),
      cell: ({ proposedAt }) => <InstantText at={proposedAt} />,
    },
    { key: 'by', title: t('proposedBy'), cell: ({ proposedByName }) => proposedByName },
    {
      key: 'state',
      title: t('state'),
      cell: (refund) =>
        refund.state === 'proposed' ? (
          <ApproveRefund refund={refund} />
        ) : (
          <RefundState state={refund.state} />
        ),
    },
  ];
}
