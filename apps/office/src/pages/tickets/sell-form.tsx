import { Button, Chip, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday, useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { Section } from '../../parts/page';
import { EmptyState, ErrorState } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import type { Sold } from './sold-tickets';
import { STALE_TICKETS } from './stale';
import { type TicketKind, TicketKinds } from './ticket-kinds';
import css from './tickets.module.css';

const MOST_AT_ONCE = 100;

interface Values {
  on: string;
  reason: string;
  areaM2: number | string;
  count: number | string;
  way: 'cash' | 'bank';
}

interface SellFormProps {
  marketId: string;
  onSold: (sold: Sold) => void;
}

export function SellForm({ marketId, onSold }: SellFormProps) {
  const t = useTranslations('tickets.form');
  const form = useForm<Values & { tariffId: string | null }>({
    initialValues: {
      on: likelyToday(),
      reason: '',
      areaM2: 4,
      count: 1,
      way: 'cash',
      tariffId: null,
    },
  });
  const { on, tariffId, count, way } = form.values;
  const day = useKinds(marketId, on);
  const kinds = day.data?.kinds ?? [];
  const kind = kinds.find((one) => one.tariffId === tariffId) ?? kinds[0];
  const submit = useSell(marketId, onSold);
  const sell = form.onSubmit((values) => kind && submit.mutate({ ...values, kind }));
  return (
    <form noValidate onSubmit={sell}>
      <Stack gap={0} maw="60rem">
        <SubmitError error={submit.error} />
        <Section title={t('when')} hint={t('dayHint')}>
          <div className={css.fields}>
            <DateInput label={t('day')} {...form.getInputProps('on')} />
            {day.data && !day.data.isMarketDay && (
              <TextInput
                label={t('reason')}
                description={t(day.data.isMarketDay === null ? 'unknownDay' : 'offDay')}
                {...form.getInputProps('reason')}
              />
            )}
          </div>
          {day.data?.isMarketDay && <p>{t('marketDay')}</p>}
        </Section>
        {day.isError && <ErrorState error={day.error} onRetry={() => void day.refetch()} />}
        {day.data && !kind && <EmptyState title={t('noKinds')} hint={t('noKindsHint')} />}
        {kind && (
          <Section title={t('kind')}>
            <Stack gap="lg">
              <TicketKinds
                kinds={kinds}
                value={kind.tariffId}
                onChange={(chosen) => form.setFieldValue('tariffId', chosen)}
              />
              <div className={css.fields}>
                {kind.unit === 'm2-day' && (
                  <NumberInput
                    label={t('area')}
                    min={0.5}
                    max={1000}
                    decimalScale={2}
                    decimalSeparator=","
                    {...form.getInputProps('areaM2')}
                  />
                )}
                <NumberInput
                  label={t('count')}
                  min={1}
                  max={MOST_AT_ONCE}
                  allowDecimal={false}
                  {...form.getInputProps('count')}
                />
              </div>
              <Ways value={way} onChange={(chosen) => form.setFieldValue('way', chosen)} />
              <Save kind={kind} values={form.values} isPending={submit.isPending || !count} />
            </Stack>
          </Section>
        )}
      </Stack>
    </form>
  );
}

function useKinds(marketId: string, on: string) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on);
  const kinds = reading('/api/v1/ticket-kinds', { query: { marketId, on } });
  return useQuery({ ...kinds, enabled: isDay });
}

/** đồng of one ticket as the page reckons it; the server's price is what counts. */
const priceOf = ({ price, unit }: TicketKind, areaM2: number | string) =>
  Math.round(price * (unit === 'm2-day' ? Number(areaM2) || 0 : 1));

interface SaveProps {
  kind: TicketKind;
  values: Values;
  isPending: boolean;
}

function Save({ kind, values: { areaM2, count }, isPending }: SaveProps) {
  const t = useTranslations('tickets.form');
  const format = useFormat();
  const amount = format.money(priceOf(kind, areaM2) * (Number(count) || 0));
  return (
    <Button type="submit" size="md" disabled={isPending}>
      {count ? t('save', { count: Number(count), amount }) : t('saveNothing')}
    </Button>
  );
}

interface WaysProps {
  value: Values['way'];
  onChange: (way: Values['way']) => void;
}

function Ways({ value, onChange }: WaysProps) {
  const t = useTranslations('tickets');
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('form.way')}</legend>
      <Group gap="xs" mt="xs">
        {(['cash', 'bank'] as const).map((way) => (
          <Chip key={way} type="radio" checked={value === way} onChange={() => onChange(way)}>
            {t(`wayValue.${way}`)}
          </Chip>
        ))}
      </Group>
    </fieldset>
  );
}

/** Sells so many tickets; their ids are made once, so that a retry sells the same ones. */
function useSell(marketId: string, onSold: SellFormProps['onSold']) {
  const ids = useRef<readonly string[]>([]);
  return useSubmit({
    send: async ({ kind, way, ...values }: Values & { kind: TicketKind }, key) => {
      const count = Number(values.count);
      if (ids.current.length !== count) ids.current = Array.from({ length: count }, () => v7());
      const { feeType, unit, goodsGroup, carrier, isRoofed } = kind;
      const ticket = {
        marketId,
        on: values.on,
        feeType,
        unit,
        goodsGroup,
        carrier,
        isRoofed,
        areaM2: unit === 'm2-day' ? Number(values.areaM2) : null,
        way,
        offDayReason: values.reason.trim() || null,
      };
      const tickets = ids.current.map((id) => ({ id, ...ticket }));
      const sold = await answer(api.POST('/api/v1/tickets', { body: { tickets }, ...once(key) }));
      return { way, tickets: sold.items };
    },
    invalidates: STALE_TICKETS,
    onDone: onSold,
  });
}
