import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';

type Body = InputOf<'/api/v1/markets/{id}/collection-contracts'>;
type Values = Omit<Body, 'id' | 'amount'> & { amount: number | null };

const SPANS = ['month', 'quarter', 'year', 'term'] as const satisfies readonly Body['per'][];

/** Contracts a market's collection out. It is mounted when it opens. */
export function NewContract({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('markets.collection');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      party: '',
      amount: null,
      per: 'month',
      document: '',
      validFrom: '',
      validTo: '',
    },
    validate: {
      party: rules.required,
      amount: rules.money,
      document: rules.required,
      validFrom: rules.day,
      validTo: rules.day,
    },
  });
  const submit = useSubmit<Values, unknown>({
    send: ({ amount, ...values }, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/collection-contracts', {
          params: { path: { id: marketId } },
          body: { ...values, amount: amount ?? 0, id: key },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/collection-contracts'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'markets.contractOverlaps': 'validFrom',
        'markets.contractDaysReversed': 'validTo',
      }}
      savedMessage={t('saved')}
    >
      <TextInput label={t('party')} {...field('party')} />
      <MoneyInput label={t('amount')} {...field('amount')} />
      <Select
        label={t('per')}
        data={SPANS.map((value) => ({ value, label: t(`perValue.${value}`) }))}
        allowDeselect={false}
        {...field('per')}
      />
      <TextInput label={t('document')} {...field('document')} />
      <DateInput label={t('from')} {...field('validFrom')} />
      <DateInput label={t('to')} {...field('validTo')} />
    </FormDrawer>
  );
}
