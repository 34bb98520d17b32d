import { useTranslations } from 'use-intl';

/** The checks a form makes before the server does; each gives the sentence, or null. */
export function useRules() {
  const t = useTranslations('parts.form');
  return {
    required: (value: string | number | null) =>
      value === null || String(value).trim() === '' ? t('required') : null,
    day: (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : t('date')),
    dayOrEmpty: (value: string) => (/^(\d{4}-\d{2}-\d{2})?$/.test(value) ? null : t('date')),
    money: (value: number | null) => (value !== null && value > 0 ? null : t('money')),
  };
}
