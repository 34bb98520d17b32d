import createClient from 'openapi-fetch';
import { errorOf } from './error';
import type { paths } from './schema.gen';

// The csrf token lives with the session; every write carries it back in a header.
let csrfToken = '';

export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

/** Leaves for the sign-in page and comes back here afterwards. */
export function leaveForSignIn(): void {
  const back = encodeURIComponent(location.pathname + location.search);
  location.assign(`/sign-in?next=${back}`);
}

/** The typed api. Answers come through `answer`, so that a page only ever sees rows or a throw. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) leaveForSignIn();
    return response;
  },
});

/** Waits for one answer of the api: its body, or an ApiError thrown. */
export async function answer<Body>(
  asked: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  const { data, error, response } = await asked;
  if (error !== undefined || !response.ok) throw errorOf(response, error);
  // A 204 has no body and its type says so.
  return data as Body;
}

export function csrfHeader(): Record<string, string> {
  return { 'X-CSRF-Token': csrfToken };
}
