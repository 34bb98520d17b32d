import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { sessionQuery, signedIn } from './api/session';
import { Broken, ErrorState, Missing, Waiting } from './parts/states';
import { ApiError } from './api/error';
import { ScopeProvider } from './scope';
import { Shell } from './shell/shell';

/** Search texts of the address: filters, sort, month. A page reads what it knows. */
export type Search = Record<string, string | undefined>;

function searchTexts(search: Record<string, unknown>): Search {
  const texts = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: searchTexts,
  beforeLoad: async ({ context }) => {
    await signedIn(await context.queries.ensureQueryData(sessionQuery));
  },
  component: () => (
    <ScopeProvider>
      <Shell />
    </ScopeProvider>
  ),
  pendingComponent: Waiting,
  notFoundComponent: Missing,
  errorComponent: ({ error, reset }) =>
    error instanceof ApiError ? <ErrorState error={error} onRetry={reset} /> : <Broken />,
});

/** A page under the shell, its code fetched when it is first opened. */
export function page<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, RouteComponent>>,
  name: Name,
) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load, name),
  });
}
