import { useTranslations } from 'use-intl';
import { isGroup } from '../closing/groups';

const OUTGOING = [
  'unclassified',
  'to-budget',
  'treasury',
  'supplier',
  'bank-charge',
  'own-account',
  'refund',
  'reversed',
  'wallet-refund',
] as const;

/** A path of the ledger in words, as far as words are known; the rest stays as it is written. */
export function useAccountName(): (account: string) => string {
  const t = useTranslations();
  return (account) => {
    const [group = '', ...rest] = account.split('/');
    const word = isGroup(group) ? t(`closing.group.${group}`) : group;
    const [use] = rest;
    const known = group === 'outgoing' ? OUTGOING.find((one) => one === use) : undefined;
    const below = known ? t(`ledger.outgoing.${known}`) : rest.join('/');
    return below ? `${word} · ${below}` : word;
  };
}
