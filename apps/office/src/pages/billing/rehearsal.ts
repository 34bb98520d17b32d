import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';

const REHEARSE = '/api/v1/markets/{id}/bill-runs/rehearse';
const RUNS = '/api/v1/markets/{id}/bill-runs';

/** A month as it would be issued. Asked with a POST, but it changes nothing: read like any list. */
export function useRehearsal(marketId: string, month: string) {
  return useQuery({
    queryKey: [REHEARSE, { marketId, month }],
    queryFn: () => rehearse(marketId, month),
    // Leases and prices change on other pages: never shown from memory.
    staleTime: 0,
  });
}

const rehearse = (id: string, month: string) =>
  answer(api.POST(REHEARSE, { params: { path: { id } }, body: { month } }));

export type Rehearsal = Awaited<ReturnType<typeof rehearse>>;
export type RehearsedBill = Rehearsal['bills'][number];

/** Issues a month, once however often the button is pressed. */
export function useIssue(marketId: string, onDone: () => void) {
  return useSubmit({
    send: (month: string, key) =>
      answer(api.POST(RUNS, { params: { path: { id: marketId } }, body: { month }, ...once(key) })),
    invalidates: [REHEARSE, RUNS, '/api/v1/bills', '/api/v1/billing/today'],
    onDone,
  });
}

/** Takes a market's code prefix. */
export function useTakePrefix(marketId: string) {
  return useSubmit({
    send: (body: { prefix: string }) =>
      answer(
        api.POST('/api/v1/markets/{id}/code-prefix', { params: { path: { id: marketId } }, body }),
      ),
    invalidates: [REHEARSE, '/api/v1/markets/{id}/code-prefix', '/api/v1/markets'],
  });
}
