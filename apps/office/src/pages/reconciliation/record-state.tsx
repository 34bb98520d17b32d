import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge, type Tone } from '../../parts/status-badge';

export type BankRecord = ItemOf<'/api/v1/bank-records'>;

const tones: Record<BankRecord['state'], Tone> = {
  unconfirmed: 'quiet',
  waiting: 'waiting',
  unmatched: 'attention',
  matched: 'good',
  outgoing: 'quiet',
  classified: 'good',
};

export const recordStates = Object.keys(tones) as BankRecord['state'][];

export function RecordState({ state }: { state: BankRecord['state'] }) {
  const t = useTranslations('reconciliation');
  return <StatusBadge tone={tones[state]}>{t(`stateValue.${state}`)}</StatusBadge>;
}

/** Outgoing money with its minus, so that a list reads like the statement. */
export const signedAmount = ({ direction, amount }: BankRecord) =>
  direction === 'in' ? amount : -amount;
