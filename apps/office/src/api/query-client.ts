import { QueryClient } from '@tanstack/react-query';
import { asApiError } from './error';

const TRIES = 3;

/** A page read a moment ago is shown again without asking; refusals are never asked twice. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        retry: (failures, error) => failures < TRIES && asApiError(error).isPassing,
      },
      mutations: { retry: false },
    },
  });
}
