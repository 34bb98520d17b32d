/** What an act on a batch or its lines makes untrue. */
export const STALE = [
  '/api/v1/settlement-batches',
  '/api/v1/settlement-batches/{id}',
  '/api/v1/settlement-lines',
  '/api/v1/bank-records',
  '/api/v1/bank-records/{id}',
  '/api/v1/reconciliation/today',
  '/api/v1/bills',
  '/api/v1/billing/leases/{id}',
];
