/** What is read again after a market's days changed. */
export const STALE_DAYS = [
  '/api/v1/markets/{id}/calendar',
  '/api/v1/markets/{id}/day-rules',
  '/api/v1/markets/{id}/day-exceptions',
  '/api/v1/markets/{id}',
  '/api/v1/markets',
] as const;
