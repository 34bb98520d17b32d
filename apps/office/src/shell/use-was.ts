import { useRef } from 'react';

/** Whether it was ever true: what is fetched when first opened stays, to close as it opened. */
export function useWas(now: boolean): boolean {
  const was = useRef(false);
  was.current ||= now;
  return was.current;
}
