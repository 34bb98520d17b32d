import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { CardSheets } from './card-sheets';
import { serialText, STALL_CARD_STATES, type StallCard, TONES } from './card-words';
import { PrintCards } from './print-cards';

/** The stalls of the market chosen in the top bar, each with its card. */
export function CardsPage() {
  const t = useTranslations('cards');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <CardsOf key={market.id} marketId={market.id} marketName={market.name} />;
}

function CardsOf({ marketId, marketName }: { marketId: string; marketName: string }) {
  const t = useTranslations('cards');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isPrinting, setPrinting] = useState(false);
  const mayPrint = useMay('cards.print');
  const columns = useColumns(mayPrint ? { chosen, setChosen } : undefined);
  const filters = useFilters(marketId);
  const print = mayPrint && (
    <Button leftSection={<IconPrinter size={17} />} onClick={() => setPrinting(true)}>
      {chosen.size > 0 ? t('printChosen', { count: chosen.size }) : t('print')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={print}
      />
      {mayPrint && <CardSheets marketId={marketId} />}
      <PagedTable<StallCard>
        label={t('title')}
        read={({ page, filters: { zoneId, state } }) =>
          reading('/api/v1/stall-cards', {
            query: {
              ...page,
              marketId,
              zoneId,
              state: STALL_CARD_STATES.find((known) => known === state),
            },
          })
        }
        columns={columns}
        filters={filters}
        keyOf={({ stallId }) => stallId}
        linkOf={({ stallId }) => ({ to: '/stalls/$id', params: { id: stallId } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {isPrinting && (
        <PrintCards
          marketId={marketId}
          stallIds={[...chosen]}
          onClose={() => setPrinting(false)}
          onAsked={() => setChosen(new Set())}
        />
      )}
    </>
  );
}

function useFilters(marketId: string): readonly Filter[] {
  const t = useTranslations('cards');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  return [
    {
      name: 'zoneId',
      label: t('zone'),
      options: (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'state',
      label: t('state'),
      options: STALL_CARD_STATES.map((value) => ({ value, label: t(`stateValue.${value}`) })),
    },
  ];
}

interface Choosing {
  chosen: ReadonlySet<string>;
  setChosen: (chosen: ReadonlySet<string>) => void;
}

function useColumns(choosing: Choosing | undefined): readonly Column<StallCard>[] {
  const t = useTranslations('cards');
  const columns: readonly Column<StallCard>[] = [
    { key: 'stall', title: t('stall'), sort: 'place', cell: ({ stallCode }) => stallCode },
    { key: 'zone', title: t('zone'), sort: 'zone', cell: ({ zoneName }) => zoneName },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName ?? t('nobody') },
    {
      key: 'state',
      title: t('state'),
      sort: 'state',
      cell: ({ state, why }) => (
        <StatusBadge tone={TONES[state]}>
          {state === 'outdated' && why ? t(`whyValue.${why}`) : t(`stateValue.${state}`)}
        </StatusBadge>
      ),
    },
    {
      key: 'formats',
      title: t('format'),
      isWideOnly: true,
      cell: ({ formats }) => formats.map((format) => t(`formatShort.${format}`)).join(', '),
    },
    {
      key: 'serial',
      title: t('serial'),
      cell: ({ serial }) => (serial === null ? '' : serialText(serial)),
    },
    {
      key: 'printedAt',
      title: t('printedAt'),
      sort: 'printedAt',
      isWideOnly: true,
      cell: ({ printedAt }) => printedAt && <InstantText at={printedAt} />,
    },
  ];
  return choosing ? [...columns, chooseColumn(choosing, t)] : columns;
}

function chooseColumn(
  { chosen, setChosen }: Choosing,
  t: ReturnType<typeof useTranslations<'cards'>>,
): Column<StallCard> {
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return {
    key: 'choose',
    title: t('choose'),
    cell: ({ stallId, stallCode }) => (
      <Checkbox
        aria-label={t('chooseOne', { stall: stallCode })}
        checked={chosen.has(stallId)}
        onChange={() => toggle(stallId)}
      />
    ),
  };
}
