/** What a file in commands/ exports: its usage lines, and a run that gives the exit code. */
export interface Command {
  readonly usage: readonly string[];
  run(args: string[]): Promise<number>;
}

interface Entry {
  readonly does: string;
  readonly load: () => Promise<Command>;
}

/**
 * Every command of `cho40`, one line each. They are loaded when called, so that one which needs no
 * database starts without Nest and TypeORM.
 */
export const COMMANDS: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ['backup', { does: 'copies the running database', load: () => import('./commands/backup.js') }],
  [
    'bill',
    { does: 'rehearses and issues the bills of a month', load: () => import('./commands/bill.js') },
  ],
  ['code', { does: 'mints and finds payment codes', load: () => import('./commands/code.js') }],
  [
    'import-statement',
    {
      does: 'imports a bank statement, or shows what that would do',
      load: () => import('./commands/import-statement.js'),
    },
  ],
  [
    'move-in',
    {
      does: "moves a board's old books in, or shows what that would do",
      load: () => import('./commands/move-in.js'),
    },
  ],
  [
    'market-days',
    {
      does: 'shows on which days of a month a market meets',
      load: () => import('./commands/market-days.js'),
    },
  ],
  [
    'migrate',
    { does: 'brings the database up to date', load: () => import('./commands/migrate.js') },
  ],
  ['report', { does: 'shows the share of a month', load: () => import('./commands/report.js') }],
  ['restore', { does: 'puts a backup back', load: () => import('./commands/restore.js') }],
  ['seed', { does: 'loads the believable province', load: () => import('./commands/seed.js') }],
  [
    'stall-map',
    {
      does: 'takes a grid of stall codes as a market’s map, or shows what that would do',
      load: () => import('./commands/stall-map.js'),
    },
  ],
  [
    'users',
    { does: 'adds people, shows the demo sign-ins', load: () => import('./commands/users.js') },
  ],
  [
    'verify',
    { does: 'checks every invariant on every board', load: () => import('./commands/verify.js') },
  ],
  [
    'vietqr',
    { does: 'writes and reads VietQR payloads', load: () => import('./commands/vietqr.js') },
  ],
]);
