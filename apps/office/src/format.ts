import { useLocale } from 'use-intl';
import { useMemo } from 'react';

export type Locale = 'vi' | 'en';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;
const NO_FIGURE = '—';

/** `1250000` → `1.250.000` (vi) or `1,250,000` (en); the true minus sign for negative numbers. */
export function formatCount(value: number, locale: Locale): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');
  return value < 0 ? `−${digits}` : digits;
}

/** Whole đồng with the sign people write: `1.250.000 đ`. The space never breaks. */
export function formatMoney(amount: number, locale: Locale): string {
  return `${formatCount(amount, locale)}\u00a0đ`;
}

/** Đồng in few characters, for tiles and axes: `1,2 tỷ`, `350 tr`; below a million in full. */
export function formatMoneyShort(amount: number, locale: Locale): string {
  const size = Math.abs(amount);
  const units = { vi: ['tỷ', 'tr'], en: ['bn', 'm'] }[locale];
  if (size >= 1e9) return `${decimal(amount / 1e9, size < 1e11 ? 1 : 0, locale)}\u00a0${units[0]}`;
  if (size >= 1e6) return `${decimal(amount / 1e6, size < 1e8 ? 1 : 0, locale)}\u00a0${units[1]}`;
  return formatMoney(amount, locale);
}

/** A share from 0 to 1 as `41,3 %`; null is a dash, since no figure is not 0. */
export function formatPercent(share: number | null, locale: Locale, digits = 1): string {
  return share === null ? NO_FIGURE : `${decimal(share * 100, digits, locale)}\u00a0%`;
}

/** kWh, m³ or what a dial shows: `1.234,5`; null is a dash. */
export function formatQuantity(value: number | null, locale: Locale): string {
  if (value === null) return NO_FIGURE;
  return value.toLocaleString(tags[locale], { maximumFractionDigits: 2 });
}

/** An area: `6,25 m²`. */
export function formatArea(areaM2: number, locale: Locale): string {
  return `${areaM2.toLocaleString(tags[locale], { maximumFractionDigits: 2 })}\u00a0m²`;
}

/** `2026-11-23` → `23/11/2026`, in both languages: the paper beside it says the same. */
export function formatDate(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('/');
}

/** `2026-10` → `10/2026`. */
export function formatMonth(month: string): string {
  return formatDate(month);
}

/** An instant as Vietnamese wall clock time: `23/11/2026 14:05`. */
export function formatInstant(iso: string): string {
  const vietnam = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(Date.parse(iso));
  const [day = '', time = ''] = vietnam.split(' ');
  return `${formatDate(day)} ${time}`;
}

function decimal(value: number, digits: number, locale: Locale): string {
  return value.toLocaleString(tags[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Every formatter, bound to the language on the screen. */
export function useFormat() {
  const locale: Locale = useLocale();
  return useMemo(
    () => ({
      locale,
      count: (value: number) => formatCount(value, locale),
      money: (amount: number) => formatMoney(amount, locale),
      moneyShort: (amount: number) => formatMoneyShort(amount, locale),
      percent: (share: number | null, digits?: number) => formatPercent(share, locale, digits),
      quantity: (value: number | null) => formatQuantity(value, locale),
      area: (areaM2: number) => formatArea(areaM2, locale),
      date: formatDate,
      month: formatMonth,
      instant: formatInstant,
    }),
    [locale],
  );
}

/** The Vietnamese day on this computer's clock, to fill in a field; the server's clock decides. */
export function likelyToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format();
}

/** The month before or after: `addMonths('2026-01', -1)` → `2025-12`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;

/** Whole days from one day to another: how long something waits. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day so many days later: until when something that ends soon ends. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
