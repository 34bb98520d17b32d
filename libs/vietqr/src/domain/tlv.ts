/**
 * One level of a payload: the objects `id(2) length(2) value` between two places of `text`. Values
 * are cut out when asked for. `problem` says where the structure breaks, null when it holds.
 */
export interface Level {
  readonly text: string;
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly problem: string | null;
}

const ZERO = 48;

/** Reads the objects from `from` to `to`. `path` is how problems name the level, `38-` or nothing. */
export function readLevel(text: string, from: number, to: number, path: string): Level {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const broken = (problem: string): Level => ({ text, ids, starts, ends, problem });
  for (let at = from; at < to; ) {
    if (at + 4 > to) return broken(`${path}: cut off inside an id or length at ${at}`);
    const id = twoDigits(text, at);
    const length = twoDigits(text, at + 2);
    if (id < 0 || length < 0) {
      return broken(
        `${path}: no id and length at ${at}: ${JSON.stringify(text.slice(at, at + 4))}`,
      );
    }
    if (length === 0) return broken(`${named(path, id)}: length 00`);
    if (ids.includes(id)) return broken(`${named(path, id)}: comes twice`);
    const end = skip(text, at + 4, length);
    if (end > to) return broken(`${named(path, id)}: length ${length} runs past its end`);
    ids.push(id);
    starts.push(at + 4);
    ends.push(end);
    at = end;
  }
  return { text, ids, starts, ends, problem: null };
}

export function valueOf(level: Level, id: number): string | null {
  const place = level.ids.indexOf(id);
  return place < 0 ? null : level.text.slice(level.starts[place], level.ends[place]);
}

/** The objects inside the object `id`; null where there is no such object. */
export function levelIn(level: Level, id: number, path: string): Level | null {
  const place = level.ids.indexOf(id);
  if (place < 0) return null;
  return readLevel(level.text, level.starts[place] ?? 0, level.ends[place] ?? 0, path);
}

/** `38` and 1 → `38-01`; at the root the id alone. */
export function named(path: string, id: number): string {
  const text = String(id).padStart(2, '0');
  return path === ROOT ? text : `${path}-${text}`;
}

export const ROOT = 'payload';

/** Writes one object; the caller has seen to it that the value has 1 to 99 characters. */
export function tlv(id: string, value: string): string {
  return id + (value.length < 10 ? '0' : '') + value.length + value;
}

export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

// Lengths count characters: one outside the basic plane is one, though JavaScript stores two units.
function skip(text: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0; left -= 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}
