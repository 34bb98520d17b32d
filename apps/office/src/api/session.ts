import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, keepCsrfToken, leaveForSignIn } from './client';
import { type BodyOf, reading } from './reading';

type Answer = BodyOf<'/api/v1/session'>;

/** Who is signed in, what they may do and where. */
export type Session = Answer & { user: NonNullable<Answer['user']> };
export type Permission = Session['permissions'][number];
export type Role = Session['roles'][number]['role'];

/** Read once when the office opens; a right that changes ends the session on the server. */
export const sessionQuery = {
  ...reading('/api/v1/session', {}),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The session, or the way to the sign-in page when there is none. */
export async function signedIn(session: Answer): Promise<Session> {
  const { user } = session;
  keepCsrfToken(session.csrfToken);
  if (user) return { ...session, user };
  leaveForSignIn();
  // The browser is leaving: nothing may be drawn meanwhile.
  return new Promise(() => undefined);
}

export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data.user) throw new Error('the office is drawn without a session');
  return { ...data, user: data.user };
}

export function usePermissions(): ReadonlySet<Permission> {
  const { permissions } = useSession();
  return useMemo(() => new Set(permissions), [permissions]);
}

/** Whether the person on the screen may do something; the server decides again. */
export const useMay = (permission: Permission): boolean => usePermissions().has(permission);

export function useSignOut() {
  const queries = useQueryClient();
  return async () => {
    await answer(api.POST('/api/v1/session/end'));
    queries.clear();
    location.assign('/sign-in');
  };
}
