import type { Id } from '@cho40/kernel';

interface Zone {
  readonly id: Id;
  readonly parentId: Id | null;
}

/** A zone and all that lie inside it, of a list in which each stands after the one it lies in. */
export function zonesWithin(zones: readonly Zone[], zoneId: Id): Id[] {
  const within = new Set([zoneId]);
  for (const { id, parentId } of zones) if (parentId && within.has(parentId)) within.add(id);
  return [...within];
}
