import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { likelyToday } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { PageHeader, Tiles } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatTile } from '../../parts/stat-tile';
import { useScope } from '../../scope';
import { type Ticket, TicketState, useWhat } from './ticket-state';

const STATES = ['waiting', 'paid', 'void'] as const;
const WAYS = ['cash', 'bank'] as const;

export function TicketsPage() {
  const t = useTranslations('tickets');
  const { market } = useScope();
  const sell = useMay('cash.collect') && (
    <Button
      renderRoot={(props) => <Link to="/tickets/sell" {...props} />}
      leftSection={<IconTicket size={18} />}
    >
      {t('sell')}
    </Button>
  );
  const states = STATES.map((value) => ({ value, label: t(`stateValue.${value}`) }));
  const ways = WAYS.map((value) => ({ value, label: t(`wayValue.${value}`) }));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={sell} />
      <TodaysSums marketId={market?.id} />
      <PagedTable<Ticket>
        key={market?.id}
        label={t('title')}
        read={({ page, filters: { state, way } }) =>
          reading('/api/v1/tickets', {
            query: {
              ...page,
              marketId: market?.id,
              state: STATES.find((one) => one === state),
              way: WAYS.find((one) => one === way),
            },
          })
        }
        columns={useColumns()}
        filters={[
          { name: 'state', label: t('state'), options: states },
          { name: 'way', label: t('way'), options: ways },
        ]}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/tickets/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: sell }}
      />
    </>
  );
}

/** What became of the money of the day's tickets. */
function TodaysSums({ marketId }: { marketId: string | undefined }) {
  const t = useTranslations('tickets.sums');
  const today = likelyToday();
  const query = { marketId, from: today, to: today };
  const { data, isPending } = useQuery(reading('/api/v1/ticket-sums', { query }));
  const tile = (place: 'sold' | 'cash' | 'bank' | 'waiting', label: string) => ({
    label,
    value: <Money amount={data?.[place].amount ?? 0} />,
    note: t('count', { count: data?.[place].count ?? 0 }),
    isLoading: isPending,
  });
  const isWaiting = (data?.waiting.count ?? 0) > 0;
  return (
    <Tiles>
      <StatTile {...tile('sold', t('today'))} />
      <StatTile {...tile('cash', t('cash'))} />
      <StatTile {...tile('bank', t('bank'))} />
      <StatTile
        {...tile('waiting', t('waiting'))}
        tone={isWaiting ? 'attention' : 'plain'}
        note={isWaiting ? t('waitingHint') : t('count', { count: 0 })}
      />
    </Tiles>
  );
}

function useColumns(): readonly Column<Ticket>[] {
  const t = useTranslations('tickets');
  const what = useWhat();
  return [
    {
      key: 'number',
      title: t('number'),
      sort: 'number',
      cell: ({ number }) => <code>{number}</code>,
    },
    { key: 'on', title: t('day'), sort: 'on', cell: ({ on }) => <DateText day={on} /> },
    { key: 'what', title: t('what'), cell: (ticket) => what(ticket) },
    {
      key: 'amount',
      title: t('amount'),
      sort: 'amount',
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'state', title: t('state'), cell: (ticket) => <TicketState ticket={ticket} /> },
    { key: 'seller', title: t('seller'), cell: ({ issuedByName }) => issuedByName },
    { key: 'market', title: t('market'), cell: ({ marketName }) => marketName, isWideOnly: true },
  ];
}
