import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatDate } from '../format';
import { dayFromText } from './day-text';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** `2026-11-23`, or empty. What is not a day yet is kept as typed and refused by the form. */
  value?: string;
  onChange?: (day: string) => void;
}

const isIsoDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day typed as on paper, the same in every browser and language. */
export function DateInput({ value = '', onChange, onBlur, ...input }: DateInputProps) {
  const t = useTranslations('parts.form');
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      placeholder={t('datePlaceholder')}
      inputMode="numeric"
      autoComplete="off"
      {...input}
      value={typed ?? (isIsoDay(value) ? formatDate(value) : value)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange?.(dayFromText(currentTarget.value) ?? currentTarget.value);
      }}
      onBlur={(event) => {
        setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}
