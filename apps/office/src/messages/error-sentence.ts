import { useCallback } from 'react';
import { asApiError, type Facts } from '../api/error';
import { formatCount, formatDate, formatMoney, type Locale, useFormat } from '../format';
import { errorSentences } from './errors';

/** A fact as people read it: `…Vnd`, `amount…` are money, days and months turn to paper order. */
function say(name: string, fact: Facts[string] | undefined, locale: Locale): string {
  if (fact === undefined || fact === null) return '—';
  if (typeof fact === 'string')
    return /^\d{4}-\d{2}(-\d{2})?$/.test(fact) ? formatDate(fact) : fact;
  if (typeof fact === 'boolean') return String(fact);
  return /vnd$|^amount/i.test(name) ? formatMoney(fact, locale) : formatCount(fact, locale);
}

/** The sentence for a code; an unknown code still says which code it was. */
export function errorSentence(code: string, facts: Facts, locale: Locale): string {
  const sentences = errorSentences[locale];
  const known = sentences[code];
  const sentence = known ?? sentences['office.unknown'] ?? code;
  const filled: Facts = known ? facts : { ...facts, code };
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => say(name, filled[name], locale));
}

/** What went wrong and what to do, in the language of the screen, for anything caught. */
export function useErrorSentence(): (thrown: unknown) => string {
  const { locale } = useFormat();
  return useCallback(
    (thrown) => {
      const { code, facts } = asApiError(thrown);
      return errorSentence(code, facts, locale);
    },
    [locale],
  );
}
