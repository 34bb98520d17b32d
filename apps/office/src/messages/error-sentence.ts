import { useCallback, useSyncExternalStore } from 'react';
import { asApiError, type Facts } from '../api/error';
import { formatCount, formatDate, formatMoney, type Locale, useFormat } from '../format';

/** A fact as people read it: `…Vnd`, `amount…` are money, days and months turn to paper order. */
function say(name: string, fact: Facts[string] | undefined, locale: Locale): string {
  if (fact === undefined || fact === null) return '—';
  if (typeof fact === 'string')
    return /^\d{4}-\d{2}(-\d{2})?$/.test(fact) ? formatDate(fact) : fact;
  if (typeof fact === 'boolean') return String(fact);
  return /vnd$|^amount/i.test(name) ? formatMoney(fact, locale) : formatCount(fact, locale);
}

type Sentences = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

let sentences: Sentences | undefined;
const watchers = new Set<() => void>();

/** Fetches the sentences; until something is refused, nobody needs them. */
export async function loadErrorSentences(): Promise<void> {
  if (sentences) return;
  sentences = (await import('./errors')).errorSentences;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The sentence for a code; an unknown code still says which code it was. */
function sentenceOf(known: Readonly<Record<string, string>>, code: string, facts: Facts) {
  const own = known[code];
  const sentence = own ?? known['office.unknown'] ?? code;
  return { sentence, filled: own ? facts : { ...facts, code } };
}

/**
 * What went wrong and what to do, in the language of the screen, for anything caught. Empty for
 * the moment in which the first refusal of a session fetches the sentences.
 */
export function useErrorSentence(): (thrown: unknown) => string {
  const { locale } = useFormat();
  const known = useSyncExternalStore(watch, () => sentences)?.[locale];
  return useCallback(
    (thrown) => {
      const { code, facts } = asApiError(thrown);
      // A form asks after having waited for them, in a function made before they came.
      const table = known ?? sentences?.[locale];
      if (!table) {
        void loadErrorSentences();
        return '';
      }
      const { sentence, filled } = sentenceOf(table, code, facts);
      return sentence.replace(/\{(\w+)\}/g, (_, name: string) => say(name, filled[name], locale));
    },
    [locale, known],
  );
}
