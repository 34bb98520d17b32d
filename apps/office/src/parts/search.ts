import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Texts = Record<string, string | undefined>;

/**
 * The texts in the page's address (filters, sort, month), and how to change some of them: a
 * reload, a bookmark and the way back show the same list.
 */
export function useAddress(): [texts: Texts, change: (changed: Texts) => void] {
  const texts: Texts = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changed: Texts) =>
      void navigate({
        to: '.',
        search: (before: Texts) => ({ ...before, ...changed }),
        replace: true,
      }),
    [navigate],
  );
  return [texts, change];
}
