import { RIGHTS, type BusinessDate, type Id, type Permission, type Role } from '@cho40/kernel';

export const SCOPE_KINDS = ['system', 'unit', 'board', 'market'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What a right reaches: everything, an administrative unit, a board, or one market of a board. */
export interface Scope {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
}

/** A role for a scope, from a day to another. */
export interface Grant extends Scope {
  readonly role: Role;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** A grant with the boards and markets that its scope reaches today. */
export interface ReachingGrant extends Grant {
  readonly boards: readonly Id[];
  /** 'all' of those boards' markets, also of ones that open tomorrow. */
  readonly markets: 'all' | readonly Id[];
}

/** How far one permission reaches. */
export interface Reach {
  readonly boards: readonly Id[];
  readonly markets: 'all' | readonly Id[];
}

/** Which markets a board has, where single markets and whole boards have to be told apart. */
export interface MarketOfBoard {
  readonly marketId: Id;
  readonly boardId: Id;
}

const MONEY_SCOPES: readonly ScopeKind[] = ['board', 'market'];

/** Money is handled for a board or a market, watched over for a unit. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = {
  systemAdmin: ['system'],
  boardHead: MONEY_SCOPES,
  boardStaff: MONEY_SCOPES,
  accountant: MONEY_SCOPES,
  cashier: MONEY_SCOPES,
  collector: MONEY_SCOPES,
  communeOfficial: ['unit'],
  departmentViewer: ['unit'],
  auditor: ['unit', 'board'],
};

/**
 * Who may give which role: the head appoints the board's people, the system's administrators
 * appoint heads and officials. Nobody gives what stands above them.
 */
const APPOINTS: Partial<Record<Role, readonly Role[]>> = {
  systemAdmin: [
    'systemAdmin',
    'boardHead',
    'boardStaff',
    'accountant',
    'cashier',
    'collector',
    'communeOfficial',
    'departmentViewer',
    'auditor',
  ],
  boardHead: ['boardHead', 'boardStaff', 'accountant', 'cashier', 'collector', 'auditor'],
};

export function isActiveOn(
  grant: Pick<Grant, 'validFrom' | 'validTo'>,
  day: BusinessDate,
): boolean {
  return grant.validFrom <= day && (grant.validTo === null || day <= grant.validTo);
}

export function permissionsOf(grants: readonly Pick<Grant, 'role'>[]): ReadonlySet<Permission> {
  return new Set(grants.flatMap(({ role }) => RIGHTS[role]));
}

/**
 * How far a permission reaches by all the grants that hold it together; null when none does.
 * @param markets every market of the reached boards; asked only where whole boards and single
 *   markets meet
 */
export function reachOf(
  grants: readonly ReachingGrant[],
  permission: Permission,
  markets: readonly MarketOfBoard[],
): Reach | null {
  const holding = grants.filter(({ role }) => RIGHTS[role].includes(permission));
  if (holding.length === 0) return null;
  return unionOf(holding, markets);
}

/** What grants reach together, whatever they permit. */
export function unionOf(
  grants: readonly Pick<ReachingGrant, 'boards' | 'markets'>[],
  markets: readonly MarketOfBoard[],
): Reach {
  const boards = [...new Set(grants.flatMap((grant) => grant.boards))];
  const whole = grants.filter((grant) => grant.markets === 'all').flatMap((grant) => grant.boards);
  if (boards.every((board) => whole.includes(board))) return { boards, markets: 'all' };
  const single = grants.flatMap((grant) => (grant.markets === 'all' ? [] : grant.markets));
  const ofWhole = markets
    .filter(({ boardId }) => whole.includes(boardId))
    .map(({ marketId }) => marketId);
  return { boards, markets: [...new Set([...single, ...ofWhole])] };
}

/** Whether somebody with these grants may give the role at all; with `target`, over that scope. */
export function mayAppoint(granter: readonly ReachingGrant[], role: Role, target?: Reach): boolean {
  return granter
    .filter((held) => APPOINTS[held.role]?.includes(role))
    .some((held) => held.role === 'systemAdmin' || !target || covers(held, target));
}

/** Whether everything that `part` reaches lies within `whole`. */
export function covers(whole: Reach, part: Reach): boolean {
  if (part.boards.length === 0) return false;
  if (!part.boards.every((board) => whole.boards.includes(board))) return false;
  if (whole.markets === 'all') return true;
  const own = whole.markets;
  return part.markets !== 'all' && part.markets.every((market) => own.includes(market));
}
