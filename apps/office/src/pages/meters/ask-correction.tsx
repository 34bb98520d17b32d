import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { SheetRow } from './sheet-words';

interface Values {
  value: number | '';
  hasRolledOver: boolean;
  reason: string;
}

/** Asks another person for another value of a reading. It is mounted when it opens. */
export function AskCorrection({ row, onClose }: { row: SheetRow; onClose: () => void }) {
  const t = useTranslations('meters.corrections');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { value: '', hasRolledOver: false, reason: '' },
    validate: { value: rules.required, reason: rules.required },
  });
  const submit = useSubmit({
    send: ({ value, ...asked }: Values, key) =>
      answer(
        api.POST('/api/v1/meter-readings/{id}/corrections', {
          params: { path: { id: row.reading?.id ?? '' } },
          body: { ...asked, id: key, value: Number(value) },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/meter-sheet', '/api/v1/meter-corrections'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('ask', { code: row.code })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('asked')}
    >
      <NumberInput
        label={t('value')}
        description={t('before', { value: row.reading?.value ?? 0 })}
        data-autofocus
        min={0}
        decimalScale={2}
        decimalSeparator=","
        {...field('value')}
      />
      <Checkbox label={t('rolledOver')} {...field('hasRolledOver', { type: 'checkbox' })} />
      <Textarea label={t('reason')} autosize minRows={2} {...field('reason')} />
    </FormDrawer>
  );
}
