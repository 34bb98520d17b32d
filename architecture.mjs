// The one list of libs. A lib may use only the libs named for it, and those stand above it.
// dependency-cruiser, the fences in test/architecture and docs/architecture.md read this file.
// closing, cards and portal have their place before their first line is written.
export const libs = {
  kernel: [],
  vietqr: ['kernel'],
  platform: ['kernel'],
  ledger: ['kernel', 'platform'],
  markets: ['kernel', 'platform'],
  identity: ['kernel', 'platform', 'markets'],
  tariffs: ['kernel', 'platform', 'markets'],
  tenancy: ['kernel', 'platform', 'markets'],
  banking: ['kernel', 'platform', 'vietqr', 'ledger', 'markets'],
  billing: [
    'kernel', 'platform', 'vietqr', 'ledger', 'markets', 'tariffs', 'tenancy', 'banking',
  ],
  reconciliation: [
    'kernel', 'platform', 'vietqr', 'ledger', 'markets', 'tenancy', 'banking', 'billing',
  ],
  cash: [
    'kernel', 'platform', 'ledger', 'markets', 'tariffs', 'tenancy', 'banking', 'billing',
    'reconciliation',
  ],
  closing: [
    'kernel', 'platform', 'ledger', 'markets', 'banking', 'billing', 'reconciliation', 'cash',
  ],
  cards: ['kernel', 'platform', 'vietqr', 'markets', 'tenancy', 'banking', 'billing'],
  portal: [
    'kernel', 'platform', 'vietqr', 'markets', 'tariffs', 'tenancy', 'banking', 'billing',
    'reconciliation', 'cash', 'cards',
  ],
  adoption: [
    'kernel', 'platform', 'markets', 'tenancy', 'banking', 'billing', 'reconciliation', 'cash',
    'cards', 'portal',
  ],
};

// The programs. The web apps see only generated API types, never server code.
export const serverApps = ['api', 'worker', 'cli'];
export const webApps = ['office', 'field'];
