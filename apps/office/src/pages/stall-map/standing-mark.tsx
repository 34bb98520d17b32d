import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconPoint,
} from '@tabler/icons-react';
import type { Standing } from './standing';

const marks = {
  paid: IconCheck,
  owed: IconClock,
  overdue: IconAlertTriangleFilled,
  vacant: IconCircleDashed,
  unknown: IconPoint,
} as const;

/** A sign for each standing, so that a map printed in black and white says the same. */
export function StandingMark({ standing }: { standing: Standing }) {
  const Mark = marks[standing];
  return <Mark size={13} stroke={2.4} aria-hidden="true" />;
}
