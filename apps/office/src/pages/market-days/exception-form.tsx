import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALE_DAYS } from './stale';

interface Values {
  from: string;
  to: string;
  kind: 'off' | 'extra';
  reason: string;
}

/** Enters days off or extra days. It is mounted when it opens. */
export function ExceptionForm({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('marketDays');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { from: likelyToday(), to: '', kind: 'off', reason: '' },
    validate: { from: rules.day, to: rules.dayOrEmpty, reason: rules.required },
  });
  const submit = useSubmit<Values, unknown>({
    send: ({ to, ...values }) =>
      answer(
        api.POST('/api/v1/markets/{id}/day-exceptions', {
          params: { path: { id: marketId } },
          body: { ...values, to: to || undefined },
        }),
      ),
    invalidates: STALE_DAYS,
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('exceptions.add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.spanTooLong': 'to' }}
      savedMessage={t('exceptions.saved')}
    >
      <Select
        label={t('exceptions.kind')}
        data={(['off', 'extra'] as const).map((value) => ({ value, label: t(value) }))}
        allowDeselect={false}
        {...field('kind')}
      />
      <DateInput label={t('exceptions.from')} {...field('from')} />
      <DateInput label={t('exceptions.to')} description={t('exceptions.toHint')} {...field('to')} />
      <TextInput label={t('exceptions.reason')} {...field('reason')} />
    </FormDrawer>
  );
}
