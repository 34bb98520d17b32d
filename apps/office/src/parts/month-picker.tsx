import { ActionIcon, Button, Popover, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addMonths, formatMonth } from '../format';
import css from './month-picker.module.css';

interface MonthPickerProps {
  /** `2026-10`. */
  value: string;
  onChange: (month: string) => void;
  /** The last month that can be chosen. */
  last?: string;
}

/** A month: one step back or forth, or any month of any year. */
export function MonthPicker({ value, onChange, last = '9999-12' }: MonthPickerProps) {
  const t = useTranslations('parts.month');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const choose = (month: string) => {
    close();
    onChange(month);
  };
  const step = (months: number) => onChange(addMonths(value, months));
  return (
    <div className={css.picker} role="group" aria-label={t('choose')}>
      <ActionIcon variant="default" size={36} aria-label={t('previous')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover opened={isOpen} onChange={toggle} trapFocus position="bottom" shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            onClick={toggle}
            rightSection={<IconChevronDown size={16} aria-hidden="true" />}
          >
            {t('name', { month: formatMonth(value) })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Year value={value} last={last} onChoose={choose} />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('next')}
        onClick={() => step(1)}
        disabled={value >= last}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}

interface YearProps {
  value: string;
  last: string;
  onChoose: (month: string) => void;
}

function Year({ value, last, onChoose }: YearProps) {
  const t = useTranslations('parts.month');
  const [year, setYear] = useState(Number(value.slice(0, 4)));
  const months = Array.from(
    { length: 12 },
    (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`,
  );
  return (
    <>
      <div className={css.year}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('previousYear')}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <strong aria-live="polite">{year}</strong>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('nextYear')}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
      <SimpleGrid cols={4} spacing={6}>
        {months.map((month) => (
          <Button
            key={month}
            size="xs"
            variant={month === value ? 'filled' : 'subtle'}
            color={month === value ? undefined : 'gray'}
            disabled={month > last}
            aria-label={t('name', { month: formatMonth(month) })}
            onClick={() => onChoose(month)}
          >
            {month.slice(5)}
          </Button>
        ))}
      </SimpleGrid>
    </>
  );
}
