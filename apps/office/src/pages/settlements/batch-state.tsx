import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import type { ItemOf } from '../../api/reading';

export type Batch = ItemOf<'/api/v1/settlement-batches'>;

const TONES: Readonly<Record<Batch['state'], Tone>> = {
  waiting: 'waiting',
  found: 'attention',
  differs: 'bad',
  proven: 'good',
};

export function BatchState({ state }: Pick<Batch, 'state'>) {
  const t = useTranslations('settlements.stateValue');
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}
