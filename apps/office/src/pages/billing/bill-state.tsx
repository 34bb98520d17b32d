import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge } from '../../parts/status-badge';

type State = ItemOf<'/api/v1/bills'>['state'];

const TONES = { open: 'waiting', paid: 'good', overdue: 'bad', void: 'quiet' } as const;

export function BillState({ state }: { state: State }) {
  const t = useTranslations('billing.state');
  return <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>;
}
