import { type Level, named, ROOT, valueOf } from './tlv';

/** What a reading collects: problems make a payload wrong, warnings only odd. */
export interface Findings {
  readonly problems: string[];
  readonly warnings: string[];
}

// EMVCo QRCPS 1.1 table 3.1; real payloads overrun them (an electricity company's name has 31).
const LONGEST_AT_ROOT: ReadonlyMap<number, number> = new Map([
  [59, 25],
  [60, 15],
  [61, 10],
]);
// oxlint-disable-next-line no-control-regex
const NOT_ASCII = /[^\x00-\x7f]/;
const LONGEST_IN_ADDITIONAL = 25;

export function noteLengths(root: Level, { warnings }: Findings): void {
  for (const [id, most] of LONGEST_AT_ROOT)
    noteLength(valueOf(root, id), named(ROOT, id), most, warnings);
}

/** Each value of 62 has at most 25 characters; the templates of payment systems (50–99) up to 99. */
export function noteAdditionalLengths(additional: Level, { warnings }: Findings): void {
  for (const id of additional.ids) {
    if (id >= 50) continue;
    noteLength(valueOf(additional, id), named('62', id), LONGEST_IN_ADDITIONAL, warnings);
  }
}

/** Objects that nobody has defined yet, a category that is none, letters a reader may spoil. */
export function noteOddities(root: Level, { warnings }: Findings): void {
  for (const id of root.ids) {
    if (id >= 65 && id <= 79) warnings.push(`${named(ROOT, id)}: reserved, ignored`);
  }
  if (NOT_ASCII.test(root.text)) warnings.push('payload: characters outside ASCII');
  const category = valueOf(root, 52);
  if (category !== null && !/^\d{4}$/.test(category)) warnings.push('52: not four digits');
}

function noteLength(value: string | null, where: string, most: number, warnings: string[]): void {
  if (value === null || value.length <= most) return;
  const characters = Array.from(value).length;
  if (characters > most) warnings.push(`${where}: ${characters} characters, more than ${most}`);
}
