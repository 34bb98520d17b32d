import { useTranslations } from 'use-intl';
import { likelyToday } from '../../format';
import { StatusBadge } from '../../parts/status-badge';

interface Days {
  validFrom: string;
  validTo: string | null;
}

export function stateOf({ validFrom, validTo }: Days): 'running' | 'coming' | 'ended' {
  const today = likelyToday();
  if (validFrom > today) return 'coming';
  return validTo !== null && validTo < today ? 'ended' : 'running';
}

const tones = { running: 'good', coming: 'waiting', ended: 'quiet' } as const;

export function LeaseState({ lease }: { lease: Days }) {
  const t = useTranslations('tenancy.leases.stateValue');
  const state = stateOf(lease);
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
