/** How many tries an account has in the window: design/security.md. */
export const TRIES = 10;
export const WINDOW_MS = 15 * 60_000;

export type Pace =
  | { readonly kind: 'go'; readonly afterMs: number }
  | { readonly kind: 'wait'; readonly untilMs: number };

const FREE_TRIES = 3;
const STEP_MS = 250;
const LONGEST_MS = 1_500;

/**
 * Whether another try is heard, and how slowly. An account is never locked: the oldest try leaves
 * the window and makes room. Its owner's right password clears the earlier tries.
 * @param tries instants (ms) of the tries without success so far
 */
export function paceOf(tries: readonly number[], nowMs: number): Pace {
  const recent = tries.filter((at) => at > nowMs - WINDOW_MS).sort((a, b) => a - b);
  const making = recent.at(-TRIES);
  if (making !== undefined) return { kind: 'wait', untilMs: making + WINDOW_MS };
  const afterMs = Math.max(0, recent.length + 1 - FREE_TRIES) * STEP_MS;
  return { kind: 'go', afterMs: Math.min(afterMs, LONGEST_MS) };
}
