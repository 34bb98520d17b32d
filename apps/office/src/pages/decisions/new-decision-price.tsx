import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { ANY_FACTORS, FactorFields, factorsOf, type FactorValues } from '../tariffs/factor-fields';
import { Narrower } from '../tariffs/narrower';
import { type DecisionPrice, type Unit, UNITS, useFeeTypes } from '../tariffs/price-words';

interface Values extends FactorValues {
  description: string;
  feeType: string;
  unit: Unit;
  price: number | null;
  marketClass: '' | '1' | '2' | '3';
  marketGroup: string;
  tierFrom: number | '';
}

interface NewDecisionPriceProps {
  decisionId: string;
  /** A line that was typed wrong, in whose place this one comes. */
  inPlaceOf?: DecisionPrice;
  onClose: () => void;
}

/** Types a line from the decision's appendix. It is mounted when it opens. */
export function NewDecisionPrice({ decisionId, inPlaceOf, onClose }: NewDecisionPriceProps) {
  const t = useTranslations('tariffs.decisions');
  const form = useLineForm(inPlaceOf);
  const submit = useSubmit<Values, unknown>({
    send: (values, key) =>
      answer(
        api.POST('/api/v1/decisions/{id}/prices', {
          params: { path: { id: decisionId } },
          body: { prices: [{ ...lineOf(values), replaces: inPlaceOf?.lineNumber ?? null }] },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/decisions/{id}'],
  });
  return (
    <FormDrawer
      title={inPlaceOf ? t('replace', { line: inPlaceOf.lineNumber }) : t('addLine')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('lineSaved')}
    >
      <LineFields form={form} />
    </FormDrawer>
  );
}

function LineFields({ form }: { form: ReturnType<typeof useLineForm> }) {
  const t = useTranslations('tariffs');
  const feeTypes = useFeeTypes();
  const field = form.getInputProps;
  const classes = ['1', '2', '3'].map((marketClass) => ({
    value: marketClass,
    label: t('factor.ofClass', { marketClass }),
  }));
  const isMetered = form.values.unit === 'kwh' || form.values.unit === 'm3';
  return (
    <>
      <Textarea
        label={t('decisions.description')}
        description={t('decisions.descriptionHint')}
        autosize
        data-autofocus
        {...field('description')}
      />
      <Select
        label={t('prices.feeType')}
        data={feeTypes.map(({ code, name }) => ({ value: code, label: name }))}
        allowDeselect={false}
        {...field('feeType')}
      />
      <Select
        label={t('prices.unit')}
        data={UNITS.map((value) => ({ value, label: t(`prices.unitValue.${value}`) }))}
        allowDeselect={false}
        {...field('unit')}
      />
      <MoneyInput label={t('decisions.price')} {...field('price')} />
      {isMetered && (
        <NumberInput
          label={t('decisions.tierFrom')}
          description={t('decisions.tierFromHint')}
          min={0}
          allowDecimal={false}
          {...field('tierFrom')}
        />
      )}
      <Select
        label={t('factor.class')}
        data={[{ value: '', label: t('factor.all') }, ...classes]}
        allowDeselect={false}
        {...field('marketClass')}
      />
      <Narrower label={t('decisions.moreFactors')}>
        <TextInput label={t('factor.group')} {...field('marketGroup')} />
        <FactorFields field={field} />
      </Narrower>
    </>
  );
}

function lineOf({ marketClass, marketGroup, price, tierFrom, ...values }: Values) {
  return {
    ...factorsOf(values),
    description: values.description,
    feeType: values.feeType,
    unit: values.unit,
    price: price ?? 0,
    marketClass: marketClass === '' ? null : Number(marketClass),
    marketGroup: marketGroup.trim() || null,
    tierFrom: tierFrom === '' ? 0 : tierFrom,
  };
}

function useLineForm(before: DecisionPrice | undefined) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      ...ANY_FACTORS,
      description: before?.description ?? '',
      feeType: before?.feeType ?? 'space',
      unit: before?.unit ?? 'm2-month',
      price: null,
      marketClass: '',
      marketGroup: before?.marketGroup ?? '',
      tierFrom: before?.tierFrom ?? '',
    },
    validate: { description: rules.required, price: rules.money },
  });
}
