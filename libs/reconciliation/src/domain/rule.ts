import { directionOf, type RecordClass } from './record-class';

/** What rules may say. Who gives money back, banks cash or was reversed is said record by record. */
export const RULED_CLASSES = [
  'loan',
  'interest',
  'private',
  'to-budget',
  'treasury',
  'supplier',
  'bank-charge',
  'own-account',
] as const satisfies readonly RecordClass[];
export type RuledClass = (typeof RULED_CLASSES)[number];

/** What a rule looks at; what it does not name may be anything. */
export interface Rule {
  /** Plain words that stand in the text. */
  readonly plainWords: string | null;
  /** The keyed hash of the other side's account, in hex. */
  readonly accountPrint: string | null;
  readonly class: RuledClass;
}

/** A record as rules see it. */
export interface RuledRecord {
  readonly direction: 'in' | 'out';
  readonly plainText: string;
  readonly accountPrint: string | null;
}

export function fits(rule: Rule, record: RuledRecord): boolean {
  const { plainWords, accountPrint } = rule;
  if (directionOf(rule.class) !== record.direction) return false;
  if (plainWords !== null && !record.plainText.includes(plainWords)) return false;
  return accountPrint === null || accountPrint === record.accountPrint;
}

/** What the rules that fit say, each class once: more than one is a contradiction. */
export function classesOf(rules: readonly Rule[], record: RuledRecord): RecordClass[] {
  return [...new Set(rules.filter((rule) => fits(rule, record)).map((rule) => rule.class))];
}

/** A record that a rule would classify if it came in now, and what became of it. */
export interface Rehearsed {
  readonly state: string;
  /** Why it stands there: what a person took back is left to people. */
  readonly reason: string;
  readonly class: RecordClass | null;
}

/** Whether it waits, and nobody has said a word on it yet. */
export const waitsForAnybody = ({ state, reason }: Omit<Rehearsed, 'class'>): boolean =>
  (state === 'unmatched' || state === 'outgoing') && reason !== 'undone';

/**
 * What the records a rule fits are today: those that wait it classifies when it is switched on; one
 * that says otherwise than people did is wrong.
 */
export function rehearsalOf(rule: Rule, fitting: readonly Rehearsed[]) {
  const isSame = (one: Rehearsed) => one.class === rule.class;
  return {
    fits: fitting.length,
    waiting: fitting.filter(waitsForAnybody).length,
    same: fitting.filter(isSame).length,
    otherwise: fitting.filter((one) => !waitsForAnybody(one) && !isSame(one)).length,
  };
}
