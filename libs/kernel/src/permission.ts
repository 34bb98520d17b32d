/** Everything somebody may be allowed to do. A route names one of these, or is public. */
export const PERMISSIONS = [
  'system.operate', // users of the whole system, feeds' secrets, dead letters, metrics
  'users.manage', // people of one's own boards
  'markets.read',
  'markets.write', // boards, markets, zones, stalls
  'tenancy.read',
  'tenancy.write', // vendors, leases
  'tenancy.personal', // sees vendors' numbers and addresses, prints them on contracts
  'tenancy.approve', // another person's transfer of a lease
  'tariffs.read',
  'tariffs.write', // drafts a tariff
  'tariffs.approve', // another person's tariff
  'billing.read',
  'billing.issue',
  'meters.write', // installs meters, types readings, asks for corrections
  'meters.approve', // another person's correction
  'movein.write', // moves a board's old books in
  'billing.approve', // relief, corrections, write-offs that somebody else proposed
  'banking.read',
  'banking.write', // proposes an account, imports statements
  'banking.approve', // approves an account somebody else proposed
  'banking.personal', // sees payers' names, accounts and texts unmasked
  'reconciliation.read',
  'reconciliation.decide',
  'cards.read',
  'cards.print', // prints and revokes QR cards
  'cash.read',
  'cash.collect', // writes receipts
  'cash.count', // counts a hand-in, keeps the safe
  'cash.manage', // sets the ceiling of cash in hand, answers for phones and differences
  'ledger.read',
  'closing.read',
  'closing.close', // closes a month of the board for ever
  'adoption.read', // the shares, down to the market
  'audit.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** The roles of design/security.md that exist on the ground floor. */
export const ROLES = [
  'systemAdmin',
  'boardHead',
  'boardStaff',
  'accountant',
  'cashier',
  'collector',
  'communeOfficial',
  'departmentViewer',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

const READS = [
  'markets.read',
  'tenancy.read',
  'tariffs.read',
  'billing.read',
  'banking.read',
  'reconciliation.read',
  'cards.read',
  'cash.read',
  'ledger.read',
  'closing.read',
  'adoption.read',
] as const satisfies readonly Permission[];

/**
 * Role → rights: the reviewed table. What a right reaches (boards, markets, administrative units)
 * is the grant's scope, not the role's. A cashier is never also the accountant (identity refuses it).
 */
export const RIGHTS: Readonly<Record<Role, readonly Permission[]>> = {
  systemAdmin: ['system.operate', 'users.manage', 'markets.read', 'markets.write', 'audit.read'],
  boardHead: [
    ...READS,
    'users.manage',
    'markets.write',
    'tenancy.write',
    'tenancy.personal',
    'tenancy.approve',
    'tariffs.write',
    'tariffs.approve',
    'billing.issue',
    'meters.write',
    'meters.approve',
    'movein.write',
    'billing.approve',
    'banking.write',
    'banking.approve',
    'banking.personal',
    'reconciliation.decide',
    'cards.print',
    'cash.manage',
    'closing.close',
    'audit.read',
  ],
  boardStaff: [
    ...READS,
    'markets.write',
    'tenancy.write',
    'tenancy.personal',
    'tariffs.write',
    'billing.issue',
    'meters.write',
    'movein.write',
    'cards.print',
  ],
  accountant: [
    ...READS,
    'tenancy.personal',
    'tariffs.write',
    'billing.issue',
    'billing.approve',
    'meters.write',
    'meters.approve',
    'banking.write',
    'banking.personal',
    'reconciliation.decide',
    'cards.print',
    'closing.close',
    'audit.read',
  ],
  cashier: [
    'markets.read',
    'tenancy.read',
    'billing.read',
    'cards.read',
    'cash.read',
    'cash.count',
    'closing.read',
  ],
  collector: [
    'markets.read',
    'tenancy.read',
    'billing.read',
    'meters.write',
    'cards.read',
    'cash.read',
    'cash.collect',
  ],
  communeOfficial: [
    'markets.read',
    'adoption.read',
    'tariffs.read',
    'tariffs.approve',
    'tenancy.approve',
    'meters.approve',
    'banking.approve',
  ],
  departmentViewer: ['markets.read', 'adoption.read'],
  auditor: [...READS, 'audit.read'],
};
