import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { REASONS, type Reason } from './card-words';

/** Why a card is printed again or revoked, as a form keeps it. */
export interface Why {
  reason: Reason | null;
  note: string;
}

export const noWhy: Why = { reason: null, note: '' };

/** As the api takes it: what was not said is left out. */
export function whyOf({ reason, note }: Why): { reason?: Reason; note?: string } {
  return { ...(reason && { reason }), ...(note.trim() && { note: note.trim() }) };
}

interface WhyFieldsProps<Values extends Why> {
  form: UseFormReturnType<Values>;
  isOptional?: boolean;
}

export function WhyFields<Values extends Why>({ form, isOptional }: WhyFieldsProps<Values>) {
  const t = useTranslations('cards');
  return (
    <>
      <Select
        label={t('reason')}
        placeholder={t('reasonHint')}
        data={REASONS.map((value) => ({ value, label: t(`reasonValue.${value}`) }))}
        clearable={isOptional}
        allowDeselect={isOptional}
        {...form.getInputProps('reason')}
      />
      <TextInput label={t('note')} maxLength={200} {...form.getInputProps('note')} />
    </>
  );
}
