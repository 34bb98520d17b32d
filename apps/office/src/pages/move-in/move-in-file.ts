import { useQuery } from '@tanstack/react-query';
import { type BodyOf, reading } from '../../api/reading';

export type MoveInFile = BodyOf<'/api/v1/move-in/files/{id}'>;
export type WrongCell = MoveInFile['problems'][number];

export const TABLES = ['markets', 'stalls', 'vendors', 'leases', 'debts'] as const;
const POLL_MS = 1000;

/** A file's standing; while a job is at it, it is read again and again. */
export function useMoveInFile(id: string | undefined): MoveInFile | undefined {
  const file = useQuery({
    ...reading('/api/v1/move-in/files/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data?.state === 'entering' ? POLL_MS : false),
  });
  return id === undefined ? undefined : file.data;
}

/** What moving in makes stale: everything that shows the books. */
export const STALE_AFTER_MOVING = [
  '/api/v1/session',
  '/api/v1/markets',
  '/api/v1/vendors',
  '/api/v1/leases',
  '/api/v1/bills',
  '/api/v1/move-in/files',
];
