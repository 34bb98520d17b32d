import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type InputOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import { useFeeTypes } from './price-words';

type Body = InputOf<'/api/v1/markets/{id}/tariffs'>;

interface Values {
  decisionId: string | null;
  feeType: string;
  unit: Body['unit'];
  price: number | null;
  validFrom: string;
}

/** Drafts a price after a decision. It is mounted when it opens. */
export function NewTariff({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('tariffs.prices');
  const rules = useRules();
  const feeTypes = useFeeTypes();
  const form = useForm<Values>({
    initialValues: {
      decisionId: null,
      feeType: 'space',
      unit: 'm2-month',
      price: null,
      validFrom: '',
    },
    validate: { decisionId: rules.required, price: rules.money, validFrom: rules.day },
  });
  const submit = useSubmit({
    send: ({ decisionId, price, ...values }: Values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/tariffs', {
          params: { path: { id: marketId } },
          body: { ...values, id: key, decisionId: decisionId ?? '', price: price ?? 0 },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/tariffs'],
  });
  const units = (['m2-month', 'point-month'] as const).map((value) => ({
    value,
    label: t(`unitValue.${value}`),
  }));
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'tariffs.tariffOutsideDecision': 'validFrom' }}
      savedMessage={t('saved')}
    >
      <RemoteSelect
        label={t('decision')}
        data-autofocus
        read={(q) => reading('/api/v1/decisions', { query: { q } })}
        optionOf={({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })}
        {...field('decisionId')}
      />
      <Select
        label={t('feeType')}
        data={feeTypes.map(({ code, name }) => ({ value: code, label: name }))}
        allowDeselect={false}
        {...field('feeType')}
      />
      <Select label={t('unit')} data={units} allowDeselect={false} {...field('unit')} />
      <MoneyInput label={t('price')} {...field('price')} />
      <DateInput label={t('from')} {...field('validFrom')} />
    </FormDrawer>
  );
}
