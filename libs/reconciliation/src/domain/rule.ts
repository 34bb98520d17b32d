import type { RecordClass } from './record-class';

/** What a rule looks at; what it does not name may be anything. */
export interface Rule {
  readonly direction: 'in' | 'out';
  /** Plain words that stand in the text. */
  readonly plainWords: string | null;
  /** The keyed hash of the other side's account, in hex. */
  readonly accountPrint: string | null;
  readonly class: RecordClass;
}

/** A record as rules see it. */
export interface RuledRecord {
  readonly direction: 'in' | 'out';
  readonly plainText: string;
  readonly accountPrint: string | null;
}

export function fits(rule: Rule, record: RuledRecord): boolean {
  const { plainWords, accountPrint } = rule;
  if (rule.direction !== record.direction) return false;
  if (plainWords !== null && !record.plainText.includes(plainWords)) return false;
  return accountPrint === null || accountPrint === record.accountPrint;
}

/** What the rules that fit say, each class once: more than one is a contradiction. */
export function classesOf(rules: readonly Rule[], record: RuledRecord): RecordClass[] {
  return [...new Set(rules.filter((rule) => fits(rule, record)).map((rule) => rule.class))];
}
