import { addDays, formatDate, formatVnd, type BusinessDate, type Vnd } from '@cho40/kernel';

/** What a market's template may say, between braces. */
export const BLANKS = ['ten', 'diem', 'cho', 'tien', 'han', 'ma'] as const;
// Without these a vendor cannot tell what to pay, until when and how (issue 3).
const NEEDED: readonly string[] = ['tien', 'han', 'ma'];

export const USUAL_TEMPLATE =
  '{cho}: {ten} ({diem}) con phai nop {tien}, han {han}. Chuyen khoan ghi noi dung {ma}. ' +
  'Da nop thi bo qua tin nay.';

export interface ReminderFacts {
  readonly payerName: string;
  readonly stallCode: string;
  readonly marketName: string;
  readonly due: Vnd;
  readonly dueOn: BusinessDate;
  /** Of the one open bill, else of the stall: it pays the oldest first. */
  readonly code: string;
}

/** What is wrong with a template: a word no one fills in, or one that is missing; null when right. */
export function templateProblem(template: string): { unknown?: string; missing?: string } | null {
  const blanks = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = blanks.find((name) => !BLANKS.some((blank) => blank === name));
  if (unknown !== undefined) return { unknown: `{${unknown}}` };
  const missing = NEEDED.find((name) => !blanks.includes(name));
  return missing ? { missing: `{${missing}}` } : null;
}

/** The text of one lease; a template that was checked has no other blank. */
export function reminderText(template: string, facts: ReminderFacts): string {
  const words: Readonly<Record<string, string>> = {
    ten: facts.payerName,
    diem: facts.stallCode,
    cho: facts.marketName,
    tien: formatVnd(facts.due),
    han: formatDate(facts.dueOn),
    ma: facts.code,
  };
  return template.replaceAll(/\{([^{}]*)\}/g, (blank, name: string) => words[name] ?? blank);
}

export interface ReminderRule {
  readonly isOn: boolean;
  readonly daysBefore: number | null;
  readonly daysAfter: number | null;
}

// Switched on with old debts on the books, a market does not text everybody about last year.
const LATEST_DAYS = 30;

/**
 * The occasion a due day gives today: `before/<day>` in the days before it, `after/<day>` from so
 * many days past it; a day on which the machine was off is made up for. null when there is none.
 */
export function occasionOn(
  today: BusinessDate,
  dueOn: BusinessDate,
  { isOn, daysBefore, daysAfter }: ReminderRule,
): string | null {
  if (!isOn) return null;
  if (daysBefore !== null && today <= dueOn && today >= addDays(dueOn, -daysBefore))
    return `before/${dueOn}`;
  if (daysAfter === null) return null;
  const first = addDays(dueOn, daysAfter);
  return today >= first && today <= addDays(first, LATEST_DAYS) ? `after/${dueOn}` : null;
}

export type ReminderEnd = 'sent' | 'refused' | 'unknown' | 'dropped';
export type AfterTry =
  | { readonly kind: 'ended'; readonly state: ReminderEnd }
  | { readonly kind: 'again'; readonly afterS: number };

const MOST_TRIES = 8;

/**
 * What becomes of a text after a try. Only what certainly was not taken is sent again, half an hour
 * later at most; after eight tries (about two hours) it is dropped, as its day is over.
 */
export function afterTry(
  outcome: 'accepted' | 'refused' | 'later' | 'unknown',
  tries: number,
): AfterTry {
  if (outcome === 'accepted') return { kind: 'ended', state: 'sent' };
  if (outcome !== 'later') return { kind: 'ended', state: outcome };
  if (tries >= MOST_TRIES) return { kind: 'ended', state: 'dropped' };
  return { kind: 'again', afterS: Math.min(30 * 2 ** tries, 1_800) };
}
