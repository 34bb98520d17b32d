// 40001 serialization failure, 40P01 deadlock: nothing was done, so doing it again is safe.
const RETRIED = new Set(['40001', '40P01']);

function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function shouldRetry(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && RETRIED.has(state);
}

/** The name of the constraint that refused a write, or null when it was something else. */
export function brokenConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  return typeof error.constraint === 'string' ? error.constraint : null;
}
