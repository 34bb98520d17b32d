import { useState } from 'react';
import { DateInput } from '../../parts/date-input';

export const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

interface DayFieldProps {
  label: string;
  day: string;
  onChange: (day: string) => void;
}

/** A day above a page; what is not a day yet stays beside the page's own day. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(day);
  const take = (text: string) => {
    setTyped(text);
    if (isDay(text)) onChange(text);
  };
  return <DateInput label={label} w={160} value={typed} onChange={take} />;
}
