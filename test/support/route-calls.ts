import { newId } from '@cho40/platform';
import { BODIES, on } from './route-bodies';
import type { Place } from './three-places';

type Pick = (at: Place) => string;

/** Which row a route's `:id` names, by the words before it. */
const OBJECTS: Readonly<Record<string, Pick>> = {
  '/admin-units/:id': (at) => at.communeId,
  '/bank-records/:id': (at) => at.recordId,
  '/billing/leases/:id': (at) => at.leaseId,
  '/bank-questions/:id': (at) => at.questionId,
  '/bill-prints/:id': (at) => at.leaseId,
  '/bills/:id': (at) => at.billId,
  '/boards/:id': (at) => at.boardId,
  // BoardFacts and three-places give what hangs on a lease alone the lease's id.
  '/certificates/:id': (at) => at.leaseId,
  // Safe, deposits and counts are a whole board's, as a file below.
  '/deposits/:id': (at) => at.leaseId,
  '/hand-ins/:id': (at) => at.leaseId,
  '/safe-counts/:id': (at) => at.leaseId,
  '/device-incidents/:id': (at) => at.leaseId,
  '/card-sheets/:id': (at) => at.leaseId,
  '/claims/:id': (at) => at.leaseId,
  '/learned-payers/:id': (at) => at.leaseId,
  '/reconciliation-rules/:id': (at) => at.leaseId,
  '/virtual-accounts/:id': (at) => at.leaseId,
  '/deposit-uses/:id': (at) => at.depositUseId,
  '/deliveries/:id': (at) => at.deliveryId,
  '/decisions/:id': (at) => at.decisionId,
  '/feeds/:id': (at) => at.feedId,
  '/lease-transfers/:id': (at) => at.leaseId,
  '/leases/:id': (at) => at.leaseId,
  '/markets/:id': (at) => at.marketId,
  '/meter-corrections/:id': (at) => at.leaseId,
  '/meter-readings/:id': (at) => at.leaseId,
  '/meters/:id': (at) => at.leaseId,
  // A file may hold any market of a board: whoever is given single markets reaches none.
  '/move-in/files/:id': (at) => at.leaseId,
  '/payment-receipts/:id': (at) => at.leaseId,
  '/payments/:id': (at) => at.paymentId,
  '/receipts/:id': (at) => at.receiptId,
  '/refunds/:id': (at) => at.leaseId,
  '/cash-refunds/:id': (at) => at.leaseId,
  '/reliefs/:id': (at) => at.reliefId,
  // The safe is a whole board's, as a file above.
  '/safe-slips/:id': (at) => at.leaseId,
  '/receiving-accounts/:id': (at) => at.accountId,
  '/settlement-batches/:id': (at) => at.leaseId,
  '/settlement-lines/:id': (at) => at.leaseId,
  '/shifts/:id': (at) => at.shiftId,
  '/stalls/:id': (at) => at.stallId,
  // A layout has its board's feed's id.
  '/statements/layouts/:id': (at) => at.feedId,
  '/tariffs/:id': (at) => at.tariffId,
  '/ticket-books/:id': (at) => at.leaseId,
  '/tickets/:id': (at) => at.leaseId,
  '/users/:id': (at) => at.userId,
  '/wallets/:id': (at) => at.leaseId,
  '/vendors/:id': (at) => at.vendorId,
  '/zones/:id': (at) => at.zoneId,
};

/** What a read must be asked with. */
const QUERIES: Readonly<Record<string, Pick>> = {
  'GET /debt-papers/print': ({ leaseId }) => `?ids=${leaseId}`,
  'GET /journal-accounts': ({ boardId }) => `?boardId=${boardId}`,
  'GET /journals': ({ boardId }) => `?boardId=${boardId}&month=2026-10`,
  'GET /ledger/trial-balance': ({ boardId }) => `?boardId=${boardId}`,
  'GET /ledger/money-flow': ({ boardId }) => `?boardId=${boardId}&year=2026`,
  'GET /ledger/statement': ({ boardId }) =>
    `?boardId=${boardId}&account=bank&from=2026-01-01&to=${on}`,
  'GET /boards/:id/payment-receipts/paper': () => '?on=2026-10-12',
  'GET /ticket-kinds': ({ marketId }) => `?marketId=${marketId}&on=${on}`,
  'GET /markets/:id/meter-sheet': () => '?month=2026-11&feeType=water',
  'GET /markets/:id/meter-sheet/file': () => '?month=2026-11&feeType=water',
  'POST /markets/:id/meter-sheet/read': () => '?month=2026-11&feeType=water',
  'GET /markets/:id/calendar': () => `?from=${on}&to=${on}`,
  'GET /boards/:id/bill-runs/differences': () => '?month=2026-11',
  'GET /boards/:id/cash-book': () => '?month=2026-10',
  'GET /boards/:id/cash-book/pdf': () => '?month=2026-10',
  'GET /deposits/accounts': ({ boardId }) => `?boardId=${boardId}`,
  'GET /cash-refunds': ({ boardId }) => `?boardId=${boardId}`,
  'GET /cash/custody': ({ boardId }) => `?boardId=${boardId}`,
  'GET /boards/:id/periods/month': () => '?month=2026-10',
  'GET /boards/:id/periods/proof-pack': () => '?month=2026-10',
  'GET /move-in/comparison': ({ marketId }) => `?marketId=${marketId}&month=2026-10`,
  'GET /move-in/comparison/sum': ({ marketId }) => `?marketId=${marketId}&month=2026-10`,
  'GET /move-in/files': ({ boardId }) => `?boardId=${boardId}`,
  'GET /reports/share': () => '?month=2026-10&by=market&as=is',
  'GET /reports/share/trend': () => '?by=market&as=is&months=2',
};

export function bodyOf(route: { method: string; path: string }, at: Place): object | undefined {
  return BODIES[`${route.method} ${route.path}`]?.(at);
}

/** The object of a route, or undefined where it has none. */
export function objectOf(path: string): Pick | undefined {
  const end = path.indexOf('/:id');
  return end === -1 ? undefined : OBJECTS[path.slice(0, end + 4)];
}

/** Every id of a place that belongs to nobody. */
export function nowhere(): Place {
  const keys = [
    'boardId',
    'marketId',
    'zoneId',
    'stallId',
    'vendorId',
    'leaseId',
    'tariffId',
    'billId',
    'reliefId',
    'depositUseId',
    'recordId',
    'receiptId',
    'shiftId',
    'accountId',
    'userId',
    'feedId',
    'questionId',
    'decisionId',
  ] as const;
  const ids = Object.fromEntries(keys.map((key) => [key, newId()]));
  return { ...ids, communeId: 'C9' } as Place;
}

/** The address of a route at a place. */
export function addressOf(route: { method: string; path: string }, at: Place): string {
  const { method, path } = route;
  const id = objectOf(path)?.(at) ?? newId();
  const query = QUERIES[`${method} ${path}`]?.(at) ?? '';
  return path.replace(':id', id).replace(':day', on).replace(/:\w+/g, newId()) + query;
}
