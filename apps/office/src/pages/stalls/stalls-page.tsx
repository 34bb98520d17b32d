import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { chooseColumn } from '../../parts/choose-column';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { useScope } from '../../scope';
import { NoMarket } from '../markets/no-market';
import { ChosenBar, type ChosenStalls } from './chosen-stalls';
import { StallForm } from './stall-form';
import { STALL_STATES, StallState } from './stall-state';

type Stall = ItemOf<'/api/v1/markets/{id}/stalls'>;

/** The stalls of the market chosen in the top bar. */
export function StallsPage() {
  const t = useTranslations('stalls');
  const { market } = useScope();
  if (!market) return <NoMarket title={t('title')} />;
  return <StallsOf key={market.id} marketId={market.id} marketName={market.name} />;
}

function StallsOf({ marketId, marketName }: { marketId: string; marketName: string }) {
  const t = useTranslations('stalls');
  const [isAdding, { open, close }] = useDisclosure(false);
  const [chosen, setChosen] = useState<ChosenStalls>(new Map());
  const mayWrite = useMay('markets.write');
  const columns = useColumns(mayWrite ? { chosen, setChosen } : undefined);
  const filters = useFilters(marketId);
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { market: marketName })}
        actions={add}
      />
      {mayWrite && <ChosenBar marketId={marketId} chosen={chosen} setChosen={setChosen} />}
      <PagedTable<Stall>
        label={t('title')}
        read={({ page, filters: { zoneId, state, goodsGroup, standing } }) =>
          reading('/api/v1/markets/{id}/stalls', {
            path: { id: marketId },
            query: { ...page, zoneId, state, goodsGroup, standing },
          })
        }
        columns={columns}
        filters={filters}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/stalls/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {isAdding && <StallForm marketId={marketId} onClose={close} />}
    </>
  );
}

function useFilters(marketId: string): readonly Filter[] {
  const t = useTranslations('stalls');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const groups = useQuery(reading('/api/v1/markets/{id}/goods-groups', { path: { id: marketId } }));
  const states = STALL_STATES.map((value) => ({
    value,
    label: t(`stateValue.${value}`),
  }));
  return [
    {
      name: 'zoneId',
      label: t('zone'),
      options: (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'state', label: t('state'), options: states },
    {
      name: 'goodsGroup',
      label: t('goods'),
      options: (groups.data ?? []).map(({ name }) => ({ value: name, label: name })),
    },
    {
      name: 'standing',
      label: t('standing'),
      options: (['now', 'ended', 'all'] as const).map((value) => ({
        value,
        label: t(`standingValue.${value}`),
      })),
    },
  ];
}

interface Choosing {
  chosen: ChosenStalls;
  setChosen: (chosen: ChosenStalls) => void;
}

function useColumns(choosing: Choosing | undefined): readonly Column<Stall>[] {
  const t = useTranslations('stalls');
  const format = useFormat();
  const columns: readonly Column<Stall>[] = [
    { key: 'code', title: t('code'), sort: 'code', cell: ({ code }) => code },
    { key: 'zone', title: t('zone'), sort: 'zone', cell: ({ zoneName }) => zoneName },
    { key: 'goods', title: t('goods'), sort: 'goodsGroup', cell: ({ goodsGroup }) => goodsGroup },
    {
      key: 'area',
      title: t('area'),
      sort: 'areaM2',
      align: 'right',
      cell: ({ areaM2 }) => format.area(areaM2),
    },
    {
      key: 'sides',
      title: t('openSides'),
      align: 'right',
      cell: ({ openSides }) => format.count(openSides),
      isWideOnly: true,
    },
    {
      key: 'state',
      title: t('state'),
      sort: 'state',
      cell: ({ state }) => <StallState state={state} />,
    },
  ];
  if (!choosing) return columns;
  const { chosen, setChosen } = choosing;
  const choose = chooseColumn<Stall>({
    title: t('choose'),
    isChosen: ({ id }) => chosen.has(id),
    toggle: (stall) => {
      const next = new Map(chosen);
      if (!next.delete(stall.id)) next.set(stall.id, stall);
      setChosen(next);
    },
    // What ended is at nothing any more.
    labelOf: ({ code, validTo }) => (validTo === null ? t('chooseOne', { code }) : null),
  });
  return [...columns, choose];
}
