import { useTranslations } from 'use-intl';
import type { Suggestion } from './suggestion';

const KINDS = [
  'code',
  'virtualAccount',
  'learnedPayer',
  'repairedCode',
  'stallInText',
  'vendorInText',
  'openAmount',
  'leaseEnded',
  'nothingDue',
  'amountDiffers',
  'amountShared',
] as const;

/** What speaks for a suggestion or against it, in the language of the screen. */
export function useWord(): (word: Suggestion['evidence'][number]) => string {
  const t = useTranslations('queue.word');
  return ({ kind, words }) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(known, { words }) : words;
  };
}
