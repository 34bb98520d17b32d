import { useRef } from 'react';

/** What stood in a drawer when it was open last: it fades with that, though the page has moved on. */
export function useLastShown<Shown extends { isOpen: boolean }>(now: Shown): Shown {
  const last = useRef(now);
  if (now.isOpen) last.current = now;
  return last.current;
}
