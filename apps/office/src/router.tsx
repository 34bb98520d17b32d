import { createRouter } from '@tanstack/react-router';
import { newQueryClient } from './api/query-client';
import { bankingRoutes } from './pages/banking/routes';
import { settlementRoutes } from './pages/settlements/routes';
import { billingRoutes } from './pages/billing/routes';
import { boardRoutes } from './pages/boards/routes';
import { cardRoutes } from './pages/cards/routes';
import { cashRoutes } from './pages/cash/routes';
import { claimRoutes } from './pages/claims/routes';
import { closingRoutes } from './pages/closing/routes';
import { debtRoutes } from './pages/debts/routes';
import { decisionRoutes } from './pages/decisions/routes';
import { certificateRoutes } from './pages/certificates/routes';
import { leaseRoutes } from './pages/leases/routes';
import { leaseTransferRoutes } from './pages/lease-transfers/routes';
import { ledgerRoutes } from './pages/ledger/routes';
import { marketDayRoutes } from './pages/market-days/routes';
import { marketRoutes } from './pages/markets/routes';
import { moveInRoutes } from './pages/move-in/routes';
import { meterRoutes } from './pages/meters/routes';
import { reconciliationRoutes } from './pages/reconciliation/routes';
import { reliefRoutes } from './pages/reliefs/routes';
import { shareRoutes } from './pages/shares/routes';
import { stallMapRoutes } from './pages/stall-map/routes';
import { stallRoutes } from './pages/stalls/routes';
import { systemRoutes } from './pages/system/routes';
import { tariffRoutes } from './pages/tariffs/routes';
import { ticketRoutes } from './pages/tickets/routes';
import { todayRoutes } from './pages/today/routes';
import { vendorRoutes } from './pages/vendors/routes';
import { Broken, Missing, Waiting } from './parts/states';
import { root } from './root-route';

export const queries = newQueryClient();

export const router = createRouter({
  routeTree: root.addChildren([
    ...bankingRoutes,
    ...settlementRoutes,
    ...billingRoutes,
    ...boardRoutes,
    ...cardRoutes,
    ...cashRoutes,
    ...claimRoutes,
    ...closingRoutes,
    ...debtRoutes,
    ...decisionRoutes,
    ...certificateRoutes,
    ...leaseRoutes,
    ...leaseTransferRoutes,
    ...ledgerRoutes,
    ...marketDayRoutes,
    ...marketRoutes,
    ...moveInRoutes,
    ...meterRoutes,
    ...reconciliationRoutes,
    ...reliefRoutes,
    ...shareRoutes,
    ...stallMapRoutes,
    ...stallRoutes,
    ...systemRoutes,
    ...tariffRoutes,
    ...ticketRoutes,
    ...todayRoutes,
    ...vendorRoutes,
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
