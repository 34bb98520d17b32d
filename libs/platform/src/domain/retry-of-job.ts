/** After this many failures (about 40 minutes) a job waits for a person on the dead-letter page. */
const LAST_ATTEMPT = 12;
const LONGEST_WAIT_S = 600;

export type AfterFailure =
  | { readonly kind: 'again'; readonly afterS: number }
  | { readonly kind: 'dead' };

/** What becomes of a job that has failed `attempts` times: twice the wait each time, then dead. */
export function afterFailure(attempts: number): AfterFailure {
  if (attempts >= LAST_ATTEMPT) return { kind: 'dead' };
  return { kind: 'again', afterS: Math.min(2 ** attempts, LONGEST_WAIT_S) };
}
