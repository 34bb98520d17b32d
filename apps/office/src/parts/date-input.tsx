import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatDate } from '../format';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** `2026-11-23`, or empty. What is not a day yet is kept as typed and refused by the form. */
  value?: string;
  onChange?: (day: string) => void;
}

/** `23/11/2026`, `23.11.26` or `23112026` → `2026-11-23`; null when it is no day. */
export function dayFromText(text: string): string | null {
  const parts = /^(\d{1,2})\D?(\d{1,2})\D?(\d{4}|\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse takes 31/02 for 3 March in some browsers: only what comes back the same is a day.
  const isDay = !Number.isNaN(ms) && Number(day) <= daysIn(Number(year), Number(month));
  return isDay ? iso : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
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
