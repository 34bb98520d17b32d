import { formatVnd, sumVnd, type Id, type Vnd } from '@cho40/kernel';
import { plain } from './plain';

/** A lease that may be meant. */
export interface Candidate {
  readonly leaseId: Id;
  readonly marketName: string;
  readonly stallCode: string;
  readonly vendorName: string;
  /** Whether it runs on the day the bank booked the money. */
  readonly isCurrent: boolean;
  /** The oldest first. */
  readonly openBills: readonly OpenBill[];
}
export interface OpenBill {
  readonly billId: Id;
  readonly due: Vnd;
}

/** A code that names a lease, and its bill where it is a bill's. */
export interface NamedBy {
  readonly code: string;
  readonly billId: Id | null;
}

/** What a record says of its payer, by lease where it names one. */
export interface Hints {
  readonly amount: Vnd;
  readonly content: string;
  readonly counterName: string | null;
  /** Valid codes: more than one, or one beside a virtual account. */
  readonly named: ReadonlyMap<Id, NamedBy>;
  /** What a broken code may have been. */
  readonly repaired: ReadonlyMap<Id, NamedBy>;
  readonly addressed: Id | null;
  /** Leases that the payer's account was learned for, and how often it paid for them. */
  readonly learned: ReadonlyMap<Id, number>;
}

const EVIDENCE = {
  code: 100,
  virtualAccount: 90,
  learnedPayer: 60,
  repairedCode: 50,
  stallInText: 25,
  vendorInText: 20,
  openAmount: 15,
} as const;
const AGAINST = { leaseEnded: 15, nothingDue: 10, amountDiffers: 5, amountShared: 0 } as const;
export type EvidenceKind = keyof typeof EVIDENCE;
export type AgainstKind = keyof typeof AGAINST;

/** One thing that speaks for a lease or against it, as people read it. */
export interface Word<Kind> {
  readonly kind: Kind;
  readonly words: string;
}

export interface Suggestion extends Omit<Candidate, 'isCurrent' | 'openBills'> {
  /** The bill that the money would pay first. */
  readonly billId: Id | null;
  readonly due: Vnd;
  readonly score: number;
  readonly evidence: readonly Word<EvidenceKind>[];
  readonly against: readonly Word<AgainstKind>[];
  /** How many others say as much for themselves: then a person must know better. */
  readonly tiedWith: number;
}

// As many as have a key on the keyboard.
const AT_MOST = 9;

/**
 * Whose money a record may be, the likeliest first; only what something speaks for. It ranks and
 * credits nobody: a person decides, and equal ones are told as equal.
 */
export function suggest(hints: Hints, candidates: readonly Candidate[]): Suggestion[] {
  const sharing = candidates.filter((one) => owesExactly(one, hints.amount)).length;
  const weighed = candidates
    .map((candidate) => weigh(candidate, hints, sharing))
    .filter(({ evidence }) => evidence.length > 0)
    .sort((one, other) => other.score - one.score || inOrder(one, other));
  return weighed.slice(0, AT_MOST).map((one) => ({
    ...one,
    tiedWith: weighed.filter(({ score }) => score === one.score).length - 1,
  }));
}

type Weighed = Omit<Suggestion, 'tiedWith'>;

function weigh(candidate: Candidate, hints: Hints, sharing: number): Weighed {
  const { leaseId, marketName, stallCode, vendorName, openBills } = candidate;
  const evidence = evidenceFor(candidate, hints);
  const against = evidence.length > 0 ? wordsAgainst(candidate, hints.amount, sharing) : [];
  const speaksFor = evidence.reduce((sum, { kind }) => sum + EVIDENCE[kind], 0);
  const score = against.reduce((sum, { kind }) => sum - AGAINST[kind], speaksFor);
  const exact = openBills.find(({ due }) => due === hints.amount)?.billId ?? null;
  const named = hints.named.get(leaseId) ?? hints.repaired.get(leaseId);
  const billId = named?.billId ?? exact;
  const due = dueOf(candidate);
  return { leaseId, marketName, stallCode, vendorName, billId, due, score, evidence, against };
}

function evidenceFor(candidate: Candidate, hints: Hints): Word<EvidenceKind>[] {
  const { leaseId, stallCode, vendorName } = candidate;
  const found: Word<EvidenceKind>[] = [];
  const say = (kind: EvidenceKind, words: string) => found.push({ kind, words });
  const named = hints.named.get(leaseId);
  if (named) say('code', `Mã ${named.code} trong nội dung`);
  if (hints.addressed === leaseId) say('virtualAccount', 'Gửi vào tài khoản ảo của điểm này');
  const times = hints.learned.get(leaseId);
  if (times !== undefined)
    say('learnedPayer', times > 0 ? `Tài khoản này đã trả cho điểm này ${times} lần` : LEARNED);
  const repaired = hints.repaired.get(leaseId);
  if (repaired) say('repairedCode', `Mã viết sai, gần nhất là ${repaired.code}`);
  if (isStallIn(hints.content, stallCode)) say('stallInText', `Có “${stallCode}” trong nội dung`);
  if (isNamed(hints, vendorName)) say('vendorInText', `Có tên ${vendorName}`);
  if (owesExactly(candidate, hints.amount))
    say('openAmount', `Còn nợ đúng ${formatVnd(hints.amount)}`);
  return found;
}

const LEARNED = 'Đã nhớ: tài khoản này trả cho điểm này';

function wordsAgainst(candidate: Candidate, amount: Vnd, sharing: number): Word<AgainstKind>[] {
  const found: Word<AgainstKind>[] = [];
  const say = (kind: AgainstKind, words: string) => found.push({ kind, words });
  const due = dueOf(candidate);
  const isExact = owesExactly(candidate, amount);
  if (!candidate.isCurrent) say('leaseEnded', 'Hợp đồng không còn hiệu lực ngày đó');
  if (due === 0) say('nothingDue', 'Không còn nợ');
  else if (!isExact) say('amountDiffers', `Còn nợ ${formatVnd(due)}, khác số tiền này`);
  if (isExact && sharing > 1)
    say('amountShared', `${sharing - 1} hợp đồng khác cũng còn nợ đúng số này`);
  return found;
}

const dueOf = ({ openBills }: Candidate): Vnd => sumVnd(openBills.map(({ due }) => due));

const owesExactly = (candidate: Candidate, amount: Vnd): boolean =>
  dueOf(candidate) === amount || candidate.openBills.some(({ due }) => due === amount);

// A12 does not stand in A123; a code of one or two signs stands in every text.
function isStallIn(content: string, stallCode: string): boolean {
  const stall = plain(stallCode);
  const text = plain(content);
  const at = text.indexOf(stall);
  return stall.length >= 3 && at >= 0 && !/[0-9]/.test(text.charAt(at + stall.length));
}

function isNamed({ content, counterName }: Hints, vendorName: string): boolean {
  const name = plain(vendorName);
  return (
    name.length >= 6 && [content, counterName ?? ''].some((text) => plain(text).includes(name))
  );
}

const inOrder = (one: Weighed, other: Weighed) =>
  one.stallCode.localeCompare(other.stallCode, 'vi', { numeric: true }) ||
  one.leaseId.localeCompare(other.leaseId);
