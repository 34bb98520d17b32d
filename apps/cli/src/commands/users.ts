import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '@cho40/kernel';
import { DemoSignIns, IdentityModule, Users, type NewGrant } from '@cho40/identity';
import { Boards, MarketsModule } from '@cho40/markets';
import { Database, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { printLine } from '../output';
import { UsageError } from '../refusal';
import { withLibs } from '../with-libs';

export const usage = [
  'users add --username U --name NAME --role ROLE [--scope board:ID|market:ID|unit:ID] [--json]',
  'users demo [--json]',
];

export function run([act, ...args]: string[]): Promise<number> {
  if (act === 'add') return add(args);
  if (act === 'demo') return demo(args);
  throw new UsageError(`add or demo? ${usage.join('; ')}`);
}

/** Adds somebody with one role and a password that is printed once, to be changed by its owner. */
async function add(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      scope: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { username, name } = values;
  if (!username || !name) throw new UsageError(`add needs --username and --name: ${usage[0]}`);
  const grant = grantOf(roleOf(values.role), values.scope);
  const password = randomBytes(12).toString('base64url');
  await withLibs([MarketsModule, IdentityModule], async (libs) => {
    const db = libs.get(Database);
    const boards = await db.read(systemActor([]), (tx) => libs.get(Boards).allIds(tx));
    const user = { username, displayName: name, password, grants: [grant] };
    await db.write(systemActor([SYSTEM_BOARD, ...boards]), (tx) =>
      libs.get(Users).create(tx, user),
    );
  });
  await printLine(
    values.json
      ? JSON.stringify({ username, password })
      : `${username} may sign in with the password ${password}`,
  );
  return 0;
}

/** Shows one sign-in per role of the believable province again. */
async function demo(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const signIns = await withLibs([IdentityModule], (libs) =>
    libs.get(Database).read(systemActor([]), (tx) => libs.get(DemoSignIns).onePerRole(tx)),
  );
  if (values.json) await printLine(JSON.stringify(signIns));
  else if (signIns.length === 0)
    await printLine('there are none: the believable province is not loaded here');
  else
    for (const { role, username, password, displayName } of signIns)
      await printLine(`${role.padEnd(18)}${username.padEnd(22)}${password}  ${displayName}`);
  return 0;
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((name) => name === text);
  if (!role) throw new UsageError(`--role: one of ${ROLES.join(', ')}`);
  return role;
}

function grantOf(role: Role, scope: string | undefined): NewGrant {
  if (role === 'systemAdmin' && !scope) return { role, scopeKind: 'system', scopeId: 'system' };
  const [, kind, scopeId] = /^(board|market|unit):(.+)$/.exec(scope ?? '') ?? [];
  if ((kind !== 'board' && kind !== 'market' && kind !== 'unit') || !scopeId)
    throw new UsageError(`--scope: ${role} needs board:ID, market:ID or unit:ID`);
  return { role, scopeKind: kind, scopeId };
}
