import { RIGHTS, ROLES, type Role } from '@cho40/kernel';
import type { Route } from '@cho40/identity';

const HEADS: Readonly<Record<Role, string>> = {
  systemAdmin: 'admin',
  boardHead: 'head',
  boardStaff: 'staff',
  accountant: 'acct',
  cashier: 'cash',
  collector: 'coll',
  communeOfficial: 'comm',
  departmentViewer: 'dept',
  auditor: 'audit',
};

/** Whether a role's holder passes the guard of a route. */
export function mayCall(role: Role, { access }: Route): boolean {
  return access?.kind !== 'can' || RIGHTS[role].includes(access.permission);
}

/** Every route with what it asks and the roles that pass: the table that people review. */
export function routeTable(routes: readonly Route[]): string {
  const head = `${'route'.padEnd(52)}${'asks'.padEnd(24)}${ROLES.map((role) => HEADS[role].padEnd(6)).join('')}`;
  return `${[head, ...routes.map(lineOf)].map((line) => line.trimEnd()).join('\n')}\n`;
}

function lineOf(route: Route): string {
  const { method, path, access } = route;
  const asks = access?.kind === 'can' ? access.permission : (access?.kind ?? 'NOTHING');
  const marks = ROLES.map((role) => (mayCall(role, route) ? 'x' : '.').padEnd(6)).join('');
  return `${`${method} ${path}`.padEnd(52)}${asks.padEnd(24)}${marks}`;
}
