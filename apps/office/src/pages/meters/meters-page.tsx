import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { NewMeter } from './new-meter';
import { RemoveMeter } from './remove-meter';

export type Meter = ItemOf<'/api/v1/meters'>;

/** The meters of the market chosen in the top bar. */
export function MetersPage() {
  const t = useTranslations('meters');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <MetersOf key={market.id} marketId={market.id} />;
}

function MetersOf({ marketId }: { marketId: string }) {
  const t = useTranslations('meters');
  const [isAdding, { open, close }] = useDisclosure(false);
  const [removed, setRemoved] = useState<Meter>();
  const mayWrite = useMay('meters.write');
  const columns = useColumns(mayWrite ? setRemoved : undefined);
  const kinds = (['electricity', 'water'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  const states = (['running', 'removed'] as const).map((value) => ({
    value,
    label: t(`stateValue.${value}`),
  }));
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Meter>
        label={t('title')}
        read={({ page, filters }) =>
          reading('/api/v1/meters', { query: { ...page, ...filters, marketId } })
        }
        columns={columns}
        keyOf={({ id }) => id}
        filters={[
          { name: 'feeType', label: t('kindLabel'), options: kinds },
          { name: 'state', label: t('state'), options: states },
        ]}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {isAdding && <NewMeter marketId={marketId} onClose={close} />}
      {removed && <RemoveMeter meter={removed} onClose={() => setRemoved(undefined)} />}
    </>
  );
}

function useColumns(remove: ((meter: Meter) => void) | undefined): readonly Column<Meter>[] {
  const t = useTranslations('meters');
  const format = useFormat();
  return [
    { key: 'code', title: t('code'), sort: 'code', cell: ({ code }) => code },
    { key: 'kind', title: t('kindLabel'), cell: ({ feeType }) => t(`kind.${feeType}`) },
    {
      key: 'place',
      title: t('place'),
      sort: 'stallCode',
      cell: ({ measures, stallCode, zoneName }) =>
        measures === 'market' ? t('wholeMarket') : (stallCode ?? zoneName),
    },
    {
      key: 'last',
      title: t('last'),
      align: 'right',
      cell: ({ lastValue }) => format.quantity(lastValue),
    },
    {
      key: 'readOn',
      title: t('readOn'),
      cell: ({ lastReadOn }) => (lastReadOn ? <DateText day={lastReadOn} /> : t('never')),
    },
    {
      key: 'installedOn',
      title: t('installedOn'),
      sort: 'installedOn',
      cell: ({ installedOn }) => <DateText day={installedOn} />,
      isWideOnly: true,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (meter) => <MeterState meter={meter} remove={remove} />,
    },
  ];
}

function MeterState({
  meter,
  remove,
}: {
  meter: Meter;
  remove: ((meter: Meter) => void) | undefined;
}) {
  const t = useTranslations('meters');
  if (meter.removedOn) return <StatusBadge tone="quiet">{t('stateValue.removed')}</StatusBadge>;
  if (!remove) return <StatusBadge tone="good">{t('stateValue.running')}</StatusBadge>;
  return (
    <Button variant="default" size="compact-sm" onClick={() => remove(meter)}>
      {t('remove')}
    </Button>
  );
}
