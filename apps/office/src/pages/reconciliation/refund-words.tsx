import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge, type Tone } from '../../parts/status-badge';

export type Refund = ItemOf<'/api/v1/refunds'>;

export const REFUND_STATES = ['proposed', 'approved', 'paid', 'refused', 'withdrawn'] as const;
const TONES: Readonly<Record<Refund['state'], Tone>> = {
  proposed: 'waiting',
  approved: 'attention',
  paid: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
};

/** What an act on a refund makes untrue. */
export const staleAfterRefund = [
  '/api/v1/refunds',
  '/api/v1/refunds/{id}',
  '/api/v1/bank-records',
  '/api/v1/bank-records/{id}',
  '/api/v1/billing/leases/{id}',
  '/api/v1/billing/leases/{id}/deposit',
];

/** A refund that may still become money, or has. */
export const isLive = ({ state }: Pick<Refund, 'state'>) =>
  state === 'proposed' || state === 'approved' || state === 'paid';

export function RefundState({ state }: Pick<Refund, 'state'>) {
  const t = useTranslations('reconciliation.refunds.states');
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}

/** Whose money goes back: a lease's credit or deposit, or nobody's. */
export function useRefundOf() {
  const t = useTranslations('reconciliation.refunds');
  return ({ stallCode, vendorName, depositUseId }: Refund): string =>
    stallCode
      ? `${t(depositUseId ? 'ofDeposit' : 'ofCredit')} · ${stallCode} · ${vendorName}`
      : t('ofNobody');
}
