import { NumberInput, Select, Textarea } from '@mantine/core';
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
import { DocumentFields } from './document-fields';
import { ReliefPreview } from './relief-preview';
import {
  BY_NAMES,
  INITIAL,
  isByNames,
  type ReliefValues,
  sumsOf,
  useReliefRehearsal,
} from './relief-rehearsal';

interface NewReliefProps {
  marketId: string;
  isOpen: boolean;
  onClose: () => void;
}

const FEES = ['space', 'electricity', 'water', 'sanitation', 'security'] as const;

/** Proposes a relief for the chosen market, one of its zones, or a list of stalls and names. */
export function NewRelief({ marketId, isOpen, onClose }: NewReliefProps) {
  const t = useTranslations('reliefs');
  const { required, day, money } = useRules();
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const feeName = useFeeName();
  const form = useForm<ReliefValues>({
    initialValues: INITIAL,
    validate: {
      document: required,
      documentOn: day,
      reason: required,
      fromOn: day,
      toOn: day,
      percent: (value, { by }) => (by === 'percent' ? required(value) : null),
      amount: (value, { by }) => (by === 'amount' ? money(value) : null),
      names: (value, { zoneId }) => (zoneId === BY_NAMES ? (required(value) ?? doubtOf()) : null),
    },
  });
  const rehearsal = useReliefRehearsal(marketId, form.values);
  const leaseIds = rehearsal.data?.leases.map(({ leaseId }) => leaseId);
  // What is sent are the leases that were shown, so nothing is sent before they are.
  const doubtOf = () => {
    if (!rehearsal.data || rehearsal.isBehind) return t('namesWait');
    return rehearsal.data.unknown.length > 0 || leaseIds?.length === 0 ? t('namesUnknown') : null;
  };
  const submit = useSubmit({
    send: (values: ReliefValues, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/reliefs', {
          params: { path: { id: marketId } },
          body: {
            document: values.document,
            documentOn: values.documentOn,
            reason: values.reason,
            ...sumsOf(values),
            ...(isByNames(values) ? { leaseIds } : {}),
          },
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
          { value: BY_NAMES, label: t('byNames') },
          ...(zones.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        allowDeselect={false}
        {...form.getInputProps('zoneId')}
      />
      {isByNames(form.values) && (
        <Textarea
          label={t('names')}
          description={t('namesHint')}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('names')}
        />
      )}
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
      <ReliefPreview rehearsal={rehearsal} />
    </FormDrawer>
  );
}
