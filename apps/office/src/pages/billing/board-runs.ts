import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';

const REHEARSE = '/api/v1/boards/{id}/bill-runs/rehearse';
const RUNS = '/api/v1/boards/{id}/bill-runs';

const rehearse = (id: string, month: string) =>
  answer(api.POST(REHEARSE, { params: { path: { id } }, body: { month } }));

/** A board's month in figures. Asked with a POST, but it changes nothing: read like any list. */
export function useBoardRehearsal(boardId: string, month: string) {
  return useQuery({
    queryKey: [REHEARSE, { boardId, month }],
    queryFn: () => rehearse(boardId, month),
    // Leases and prices change on other pages: never shown from memory.
    staleTime: 0,
  });
}

export type BoardRehearsal = Awaited<ReturnType<typeof rehearse>>;
export type MarketRehearsal = BoardRehearsal['markets'][number];

/** Issues a month of every market that is ready, once however often the button is pressed. */
export function useIssueBoard(boardId: string, onDone: () => void) {
  return useSubmit({
    send: (month: string, key) =>
      answer(api.POST(RUNS, { params: { path: { id: boardId } }, body: { month }, ...once(key) })),
    invalidates: [
      REHEARSE,
      '/api/v1/boards/{id}/bill-runs/differences',
      '/api/v1/markets/{id}/bill-runs/rehearse',
      '/api/v1/markets/{id}/bill-runs',
      '/api/v1/bills',
      '/api/v1/billing/today',
    ],
    onDone,
  });
}
