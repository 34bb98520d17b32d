import { plainWords } from './cells';

/** An administrative unit as a person would write it down. */
export interface NamedUnit {
  readonly id: string;
  /** With its leading zeros; null where no source gives it. */
  readonly code: string | null;
  readonly name: string;
  readonly parentName: string | null;
}

/** Units by all that they may be called: `unitKey` of a code, a name, a name with its province. */
export type NamedUnits = ReadonlyMap<string, readonly NamedUnit[]>;

/** Xã Mèo Vạc is called so, and Mèo Vạc; there is none whose own name begins like this. */
const LEVELS = /^(xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tinh) /;

/** A code whose zeros a spreadsheet dropped is the same code. */
export function unitKey(said: string): string {
  const words = plainWords(said);
  return /^\d+$/.test(words) ? words.replace(/^0+/, '') : words;
}

/** Makes units findable by whatever a person may call them. */
export function namedUnits(units: readonly NamedUnit[]): NamedUnits {
  const named = new Map<string, NamedUnit[]>();
  for (const unit of units)
    for (const key of keysOf(unit)) {
      const others = named.get(key);
      if (others) others.push(unit);
      else named.set(key, [unit]);
    }
  return named;
}

function keysOf({ code, name, parentName }: NamedUnit): ReadonlySet<string> {
  const names = namesOf(name);
  const parents = parentName === null ? [] : namesOf(parentName);
  const whole = names.flatMap((one) => parents.map((parent) => `${one} ${parent}`));
  return new Set([...names, ...whole, ...(code === null ? [] : [unitKey(code)])]);
}

/** The name with and without its level; Quận 1 would be a bare number, which a code is. */
function namesOf(name: string): string[] {
  const words = plainWords(name);
  const bare = words.replace(LEVELS, '');
  return bare === words || /^\d+$/.test(bare) ? [words] : [words, bare];
}
