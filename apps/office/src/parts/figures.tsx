import { useFormat } from '../format';

/** Whole đồng: `1.250.000 đ`. */
export function Money({ amount }: { amount: number | null }) {
  const format = useFormat();
  return <span className="amount">{amount === null ? '—' : format.money(amount)}</span>;
}

/** A day: `23/11/2026`. */
export function DateText({ day }: { day: string | null }) {
  const format = useFormat();
  return day === null ? '—' : <time dateTime={day}>{format.date(day)}</time>;
}

/** A moment in Vietnamese time: `23/11/2026 14:05`. */
export function InstantText({ at }: { at: string | null }) {
  const format = useFormat();
  return at === null ? '—' : <time dateTime={at}>{format.instant(at)}</time>;
}
