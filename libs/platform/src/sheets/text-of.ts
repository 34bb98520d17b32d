const SEPARATORS = [';', ',', '\t', '|'] as const;

/**
 * The text of a file: UTF-8, UTF-16 or Windows-1258. Excel on Vietnamese Windows writes "CSV" in
 * Windows-1258, which is taken for what is no UTF-8; texts are given in NFC, since 1258 keeps the
 * tones apart from their letters.
 */
export function textOf(file: Uint8Array): string {
  const read = (encoding: string) => new TextDecoder(encoding).decode(file).normalize('NFC');
  if (file[0] === 0xfe && file[1] === 0xff) return read('utf-16be');
  if (file[0] === 0xff && file[1] === 0xfe) return read('utf-16le');
  const half = emptyHalf(file.subarray(0, 512));
  if (half) return read(half === 'first' ? 'utf-16be' : 'utf-16le');
  return read(isUtf8(file) ? 'utf-8' : 'windows-1258');
}

/** UTF-16 without its mark shows by digits and Latin letters: one byte of each pair is empty. */
function emptyHalf(start: Uint8Array): 'first' | 'second' | null {
  const empty = (half: number) => start.filter((byte, at) => at % 2 === half && byte === 0).length;
  const [first, second] = [empty(0), empty(1)];
  if (Math.max(first, second) * 5 < start.length) return null;
  return first > second ? 'first' : 'second';
}

function isUtf8(file: Uint8Array): boolean {
  try {
    // `stream`: a part of a file may end in the middle of a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(file, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const LOOKED_AT = 60;

/**
 * What parts the columns: the sign that cuts the most lines at the start into the same number of
 * parts, and into the most. Above a table stand lines of prose, and in it amounts with commas.
 */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const weight = (separator: string) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const parts = line.split(separator).length;
      counts.set(parts, (counts.get(parts) ?? 0) + 1);
    }
    return Math.max(...[...counts].map(([parts, times]) => (parts - 1) * times), 0);
  };
  return SEPARATORS.reduce((best, next) => (weight(next) > weight(best) ? next : best));
}
