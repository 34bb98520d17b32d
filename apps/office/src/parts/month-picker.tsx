import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { addMonths, formatMonth, likelyToday } from '../format';
import { Choice } from './choice';
import css from './month-picker.module.css';

interface MonthPickerProps {
  /** `2026-10`. */
  value: string;
  onChange: (month: string) => void;
  /** The last month that can be chosen; the next one without it. */
  last?: string;
}

const MONTHS_SHOWN = 36;

/** A month: one step back or forth, or any of the last three years. */
export function MonthPicker({ value, onChange, last }: MonthPickerProps) {
  const t = useTranslations('parts.month');
  const end = last ?? addMonths(likelyToday().slice(0, 7), 1);
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => addMonths(end, -back));
  const known = months.includes(value) ? months : [...months, value];
  return (
    <div className={css.picker} role="group" aria-label={t('choose')}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t('previous')}
        onClick={() => onChange(addMonths(value, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Choice
        label={t('choose')}
        options={known.map((month) => ({
          value: month,
          label: t('name', { month: formatMonth(month) }),
        }))}
        value={value}
        onChange={onChange}
      />
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t('next')}
        onClick={() => onChange(addMonths(value, 1))}
        disabled={value >= end}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
