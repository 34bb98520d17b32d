import { Anchor, Button } from '@mantine/core';
import { IconPrinter, IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Toolbar } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { useScope } from '../../scope';
import { DayField } from '../ledger/day-field';

type Receipt = ItemOf<'/api/v1/payment-receipts'>;

/** The numbered receipts of transfers: one is made when asked for, or all of a day at once. */
export function PaymentReceiptsPage() {
  const t = useTranslations('cash.transfers');
  const { market, boardId } = useScope();
  const mayIssue = useMay('billing.issue');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {boardId && mayIssue && <OfDay boardId={boardId} />}
      <PagedTable<Receipt>
        key={market?.id}
        label={t('title')}
        read={({ page }) =>
          reading('/api/v1/payment-receipts', { query: { ...page, marketId: market?.id } })
        }
        columns={useColumns()}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
    </>
  );
}

function OfDay({ boardId }: { boardId: string }) {
  const t = useTranslations('cash.transfers');
  const [on, setOn] = useState(likelyToday());
  const make = useSubmit({
    send: (_: undefined, key) =>
      answer(
        api.POST('/api/v1/boards/{id}/payment-receipts', {
          params: { path: { id: boardId } },
          body: { on },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/payment-receipts'],
    onDone: ({ made }) => toast(t('made', { made })),
  });
  return (
    <>
      <SubmitError error={make.error} />
      <Toolbar>
        <DayField label={t('day')} day={on} onChange={setOn} />
        <Button
          variant="default"
          leftSection={<IconReceipt2 size={17} />}
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          {t('make')}
        </Button>
        <Button
          component="a"
          href={`/api/v1/boards/${boardId}/payment-receipts/paper?on=${on}`}
          target="_blank"
          variant="default"
          leftSection={<IconPrinter size={17} />}
        >
          {t('printDay')}
        </Button>
      </Toolbar>
    </>
  );
}

function useColumns(): readonly Column<Receipt>[] {
  const t = useTranslations('cash.transfers');
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ id, number }) => (
        <Anchor href={`/api/v1/payment-receipts/${id}/paper`} target="_blank">
          {number}
        </Anchor>
      ),
    },
    {
      key: 'payer',
      title: t('payer'),
      cell: ({ stallCode, vendorName }) => [stallCode, vendorName].filter(Boolean).join(' · '),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'booked', title: t('booked'), cell: ({ bookedOn }) => <DateText day={bookedOn} /> },
    { key: 'issued', title: t('issued'), cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
    {
      key: 'state',
      title: t('state'),
      cell: ({ undoneAt }) => (
        <StatusBadge tone={undoneAt ? 'bad' : 'good'}>
          {undoneAt ? t('undone') : t('stands')}
        </StatusBadge>
      ),
    },
  ];
}
