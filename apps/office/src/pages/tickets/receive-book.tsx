import { NumberInput, Select, Text, TextInput } from '@mantine/core';
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
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALE_BOOKS } from './stale';
import type { TicketKind } from './ticket-kinds';
import { useWhat } from './ticket-state';

const INITIAL = {
  series: '',
  firstSerial: 1 as number | string,
  lastSerial: 50 as number | string,
  tariffId: null as string | null,
  receivedOn: '',
};

/** A book from the printer; its price is one of the market's. It is mounted when it opens. */
export function ReceiveBook({
  marketId,
  onClose,
}: {
  marketId: string | undefined;
  onClose: () => void;
}) {
  const t = useTranslations('ticketBooks');
  const rules = useRules();
  const form = useForm({
    initialValues: { ...INITIAL, receivedOn: likelyToday() },
    validate: {
      series: rules.required,
      firstSerial: rules.required,
      lastSerial: rules.required,
      tariffId: rules.required,
      receivedOn: rules.day,
    },
  });
  const kinds = useKindsOf(marketId, form.values.receivedOn);
  const submit = useReceive(marketId, kinds);
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('receive')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.serialsTaken': 'firstSerial', 'cash.stubsReversed': 'lastSerial' }}
      savedMessage={t('received')}
    >
      {!marketId && <Text>{t('noMarket')}</Text>}
      <TextInput label={t('series')} data-autofocus {...field('series')} />
      <NumberInput label={t('first')} min={1} allowDecimal={false} {...field('firstSerial')} />
      <NumberInput label={t('last')} min={1} allowDecimal={false} {...field('lastSerial')} />
      <DateInput label={t('receivedOn')} {...field('receivedOn')} />
      <KindSelect kinds={kinds} {...field('tariffId')} />
    </FormDrawer>
  );
}

function useKindsOf(marketId: string | undefined, on: string): readonly TicketKind[] {
  const isAsked = marketId !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on);
  const kinds = reading('/api/v1/ticket-kinds', { query: { marketId: marketId ?? '', on } });
  const { data } = useQuery({ ...kinds, enabled: isAsked });
  // Stubs have one printed price: what is sold by the square metre has none.
  return data?.kinds.filter(({ unit }) => unit !== 'm2-day') ?? [];
}

interface KindSelectProps {
  kinds: readonly TicketKind[];
  value?: string | null;
  onChange?: (value: string | null) => void;
}

function KindSelect({ kinds, ...select }: KindSelectProps) {
  const t = useTranslations();
  const format = useFormat();
  const what = useWhat();
  const options = kinds.map((kind) => {
    const price = t(`tickets.kind.price.${kind.unit}`, { price: format.money(kind.price) });
    return { value: kind.tariffId, label: `${price} · ${what(kind)}` };
  });
  return <Select label={t('ticketBooks.kind')} data={options} {...select} />;
}

function useReceive(marketId: string | undefined, kinds: readonly TicketKind[]) {
  const id = useRef(v7());
  return useSubmit<typeof INITIAL, unknown>({
    send: ({ tariffId, series, firstSerial, lastSerial, receivedOn }, key) => {
      const kind = kinds.find((one) => one.tariffId === tariffId);
      const { feeType = '', unit = 'session', goodsGroup, carrier, isRoofed } = kind ?? {};
      const body = {
        id: id.current,
        marketId: marketId ?? '',
        series: series.trim().toUpperCase(),
        firstSerial: Number(firstSerial),
        lastSerial: Number(lastSerial),
        feeType,
        unit,
        goodsGroup,
        carrier,
        isRoofed,
        price: kind?.price ?? 0,
        receivedOn,
      };
      return answer(api.POST('/api/v1/ticket-books', { body, ...once(key) }));
    },
    invalidates: STALE_BOOKS,
  });
}
