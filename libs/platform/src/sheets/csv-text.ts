const SEPARATORS = [';', ',', '\t', '|'] as const;

/**
 * The text of a CSV file. Excel on Vietnamese Windows writes "CSV" in Windows-1258, which is taken
 * for what is no UTF-8; texts are given in NFC, since 1258 keeps the tones apart from their letters.
 */
export function csvText(file: Uint8Array): string {
  const read = (encoding: string) => new TextDecoder(encoding).decode(file).normalize('NFC');
  if (file[0] === 0xfe && file[1] === 0xff) return read('utf-16be');
  // Latin letters in UTF-16 without its mark have every second byte empty.
  if ((file[0] === 0xff && file[1] === 0xfe) || file[1] === 0) return read('utf-16le');
  return read(isUtf8(file) ? 'utf-8' : 'windows-1258');
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

/** What parts the columns: the sign that the first line has most of, outside quotes. */
export function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
