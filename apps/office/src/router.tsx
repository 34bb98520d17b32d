import { createRouter } from '@tanstack/react-router';
import { newQueryClient } from './api/query-client';
import { billingRoutes } from './pages/billing/routes';
import { cashRoutes } from './pages/cash/routes';
import { marketRoutes } from './pages/markets/routes';
import { reconciliationRoutes } from './pages/reconciliation/routes';
import { shareRoutes } from './pages/shares/routes';
import { systemRoutes } from './pages/system/routes';
import { todayRoutes } from './pages/today/routes';
import { Broken, Missing, Waiting } from './parts/states';
import { root } from './root-route';

export const queries = newQueryClient();

export const router = createRouter({
  routeTree: root.addChildren([
    ...billingRoutes,
    ...cashRoutes,
    ...marketRoutes,
    ...reconciliationRoutes,
    ...shareRoutes,
    ...systemRoutes,
    ...todayRoutes,
  ]),
  basepath: '/app',
  context: { queries },
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultNotFoundComponent: Missing,
  defaultErrorComponent: Broken,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
