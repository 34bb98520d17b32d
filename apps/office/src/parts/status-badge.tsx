import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconCircleX,
} from '@tabler/icons-react';
import css from './status-badge.module.css';

export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'quiet';

const icons = {
  good: IconCircleCheck,
  waiting: IconClock,
  attention: IconAlertTriangle,
  bad: IconCircleX,
  quiet: IconCircleDashed,
} as const;

/** A state as icon and word: colour alone never says it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  const Icon = icons[tone];
  return (
    <span className={css.badge} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}
