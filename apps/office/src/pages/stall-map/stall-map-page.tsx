import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader, Section } from '../../parts/page';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { MapLegend } from './map-legend';
import { MapPicture } from './map-picture';
import { MapTable } from './map-table';
import { withStandings } from './standing';

/** The stalls of the market chosen in the top bar, where they stand. */
export function StallMapPage() {
  const t = useTranslations('stallMap');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <MapOf key={market.id} marketId={market.id} marketName={market.name} />;
}

function MapOf({ marketId, marketName }: { marketId: string; marketName: string }) {
  const t = useTranslations('stallMap');
  const mayWrite = useMay('markets.write');
  const toImport = mayWrite && (
    <Button
      component={Link}
      to="/stall-map/import"
      variant="default"
      leftSection={<IconFileImport size={17} />}
    >
      {t('toImport')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={toImport}
      />
      <MapBody marketId={marketId} toImport={toImport} />
    </>
  );
}

function MapBody({ marketId, toImport }: { marketId: string; toImport: ReactNode }) {
  const t = useTranslations('stallMap');
  const of = { path: { id: marketId } };
  const map = useQuery(reading('/api/v1/markets/{id}/stall-map', of));
  const told = useQuery({
    ...reading('/api/v1/markets/{id}/stall-standings', of),
    enabled: useMay('billing.read'),
  });
  const cards = useQuery({
    ...reading('/api/v1/markets/{id}/card-standings', of),
    enabled: useMay('cards.read'),
  });
  if (map.isError) return <ErrorState error={map.error} onRetry={() => void map.refetch()} />;
  if (!map.data || told.isLoading || cards.isLoading) return <Waiting />;
  const stalls = withStandings(map.data.stalls, told.data, cards.data);
  const placed = stalls.filter(({ row }) => row !== null);
  const unplaced = stalls.filter(({ row }) => row === null);
  if (placed.length === 0)
    return <EmptyState title={t('empty')} hint={t('emptyHint')} action={toImport} />;
  return (
    <>
      <Section title={t('map')} hint={<MapLegend stalls={stalls} />}>
        <MapPicture stalls={placed} rows={map.data.rows} columns={map.data.columns} />
      </Section>
      {unplaced.length > 0 && (
        <Section title={t('unplaced')} hint={t('unplacedHint', { count: unplaced.length })}>
          <MapPicture stalls={unplaced} />
        </Section>
      )}
      <MapTable stalls={stalls} />
    </>
  );
}
