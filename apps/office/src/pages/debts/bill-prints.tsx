import { Anchor, Button, Group, Progress } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { formatMonth, likelyToday, useFormat } from '../../format';
import { Choice } from '../../parts/choice';
import { InstantText } from '../../parts/figures';
import { MonthPicker } from '../../parts/month-picker';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState } from '../../parts/states';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';

const PATH = '/api/v1/markets/{id}/bill-prints';
type Print = BodyOf<typeof PATH>[number];
const TONES: Readonly<Record<Print['state'], Tone>> = {
  waiting: 'waiting',
  printing: 'waiting',
  done: 'good',
  failed: 'bad',
};
const ALL = 'all';
const LOOK_AGAIN_MS = 1_000;

/** A zone's open bills as one file: asked for here, made beside the program, with its progress. */
export function BillPrints({ marketId }: { marketId: string }) {
  const t = useTranslations('debts.prints');
  const columns = useColumns();
  const prints = useQuery({
    ...reading(PATH, { path: { id: marketId } }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
  return (
    <Section title={t('title')} hint={t('hint')}>
      <AskForPrint marketId={marketId} />
      {prints.data?.length === 0 && <EmptyState title={t('none')} />}
      {prints.data && prints.data.length > 0 && (
        <RowsTable label={t('title')} rows={prints.data} columns={columns} keyOf={({ id }) => id} />
      )}
    </Section>
  );
}

const isUnderWay = ({ state }: Print) => state === 'waiting' || state === 'printing';

function AskForPrint({ marketId }: { marketId: string }) {
  const t = useTranslations('debts.prints');
  const [month, setMonth] = useState(likelyToday().slice(0, 7));
  const [zoneId, setZoneId] = useState(ALL);
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const ask = useSubmit({
    send: (_: void, key) => {
      const body = zoneId === ALL ? { month } : { month, zoneId };
      return answer(api.POST(PATH, { params: { path: { id: marketId } }, body, ...once(key) }));
    },
    invalidates: [PATH],
  });
  const options = (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SubmitError error={ask.error} />
      <Group mb="md">
        <Choice
          label={t('zone')}
          options={[{ value: ALL, label: t('allZones') }, ...options]}
          value={zoneId}
          onChange={setZoneId}
        />
        <MonthPicker value={month} onChange={setMonth} />
        <Button
          leftSection={<IconPrinter size={17} />}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {t('ask')}
        </Button>
      </Group>
    </>
  );
}

function useColumns(): readonly Column<Print>[] {
  const t = useTranslations('debts.prints');
  return [
    { key: 'zone', title: t('zone'), cell: ({ zoneName }) => zoneName ?? t('allZones') },
    { key: 'month', title: t('month'), cell: ({ month }) => formatMonth(month) },
    { key: 'at', title: t('askedAt'), cell: ({ madeAt }) => <InstantText at={madeAt} /> },
    { key: 'state', title: t('state'), cell: (print) => <PrintState print={print} /> },
    {
      key: 'open',
      title: t('open'),
      cell: ({ id, hasFile, month, zoneName }) =>
        hasFile && (
          <Anchor
            href={`/api/v1/bill-prints/${id}/file`}
            target="_blank"
            aria-label={t('openOf', {
              zone: zoneName ?? t('allZones'),
              month: formatMonth(month),
            })}
          >
            {t('open')}
          </Anchor>
        ),
    },
  ];
}

function PrintState({ print: { state, printed, billCount } }: { print: Print }) {
  const t = useTranslations('debts.prints');
  const format = useFormat();
  const count = format.count(billCount ?? 0);
  if (state !== 'printing')
    return (
      <StatusBadge tone={TONES[state]}>
        {state === 'done' ? t('count', { count }) : t(`states.${state}`)}
      </StatusBadge>
    );
  const words = t('progress', { printed: format.count(printed), count });
  return (
    <>
      <Progress value={(100 * printed) / Math.max(billCount ?? 0, 1)} aria-label={words} />
      {words}
    </>
  );
}
