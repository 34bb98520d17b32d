const LEAST_S = 1;
// Longer than an hour nobody is believed: the next pull tries anyway.
const MOST_S = 3_600;
const USUAL_S = 60;

/** How many seconds to leave an API alone, from its header Retry-After: seconds, or a moment. */
export function secondsToWait(retryAfter: string | null, now: Date): number {
  const text = retryAfter?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : secondsUntil(text, now);
  return Math.min(MOST_S, Math.max(LEAST_S, Math.ceil(seconds)));
}

function secondsUntil(moment: string, now: Date): number {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? USUAL_S : (at - now.getTime()) / 1000;
}
