import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { useAddress } from '../../parts/search';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The day a page looks back to; it stands in the address, today without it. */
export function useAsOf(): [day: string, choose: (day: string) => void] {
  const [{ asOf }, change] = useAddress();
  const day = asOf && isDay(asOf) ? asOf : likelyToday();
  return [day, (chosen) => change({ asOf: chosen })];
}

/** Typed as on paper; what is not a day yet stays beside the page's own day. */
export function DayChoice({ day, choose }: { day: string; choose: (day: string) => void }) {
  const t = useTranslations('debts.arrears');
  const [typed, setTyped] = useState(day);
  const take = (text: string) => {
    setTyped(text);
    if (isDay(text)) choose(text);
  };
  return <DateInput label={t('asOf')} w={160} value={typed} onChange={take} />;
}
