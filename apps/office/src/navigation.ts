import {
  IconBuildingBank,
  IconBuildingStore,
  IconCalendarEvent,
  IconChartHistogram,
  IconFileInvoice,
  IconLock,
  IconReceipt2,
  IconSettings,
  IconTag,
  IconUsers,
} from '@tabler/icons-react';
import type { Messages } from './messages/vi';
import type { Permission } from './api/session';

export interface NavPage {
  to: string;
  label: keyof Messages['shell']['page'];
  /** Any one of these opens the page. */
  needs: readonly Permission[];
}

export interface NavGroup {
  label: keyof Messages['shell']['group'];
  icon: typeof IconTag;
  pages: readonly NavPage[];
}

/** The office as people walk through it; what a session may not see is left out. */
export const navigation: readonly NavGroup[] = [
  {
    label: 'day',
    icon: IconCalendarEvent,
    pages: [{ to: '/', label: 'today', needs: ['reconciliation.read', 'cash.read'] }],
  },
  {
    label: 'markets',
    icon: IconBuildingStore,
    pages: [
      { to: '/boards', label: 'boards', needs: ['markets.read'] },
      { to: '/markets', label: 'markets', needs: ['markets.read'] },
      { to: '/stalls', label: 'stalls', needs: ['markets.read'] },
      { to: '/stall-map', label: 'stallMap', needs: ['markets.read'] },
      { to: '/cards', label: 'cards', needs: ['cards.read'] },
      { to: '/market-days', label: 'marketDays', needs: ['markets.read'] },
      { to: '/stall-successions', label: 'successions', needs: ['markets.read'] },
      { to: '/move-in', label: 'moveIn', needs: ['movein.write'] },
    ],
  },
  {
    label: 'tenancy',
    icon: IconUsers,
    pages: [
      { to: '/vendors', label: 'vendors', needs: ['tenancy.read'] },
      { to: '/leases', label: 'leases', needs: ['tenancy.read'] },
      { to: '/certificates', label: 'certificates', needs: ['tenancy.read'] },
      {
        to: '/lease-transfers',
        label: 'leaseTransfers',
        needs: ['tenancy.read', 'tenancy.approve'],
      },
    ],
  },
  {
    label: 'tariffs',
    icon: IconTag,
    pages: [
      { to: '/decisions', label: 'decisions', needs: ['tariffs.read'] },
      { to: '/tariffs', label: 'tariffs', needs: ['tariffs.read'] },
    ],
  },
  {
    label: 'billing',
    icon: IconFileInvoice,
    pages: [
      { to: '/bill-runs', label: 'billRuns', needs: ['billing.issue'] },
      { to: '/bills', label: 'bills', needs: ['billing.read'] },
      { to: '/comparison', label: 'comparison', needs: ['movein.write'] },
      { to: '/arrears', label: 'arrears', needs: ['billing.read'] },
      { to: '/debt-papers', label: 'debtPapers', needs: ['billing.read'] },
      { to: '/reminders', label: 'reminders', needs: ['billing.read'] },
      { to: '/journals', label: 'journals', needs: ['ledger.read'] },
      { to: '/meter-sheet', label: 'meterSheet', needs: ['meters.write'] },
      { to: '/meters', label: 'meters', needs: ['meters.write'] },
      {
        to: '/meter-corrections',
        label: 'meterCorrections',
        needs: ['meters.write', 'meters.approve'],
      },
      { to: '/reliefs', label: 'reliefs', needs: ['billing.read'] },
    ],
  },
  {
    label: 'banking',
    icon: IconBuildingBank,
    pages: [
      { to: '/accounts', label: 'accounts', needs: ['banking.read', 'banking.approve'] },
      { to: '/virtual-accounts', label: 'virtualAccounts', needs: ['banking.read'] },
      { to: '/statements', label: 'statements', needs: ['banking.read'] },
      { to: '/settlements', label: 'settlements', needs: ['reconciliation.read'] },
      { to: '/bank-questions', label: 'bankQuestions', needs: ['banking.read'] },
      { to: '/workbench/queue', label: 'queue', needs: ['reconciliation.read'] },
      { to: '/workbench', label: 'workbench', needs: ['reconciliation.read'] },
      { to: '/refunds', label: 'refunds', needs: ['reconciliation.read'] },
      { to: '/claims', label: 'claims', needs: ['reconciliation.read'] },
    ],
  },
  {
    label: 'cash',
    icon: IconReceipt2,
    pages: [
      { to: '/receipts', label: 'receipts', needs: ['cash.read'] },
      { to: '/payment-receipts', label: 'paymentReceipts', needs: ['cash.read'] },
      { to: '/tickets', label: 'tickets', needs: ['billing.read'] },
      { to: '/ticket-books', label: 'ticketBooks', needs: ['cash.read'] },
      { to: '/shifts', label: 'shifts', needs: ['cash.read'] },
      { to: '/hand-ins', label: 'handIns', needs: ['cash.read'] },
      { to: '/cash-differences', label: 'cashDifferences', needs: ['cash.read'] },
      { to: '/deposits', label: 'deposits', needs: ['cash.read'] },
      { to: '/safe-counts', label: 'safeCounts', needs: ['cash.read'] },
      { to: '/cash-refunds', label: 'cashRefunds', needs: ['cash.count'] },
      { to: '/custody', label: 'custody', needs: ['cash.read'] },
      { to: '/phones', label: 'phones', needs: ['cash.read'] },
      { to: '/cash-book', label: 'cashBook', needs: ['closing.read'] },
    ],
  },
  {
    label: 'closing',
    icon: IconLock,
    pages: [
      { to: '/periods', label: 'periods', needs: ['closing.read'] },
      { to: '/money-flow', label: 'moneyFlow', needs: ['ledger.read'] },
      { to: '/trial-balance', label: 'trialBalance', needs: ['ledger.read'] },
      { to: '/verify', label: 'verify', needs: ['audit.read'] },
    ],
  },
  {
    label: 'reports',
    icon: IconChartHistogram,
    pages: [{ to: '/shares', label: 'shares', needs: ['adoption.read'] }],
  },
  {
    label: 'system',
    icon: IconSettings,
    pages: [
      { to: '/users', label: 'users', needs: ['users.manage'] },
      { to: '/deliveries', label: 'deliveries', needs: ['banking.read'] },
      { to: '/audit', label: 'audit', needs: ['audit.read'] },
      { to: '/jobs', label: 'jobs', needs: ['system.operate'] },
    ],
  },
];

export const mayOpen = (page: NavPage, permissions: ReadonlySet<Permission>): boolean =>
  page.needs.some((permission) => permissions.has(permission));

/** Where a session begins: Today for a board, the shares for the Department, else its first page. */
export function firstPage(permissions: ReadonlySet<Permission>): string {
  const mine = navigation
    .flatMap((group) => group.pages)
    .filter((page) => mayOpen(page, permissions))
    .map(({ to }) => to);
  return ['/', '/shares'].find((to) => mine.includes(to)) ?? mine[0] ?? '/';
}
