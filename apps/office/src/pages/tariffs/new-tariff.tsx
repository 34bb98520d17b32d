import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import { ANY_FACTORS, FactorFields, factorsOf, type FactorValues } from './factor-fields';
import { Narrower } from './narrower';
import { type DecisionPrice, useFactorWords, usePriceWords } from './price-words';

interface Values extends FactorValues {
  decisionId: string | null;
  line: string | null;
  price: number | null;
  validFrom: string;
  tax: string;
}

const PASS_THROUGH = 'pass-through';
const taxOf = (tax: string) => ({
  taxPercent: tax === '' || tax === PASS_THROUGH ? null : Number(tax),
  isPassThrough: tax === PASS_THROUGH,
});

/** Drafts a price from a decision's line. It is mounted when it opens. */
export function NewTariff({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('tariffs.prices');
  const form = useNewTariffForm();
  const submit = useSubmit({
    send: ({ decisionId, line, price, tax, validFrom, ...factors }: Values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/tariffs', {
          params: { path: { id: marketId } },
          body: {
            id: key,
            decisionId: decisionId ?? '',
            decisionLine: Number(line),
            price: price ?? 0,
            validFrom,
            ...taxOf(tax),
            ...factorsOf(factors),
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/tariffs'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'tariffs.tariffOutsideDecision': 'validFrom',
        'tariffs.priceAboveDecision': 'price',
        'tariffs.decisionLineOfOtherMarkets': 'line',
      }}
      savedMessage={t('saved')}
    >
      <RemoteSelect
        label={t('decision')}
        data-autofocus
        read={(q) => reading('/api/v1/decisions', { query: { q } })}
        optionOf={({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })}
        {...field('decisionId')}
      />
      <LineSelect form={form} />
      <MoneyInput label={t('price')} description={t('priceHint')} {...field('price')} />
      <TaxSelect field={field('tax')} />
      <DateInput label={t('from')} {...field('validFrom')} />
      <Narrower label={t('narrower')}>
        <FactorFields field={field} />
      </Narrower>
    </FormDrawer>
  );
}

function useNewTariffForm() {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      decisionId: null,
      line: null,
      price: null,
      validFrom: '',
      tax: '',
      ...ANY_FACTORS,
    },
    validate: {
      decisionId: rules.required,
      line: rules.required,
      price: rules.money,
      validFrom: rules.day,
    },
  });
}

/** The lines of the chosen decision; choosing one proposes the price that it allows. */
function LineSelect({ form }: { form: ReturnType<typeof useNewTariffForm> }) {
  const t = useTranslations('tariffs.prices');
  const words = usePriceWords();
  const factorWords = useFactorWords();
  const { decisionId } = form.values;
  const decision = useQuery({
    ...reading('/api/v1/decisions/{id}', { path: { id: decisionId ?? '' } }),
    enabled: decisionId !== null,
  });
  const lines = (decision.data?.prices ?? []).filter(({ replacedBy }) => replacedBy === null);
  const labelOf = (line: DecisionPrice) =>
    `${line.lineNumber}. ${line.description}: ${words.price(line)} (${factorWords(line)})`;
  return (
    <Select
      label={t('line')}
      description={decision.data && lines.length === 0 ? t('noLines') : undefined}
      data={lines.map((line) => ({ value: String(line.lineNumber), label: labelOf(line) }))}
      searchable
      disabled={decisionId === null}
      comboboxProps={{ withinPortal: false }}
      {...form.getInputProps('line')}
      onChange={(value) => {
        form.setFieldValue('line', value);
        const line = lines.find(({ lineNumber }) => String(lineNumber) === value);
        if (line) form.setFieldValue('price', line.price);
      }}
    />
  );
}

function TaxSelect({ field }: { field: object }) {
  const t = useTranslations('tariffs.prices');
  const percents = ['0', '5', '8', '10'].map((percent) => ({
    value: percent,
    label: t('taxed', { percent }),
  }));
  const choices = [
    { value: '', label: t('untaxed') },
    ...percents,
    { value: PASS_THROUGH, label: t('passThrough') },
  ];
  return <Select label={t('tax')} data={choices} allowDeselect={false} {...field} />;
}
