import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { useFormat } from '../../format';
import { StatusBadge } from '../../parts/status-badge';

type Relief = ItemOf<'/api/v1/reliefs'>;

const TONES = { proposed: 'attention', approved: 'good', ended: 'quiet' } as const;

export function ReliefState({ state }: Pick<Relief, 'state'>) {
  const t = useTranslations('reliefs.state');
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}

/** So many percent, a sum a month, a sum once, or what is left of the bills. */
export function HowMuch({ relief }: { relief: Pick<Relief, 'kind' | 'percent' | 'amount'> }) {
  const t = useTranslations('reliefs');
  const format = useFormat();
  const { kind, percent, amount } = relief;
  if (percent !== null) return t('percentOf', { percent });
  if (amount === null) return t('rest');
  return t(kind === 'relief' ? 'amountOf' : 'once', { amount: format.money(amount) });
}
