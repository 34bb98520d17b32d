import type { Id } from '@cho40/kernel';

/** The version of the rule below, stored with every decision it makes. */
export const RULES_VERSION = 1;

/** What the finder saw in a record's text; repairs are what a wrong code may have been. */
export interface Found {
  readonly codes: readonly string[];
  readonly repairs: readonly string[];
}

/** Whom a code of the board names on the record's day. */
export type Subject =
  | { kind: 'bill'; marketId: Id; billId: Id; leaseId: Id; isVoid: boolean }
  | { kind: 'stall'; marketId: Id; leaseId: Id | null };

/** Whose codes begin with a prefix, whichever board it is. */
export interface PrefixOwner {
  readonly boardId: Id;
  readonly marketId: Id;
}

/** Everything that is known of a record when it is decided on. */
export interface Known {
  readonly boardId: Id;
  readonly found: Found;
  /** The codes that exist on the board, by code. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Of all boards, by prefix. */
  readonly prefixes: ReadonlyMap<string, PrefixOwner>;
}

export const UNMATCHED_REASONS = [
  'noCode',
  'badCode', // only a repair would make it a code, and a repair is a suggestion
  'twoCodes',
  'anotherBoard',
  'unknownCode',
  'stallVacant',
] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

/** Why a record stands where it stands, whoever decided. */
export const REASONS = [
  'code',
  'billVoid', // the code's bill is void, so the money is credit of its lease
  'person',
  ...UNMATCHED_REASONS,
  'undone',
  'outgoing',
  'rule', // a rule that a person confirmed says what it is
  'deposit', // cash of the safe that was taken to the bank
] as const;
export type Reason = (typeof REASONS)[number];

export interface Settle {
  readonly kind: 'settle';
  readonly reason: 'code' | 'billVoid';
  readonly code: string;
  readonly marketId: Id;
  readonly leaseId: Id;
  /** The bill that is paid before older ones. */
  readonly firstBillId: Id | null;
}
export interface Wait {
  readonly kind: 'unmatched';
  readonly reason: UnmatchedReason;
  /** Where the money belongs as far as a valid code says it. */
  readonly marketId: Id | null;
}

/**
 * What becomes of an incoming bank record. Money goes to a lease only on one valid code that names
 * it; never on an amount, a name or a repaired code. Everything else waits for a person.
 */
export function decide({ boardId, found, subjects, prefixes }: Known): Settle | Wait {
  const [code, ...others] = found.codes;
  if (code === undefined) return wait(found.repairs.length > 0 ? 'badCode' : 'noCode');
  if (others.length > 0) return wait('twoCodes', marketOfAll(found.codes, subjects));
  const owner = prefixes.get(prefixOf(code));
  if (owner && owner.boardId !== boardId) return wait('anotherBoard');
  const subject = subjects.get(code);
  if (!subject) return wait('unknownCode', owner?.marketId);
  return settle(code, subject);
}

function settle(code: string, subject: Subject): Settle | Wait {
  const { marketId, leaseId } = subject;
  if (leaseId === null) return wait('stallVacant', marketId);
  const isVoid = subject.kind === 'bill' && subject.isVoid;
  const firstBillId = subject.kind === 'bill' && !isVoid ? subject.billId : null;
  const reason = isVoid ? 'billVoid' : 'code';
  return { kind: 'settle', reason, code, marketId, leaseId, firstBillId };
}

function wait(reason: UnmatchedReason, marketId: Id | null = null): Wait {
  return { kind: 'unmatched', reason, marketId };
}

/** The one market that all codes name, or null. */
function marketOfAll(codes: readonly string[], subjects: ReadonlyMap<string, Subject>): Id | null {
  const markets = new Set(codes.map((code) => subjects.get(code)?.marketId ?? null));
  const [market = null] = markets;
  return markets.size === 1 ? market : null;
}

// Ten digits follow the prefix: the kind, seven of the serial, two check digits.
const prefixOf = (code: string) => code.slice(0, -10);
