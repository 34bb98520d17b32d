import { NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { useFeeName } from '../billing/fee';
import { DocumentFields, NO_DOCUMENT } from './document-fields';

interface NewReliefProps {
  marketId: string;
  isOpen: boolean;
  onClose: () => void;
}

const INITIAL = {
  ...NO_DOCUMENT,
  by: 'percent' as 'percent' | 'amount',
  percent: 50 as number | string,
  amount: null as number | null,
  feeType: '',
  fromOn: '',
  toOn: '',
  zoneId: '',
};
type Values = typeof INITIAL;

const FEES = ['space', 'electricity', 'water', 'sanitation', 'security'] as const;

/** Proposes a relief for the chosen market or one of its zones. */
export function NewRelief({ marketId, isOpen, onClose }: NewReliefProps) {
  const t = useTranslations('reliefs');
  const { required, day, money } = useRules();
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const feeName = useFeeName();
  const form = useForm<Values>({
    initialValues: INITIAL,
    validate: {
      document: required,
      documentOn: day,
      reason: required,
      fromOn: day,
      toOn: day,
      percent: (value, { by }) => (by === 'percent' ? required(value) : null),
      amount: (value, { by }) => (by === 'amount' ? money(value) : null),
    },
  });
  const submit = useSubmit({
    send: (values: Values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/reliefs', {
          params: { path: { id: marketId } },
          body: bodyOf(values),
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/reliefs'],
  });
  return (
    <FormDrawer
      title={t('add')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <DocumentFields form={form} />
      <Select
        label={t('scope')}
        data={[
          { value: '', label: t('wholeMarket') },
          ...(zones.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        allowDeselect={false}
        {...form.getInputProps('zoneId')}
      />
      <Select
        label={t('feeType')}
        data={[
          { value: '', label: t('everyFee') },
          ...FEES.map((fee) => ({ value: fee, label: feeName(fee) })),
        ]}
        allowDeselect={false}
        {...form.getInputProps('feeType')}
      />
      <Select
        label={t('howMuch')}
        data={[
          { value: 'percent', label: t('percent') },
          { value: 'amount', label: t('amount') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('by')}
      />
      {form.values.by === 'percent' ? (
        <NumberInput
          label={t('percent')}
          min={1}
          max={100}
          decimalScale={2}
          suffix=" %"
          {...form.getInputProps('percent')}
        />
      ) : (
        <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      )}
      <DateInput label={t('fromOn')} {...form.getInputProps('fromOn')} />
      <DateInput label={t('toOn')} {...form.getInputProps('toOn')} />
    </FormDrawer>
  );
}

function bodyOf({ by, percent, amount, feeType, zoneId, ...rest }: Values) {
  return {
    ...rest,
    ...(by === 'percent' ? { percent: Number(percent) } : { amount: amount ?? 0 }),
    feeType: feeType || undefined,
    zoneId: zoneId || undefined,
  };
}
