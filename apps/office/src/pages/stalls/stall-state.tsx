import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge } from '../../parts/status-badge';

type State = ItemOf<'/api/v1/markets/{id}/stalls'>['state'];

export const STALL_STATES = [
  'trading',
  'vacant',
  'suspended',
  'under-repair',
  'locked',
  'disputed',
] as const satisfies readonly State[];

const tones = {
  trading: 'good',
  vacant: 'quiet',
  suspended: 'attention',
  'under-repair': 'attention',
  locked: 'attention',
  disputed: 'attention',
} as const;

export function StallState({ state }: { state: State }) {
  const t = useTranslations('stalls.stateValue');
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
