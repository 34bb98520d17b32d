import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { DateInput } from '../../parts/date-input';

export const NO_DOCUMENT = { document: '', documentOn: '', reason: '' };

/** The document that allows it and why: asked wherever something is let off. */
export function DocumentFields<Values extends typeof NO_DOCUMENT>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const t = useTranslations('reliefs');
  return (
    <>
      <TextInput label={t('document')} maxLength={100} {...form.getInputProps('document')} />
      <DateInput label={t('documentOn')} {...form.getInputProps('documentOn')} />
      <Textarea
        label={t('reason')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </>
  );
}
