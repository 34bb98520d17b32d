import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { type Scope, useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { ApproveTariff } from './approve-tariff';
import { NewTariff } from './new-tariff';
import { stateOf, type Tariff, useFactorWords, usePriceWords } from './price-words';

/** What the market chosen in the top bar charges, and what waits for a second person. */
export function TariffsPage() {
  const t = useTranslations('tariffs.prices');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <PricesOf key={market.id} market={market} />;
}

function PricesOf({ market }: { market: NonNullable<Scope['market']> }) {
  const { id: marketId, name: marketName, code: marketCode } = market;
  const t = useTranslations('tariffs.prices');
  const prices = useQuery(reading('/api/v1/markets/{id}/tariffs', { path: { id: marketId } }));
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const add = useMay('tariffs.write') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={
          <>
            <Anchor href={`/bang-gia/${marketCode}`} target="_blank">
              {t('publicList')}
            </Anchor>
            {add}
          </>
        }
      />
      {prices.isError && <ErrorState error={prices.error} onRetry={() => void prices.refetch()} />}
      {prices.data?.length === 0 && (
        <EmptyState title={t('empty')} hint={t('emptyHint')} action={add} />
      )}
      {!prices.isError && prices.data?.length !== 0 && (
        <RowsTable label={t('title')} rows={prices.data} columns={columns} keyOf={({ id }) => id} />
      )}
      {isAdding && <NewTariff marketId={marketId} onClose={close} />}
    </>
  );
}

const tones = { draft: 'waiting', running: 'good', coming: 'waiting', ended: 'quiet' } as const;

function useColumns(): readonly Column<Tariff>[] {
  const t = useTranslations('tariffs.prices');
  const words = usePriceWords();
  const factorWords = useFactorWords();
  return [
    { key: 'fee', title: t('feeType'), cell: ({ feeType }) => words.fee(feeType) },
    { key: 'for', title: t('for'), cell: factorWords },
    {
      key: 'price',
      title: t('price'),
      align: 'right',
      cell: (tariff) => <span className="amount">{words.price(tariff)}</span>,
    },
    {
      key: 'tax',
      title: t('tax'),
      isWideOnly: true,
      cell: ({ taxPercent: percent, isPassThrough }) =>
        isPassThrough
          ? t('passThroughShort')
          : percent === null
            ? t('untaxed')
            : t('taxed', { percent }),
    },
    { key: 'from', title: t('from'), cell: ({ validFrom }) => <DateText day={validFrom} /> },
    {
      key: 'to',
      title: t('to'),
      cell: ({ validTo }) => (validTo ? <DateText day={validTo} /> : t('open')),
    },
    {
      key: 'decision',
      title: t('decision'),
      cell: (row) => t('lineOf', { number: row.decisionNumber, line: row.decisionLine }),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (tariff) => {
        const state = stateOf(tariff);
        return state === 'draft' ? (
          <ApproveTariff tariff={tariff} />
        ) : (
          <StatusBadge tone={tones[state]}>{t(`stateValue.${state}`)}</StatusBadge>
        );
      },
    },
  ];
}
