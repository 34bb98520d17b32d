import type { Id, Vnd } from '@cho40/kernel';
import type { RecordClass } from './record-class';

/** The version of the rule below, stored with every decision it makes. */
export const RULES_VERSION = 3;

/**
 * What the finder saw in a record's text: valid codes, what a wrong one may have been, and whether
 * there is a broken one that is none of the valid ones mistyped.
 */
export interface Found {
  readonly codes: readonly string[];
  readonly repairs: readonly string[];
  readonly hasOtherBroken: boolean;
}

/** Whom a code or a virtual account of the board names on the record's day. */
export type Subject =
  | { kind: 'bill'; marketId: Id; billId: Id; leaseId: Id; isVoid: boolean }
  | { kind: 'stall'; marketId: Id; leaseId: Id | null }
  | {
      kind: 'ticket';
      marketId: Id;
      leaseId: null;
      ticketId: Id;
      amount: Vnd;
      state: 'waiting' | 'paid' | 'void';
    };

/** Whose codes begin with a prefix, whichever board it is. */
export interface PrefixOwner {
  readonly boardId: Id;
  readonly marketId: Id;
}

/** Everything that is known of a record when it is decided on. */
export interface Known {
  readonly boardId: Id;
  readonly direction: 'in' | 'out';
  readonly amount: Vnd;
  readonly found: Found;
  /** The codes that exist on the board, by code. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Of all boards, by prefix. */
  readonly prefixes: ReadonlyMap<string, PrefixOwner>;
  /** Whom the number that the money was sent to stands for; null where it is nobody's own. */
  readonly addressed: Subject | null;
  /** It looks like the credit of a wallet's batch: its report says whose money it is. */
  readonly isWalletCredit: boolean;
  /** What the rules that are switched on say the record is, each class once. */
  readonly ruled: readonly RecordClass[];
  /** Whether it is the payment that proved its account to be the board's. */
  readonly isProbe: boolean;
}

export const UNMATCHED_REASONS = [
  'noCode',
  'badCode', // what stands there is no code, and a repair is a suggestion
  'twoCodes',
  'contradiction', // the virtual account names another payer than the code
  'anotherBoard',
  'walletCredit', // a wallet's batch, until its report proves it
  'unknownCode',
  'stallVacant',
  'ticketAmountDiffers', // a ticket is paid whole, by one transfer
  'ticketPaid',
  'ticketVoid',
] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

/** Why a record stands where it stands, whoever decided. */
export const REASONS = [
  'code',
  'billVoid', // the code's bill is void, so the money is credit of its lease
  'virtualAccount',
  'person',
  ...UNMATCHED_REASONS,
  'undone',
  'outgoing',
  'rule', // a rule that a person confirmed says what it is
  'probe', // it proved its account, which the board's own money does
  'deposit', // cash of the safe that was taken to the bank
  'settlement', // a wallet's batch, proven by its report
] as const;
export type Reason = (typeof REASONS)[number];

/** Why a line of a wallet's batch stands where it stands. */
export const LINE_REASONS = [
  ...REASONS,
  'alreadyTold', // a feed or a statement showed this payment by itself
  'refundKnown', // the wallet gave it back, in part or in another batch
  'refunded',
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

/** Whom money is given to: a lease, or one ticket. */
export type Payee =
  | { readonly leaseId: Id; readonly ticketId?: null }
  | { readonly leaseId: null; readonly ticketId: Id };
export type Settle = Payee & {
  readonly kind: 'settle';
  readonly reason: 'code' | 'billVoid' | 'virtualAccount';
  /** Null where the virtual account alone says it. */
  readonly code: string | null;
  readonly marketId: Id;
  /** The bill that is paid before older ones. */
  readonly firstBillId: Id | null;
};
export interface Wait {
  readonly kind: 'unmatched';
  readonly reason: UnmatchedReason;
  /** Where the money belongs as far as a valid code says it. */
  readonly marketId: Id | null;
}
export interface Classify {
  readonly kind: 'classify';
  readonly reason: 'rule' | 'probe';
  readonly as: RecordClass;
  readonly marketId: null;
}
export interface Outgoing {
  readonly kind: 'outgoing';
  readonly reason: 'outgoing';
  readonly marketId: null;
}
export type Conclusion = Settle | Wait | Classify | Outgoing;

/** Whom settled money is given to, apart from why. */
export const payeeOf = (settled: Payee): Payee =>
  settled.leaseId === null
    ? { leaseId: null, ticketId: settled.ticketId }
    : { leaseId: settled.leaseId };

/** What becomes of records decided on together: a ticket is paid by the first that names it. */
export function decideAll(all: readonly Known[]): Conclusion[] {
  const paid = new Set<Id>();
  return all.map((known) => {
    const conclusion = decide(known);
    if (conclusion.kind !== 'settle' || !conclusion.ticketId) return conclusion;
    if (paid.has(conclusion.ticketId)) return wait('ticketPaid', conclusion.marketId);
    paid.add(conclusion.ticketId);
    return conclusion;
  });
}

/**
 * What becomes of a confirmed bank record. Money goes to a lease only on one valid code, or the one
 * virtual account, that names it; never on an amount, a name or a repaired code. Money without a
 * code is classified where it proved its account, or a person's rules say so with one voice.
 * Everything else waits.
 */
export function decide(known: Known): Conclusion {
  const { direction, found, addressed } = known;
  if (direction === 'out') return classed(known) ?? OUTGOING;
  if (known.isWalletCredit) return wait('walletCredit');
  if (addressed) return addressedTo(addressed, known);
  if (found.codes.length > 0) return coded(known);
  if (known.isProbe) return PROBE;
  if (found.repairs.length > 0 || found.hasOtherBroken) return wait('badCode');
  return classed(known) ?? wait('noCode');
}

const PROBE: Classify = { kind: 'classify', reason: 'probe', as: 'probe', marketId: null };
const OUTGOING: Outgoing = { kind: 'outgoing', reason: 'outgoing', marketId: null };

function classed({ ruled }: Known): Classify | null {
  const [as, ...others] = ruled;
  if (as === undefined || others.length > 0) return null;
  return { kind: 'classify', reason: 'rule', as, marketId: null };
}

function coded({ boardId, amount, found, subjects, prefixes }: Known): Settle | Wait {
  const [code = '', ...others] = found.codes;
  if (others.length > 0) return wait('twoCodes', marketOfAll(found.codes, subjects));
  const owner = prefixes.get(prefixOf(code));
  if (owner && owner.boardId !== boardId) return wait('anotherBoard');
  const subject = subjects.get(code);
  // A second one that was mistyped was meant as well.
  if (found.hasOtherBroken) return wait('twoCodes', subject?.marketId);
  if (!subject) return wait('unknownCode', owner?.marketId);
  return settle(subject, code, amount);
}

/** What was sent to a virtual account: whoever it names, unless a code names somebody else. */
function addressedTo(subject: Subject, known: Known): Settle | Wait {
  const { found } = known;
  const { marketId, leaseId } = subject;
  if (leaseId === null) return wait('stallVacant', marketId);
  if (found.codes.length === 0) {
    if (found.hasOtherBroken) return wait('badCode', marketId);
    return { ...settled(marketId, leaseId), reason: 'virtualAccount', code: null };
  }
  const said = coded(known);
  const isAgreed = said.kind === 'settle' && said.leaseId === leaseId;
  return isAgreed || said.reason === 'twoCodes' ? said : wait('contradiction');
}

function settle(subject: Subject, code: string, amount: Vnd): Settle | Wait {
  const { marketId, leaseId } = subject;
  if (subject.kind === 'ticket') {
    const { state, ticketId } = subject;
    if (state !== 'waiting') return wait(state === 'paid' ? 'ticketPaid' : 'ticketVoid', marketId);
    if (subject.amount !== amount) return wait('ticketAmountDiffers', marketId);
    const paid = { leaseId: null, ticketId, firstBillId: null } as const;
    return { kind: 'settle', reason: 'code', code, marketId, ...paid };
  }
  if (leaseId === null) return wait('stallVacant', marketId);
  const isVoid = subject.kind === 'bill' && subject.isVoid;
  const firstBillId = subject.kind === 'bill' && !isVoid ? subject.billId : null;
  const reason = isVoid ? 'billVoid' : 'code';
  return { ...settled(marketId, leaseId), reason, code, firstBillId };
}

const settled = (marketId: Id, leaseId: Id) =>
  ({ kind: 'settle', marketId, leaseId, firstBillId: null }) as const;

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
