/** SePay signs the moment of sending; what comes later than this may be a replay. */
const LARGEST_DRIFT_MS = 5 * 60_000;

/** Whether a well signed delivery is of now. `timestamp` is in unix seconds. */
export function freshness(timestamp: number, now: Date): 'verified' | 'stale' {
  return Math.abs(now.getTime() - timestamp * 1000) <= LARGEST_DRIFT_MS ? 'verified' : 'stale';
}
