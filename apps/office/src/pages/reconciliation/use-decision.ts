import { asApiError } from '../../api/error';
import { useSubmit } from '../../api/use-submit';
import type { RecordDetail } from './bank-record-page';

/** What a decision on a record makes untrue. */
export const staleAfterDecision = [
  '/api/v1/bank-records',
  '/api/v1/bank-records/queue',
  '/api/v1/bank-records/{id}',
  '/api/v1/bank-records/{id}/suggestions',
  '/api/v1/learned-payers',
  '/api/v1/reconciliation/today',
  '/api/v1/claims',
  '/api/v1/claims/{id}',
  '/api/v1/bills',
  '/api/v1/tickets',
  '/api/v1/tickets/{id}',
  '/api/v1/billing/leases/{id}',
];

const MOVED = ['reconciliation.recordMoved', 'reconciliation.recordNotOpen'];

/** Where a decision leads. */
export interface Decided {
  onDone?: ((record: RecordDetail) => void) | undefined;
  /** Somebody else decided on the record while it was looked at. */
  onMoved?: ((error: unknown) => void) | undefined;
}

/** A decision on a record, and what follows when somebody was quicker. */
export function useDecision<Values>(
  send: (values: Values, idempotencyKey: string) => Promise<RecordDetail>,
  { onDone, onMoved }: Decided,
) {
  return useSubmit({
    send: async (values: Values, key) => {
      try {
        return await send(values, key);
      } catch (error) {
        if (MOVED.includes(asApiError(error).code)) onMoved?.(error);
        throw error;
      }
    },
    invalidates: staleAfterDecision,
    ...(onDone ? { onDone } : {}),
  });
}
