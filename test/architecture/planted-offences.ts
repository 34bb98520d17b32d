import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Planted {
  fence: string;
  rule: string;
  file: string;
  text: string;
}

const FACE = '// x owns a thing.\n// It promises a thing.\n// It never does another.\n';
const COPIED = ['architecture.mjs', 'tsconfig.json', 'tsconfig.pure.json'];

/** A small clean tree for the offences to be planted in: path → text. */
export function plantedGround(root: string): Record<string, string> {
  return {
    ...Object.fromEntries(COPIED.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
    'libs/kernel/src/index.ts': `${FACE}export { vnd } from './vnd';\n`,
    'libs/kernel/src/vnd.ts':
      'export type Vnd = number;\nexport const vnd = (n: number): Vnd => n;\n',
    'libs/platform/src/index.ts': `${FACE}export { Database } from './database';\n`,
    'libs/platform/src/database.ts': 'export class Database {}\n',
    'libs/markets/src/index.ts': `${FACE}export { marketClass } from './domain/market-class';\n`,
    'libs/markets/src/domain/market-class.ts':
      'export const marketClass = (points: number): number => (points > 400 ? 1 : 2);\n',
    'libs/markets/src/stall-rows.ts': 'export const stallRows = 1;\n',
    'libs/billing/src/index.ts': `${FACE}export { dueDay } from './due-day';\n`,
    'libs/billing/src/due-day.ts': 'export const dueDay = 10;\n',
    'libs/billing/src/bill.dto.ts': 'export class Line {}\n',
    'libs/billing/src/hen.ts':
      "import { egg } from './egg';\nexport const hen = (): unknown => egg;\n",
    'apps/office/src/shown.ts': 'export const shown = 1;\n',
  };
}

const planted = (fence: string, rule: string, file: string, ...lines: string[]): Planted => ({
  fence,
  rule,
  file,
  text: `${lines.join('\n')}\n`,
});

/** One offence each, with the fence and the rule that must find it. */
export const PLANTED: readonly Planted[] = [
  planted(
    'imports',
    'face-only',
    'libs/billing/src/deep.ts',
    "import { stallRows } from '../../markets/src/stall-rows';",
    'export const deep = stallRows;',
  ),
  planted(
    'imports',
    'uses-of-markets',
    'libs/markets/src/upward.ts',
    "import { dueDay } from '@cho40/billing';",
    'export const upward = dueDay;',
  ),
  planted(
    'imports',
    'uses-of-platform',
    'libs/platform/src/upward-type.ts',
    "import type { dueDay } from '@cho40/billing';",
    'export type UpwardType = typeof dueDay;',
  ),
  planted(
    'imports',
    'no-circular',
    'libs/billing/src/egg.ts',
    "import { hen } from './hen';",
    'export const egg = (): unknown => hen;',
  ),
  planted(
    'imports',
    'pure-domain',
    'libs/billing/src/domain/impure.ts',
    "import { readFileSync } from 'node:fs';",
    'export const impure = readFileSync;',
  ),
  planted(
    'imports',
    'pure-domain',
    'libs/billing/src/domain/shell.ts',
    "import { dueDay } from '../due-day';",
    'export const shell = dueDay;',
  ),
  planted(
    'imports',
    'pure-kernel',
    'libs/kernel/src/heavy.ts',
    "import { Injectable } from '@nestjs/common';",
    'export const heavy = Injectable;',
  ),
  planted(
    'imports',
    'web-not-server',
    'apps/office/src/peek.ts',
    "import { dueDay } from '@cho40/billing';",
    'export const peek = dueDay;',
  ),
  planted(
    'imports',
    'libs-not-apps',
    'libs/billing/src/program.ts',
    "import { shown } from '../../../apps/office/src/shown';",
    'export const program = shown;',
  ),
  planted(
    'imports',
    'apps-not-apps',
    'apps/worker/src/borrow.ts',
    "import { shown } from '../../office/src/shown';",
    'export const borrow = shown;',
  ),
  planted(
    'imports',
    'lib-in-list',
    'libs/loyalty/src/points.ts',
    "import { vnd } from '@cho40/kernel';",
    'export const points = vnd(1);',
  ),
  planted(
    'imports',
    'resolvable',
    'libs/billing/src/nowhere.ts',
    "import { nothing } from './nothing';",
    'export const nowhere = nothing;',
  ),
  planted(
    'purity',
    'pure-compile',
    'libs/billing/src/domain/noisy.ts',
    'export const noisy = (): void => console.log(1);',
  ),
  planted(
    'purity',
    'pure-no-await',
    'libs/billing/src/domain/waiting.ts',
    'export const waiting = async (sum: Promise<number>): Promise<number> => await sum;',
  ),
  planted(
    'syntax',
    'one-clock',
    'libs/billing/src/today.ts',
    'export const today = (): number => Date.now();',
  ),
  planted(
    'syntax',
    'one-clock',
    'libs/billing/src/now.ts',
    'export const now = (): Date => new Date();',
  ),
  planted(
    'syntax',
    'one-config',
    'libs/billing/src/environment.ts',
    'export const port = process.env.PORT;',
  ),
  planted(
    'syntax',
    'no-built-sql',
    'libs/billing/src/bill.queries.ts',
    'export const find = (tx: { sql(t: string): unknown }, id: string) => tx.sql(`select ${id}`);',
  ),
  planted(
    'syntax',
    'no-brand-cast',
    'libs/billing/src/cast.ts',
    "import type { Vnd } from '@cho40/kernel';",
    'export const cast = (n: number) => n as Vnd;',
  ),
  planted(
    'syntax',
    'no-double-cast',
    'libs/billing/src/double-cast.ts',
    'export const forced = (n: number) => n as unknown as string;',
  ),
  planted('syntax', 'no-own-mocks', 'libs/billing/src/due-day.spec.ts', "jest.mock('./due-day');"),
  planted(
    'syntax',
    'no-synchronize',
    'libs/platform/src/source.ts',
    'export const source = { synchronize: true };',
  ),
  planted('shape', 'vague-name', 'libs/billing/src/bill-utils.ts', 'export const billUtils = 1;'),
  planted(
    'shape',
    'named-by-noun',
    'libs/billing/src/helpers/rounding.ts',
    'export const rounding = 1;',
  ),
  planted('shape', 'file-name', 'libs/billing/src/BillService.ts', 'export const billService = 1;'),
  planted(
    'shape',
    'file-length',
    'libs/billing/src/long.ts',
    'export const long = 1;'.padEnd(400, '\n'),
  ),
  planted(
    'shape',
    'no-export-star',
    'libs/markets/src/everything.ts',
    "export * from './stall-rows';",
  ),
  planted('shape', 'no-default-export', 'libs/markets/src/nameless.ts', 'export default 1;'),
  planted('shape', 'face-sentences', 'libs/tenancy/src/index.ts', 'export const lease = 1;'),
  planted(
    'routes',
    'route-has-right',
    'libs/billing/src/bills.controller.ts',
    '@Controller()',
    'export class Bills {',
    '  @Get()',
    '  list() {}',
    '  @Can() @Get()',
    '  one() {}',
    '}',
  ),
  planted(
    'migrations',
    'board-table-protected',
    'migrations/0101-billing.sql',
    'create table billing.open (',
    '  board_id uuid not null',
    ');',
  ),
  planted(
    'migrations',
    'foreign-key-down',
    'migrations/0102-markets.sql',
    'create table markets.paid (',
    '  bill_id uuid references billing.bill (id)',
    ');',
  ),
  planted(
    'migrations',
    'no-float-money',
    'migrations/0103-billing.sql',
    'create table billing.sum (',
    '  amount double precision',
    ');',
  ),
  planted(
    'migrations',
    'definer-fixes-path',
    'migrations/0104-billing.sql',
    'create function billing.f() returns void language sql security definer as $$ select $$;',
  ),
  planted(
    'sentences',
    'error-has-sentence',
    'libs/billing/src/errors.ts',
    "import { errorsOf } from '@cho40/kernel';",
    "export const billingError = errorsOf('billing', { billVoid: 'conflict' });",
  ),
  planted('wire', 'one-shape-a-name', 'libs/banking/src/line.dto.ts', 'export class Line {}'),
];
