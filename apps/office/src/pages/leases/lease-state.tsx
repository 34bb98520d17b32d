import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge, type Tone } from '../../parts/status-badge';

type State = ItemOf<'/api/v1/leases'>['state'];

export const LEASE_STATES = [
  'running',
  'coming',
  'suspended',
  'expired',
  'renewed',
  'transferred',
  'terminated',
] as const satisfies readonly State[];

const tones: Readonly<Record<State, Tone>> = {
  running: 'good',
  coming: 'waiting',
  suspended: 'attention',
  expired: 'quiet',
  renewed: 'quiet',
  transferred: 'quiet',
  terminated: 'quiet',
};

export function LeaseState({ state }: { state: State }) {
  const t = useTranslations('tenancy.leases.stateValue');
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
