import { createReadStream } from 'node:fs';
import { Refused } from './refusal';

// A JavaScript string ends at half a billion characters; a line this long is no text of anybody's.
const LINE_CHARACTERS_AT_MOST = 2 ** 26;
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOTDIR: 'no such file',
};

/**
 * The lines of a text file, one by one: UTF-8, or UTF-16 when it begins with that mark; ended by LF
 * or CRLF, the last one with or without. An empty line is a line; what follows the last line's end
 * is none. Bytes that are no text become U+FFFD.
 */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  let count = 0;
  for await (const text of textOf(file)) {
    const pieces = text.split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield withoutReturn(rest + piece);
      rest = '';
      count += 1;
    }
    rest += last;
    if (rest.length > LINE_CHARACTERS_AT_MOST) {
      throw new Refused(`${file}: line ${count + 1} is longer than ${LINE_CHARACTERS_AT_MOST}`);
    }
  }
  if (rest !== '') yield withoutReturn(rest);
}

async function* textOf(file: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const bytes of createReadStream(file)) {
      decoder ??= new TextDecoder(encodingOf(bytes));
      yield decoder.decode(bytes, { stream: true });
    }
  } catch (error) {
    throw new Refused(`${file}: ${causeOf(error)}`);
  }
  yield decoder?.decode() ?? '';
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Why a file could not be read, in words. */
export function causeOf(error: unknown): string {
  const { code, message } = Object(error) as NodeJS.ErrnoException;
  return CAUSES[code ?? ''] ?? message;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
