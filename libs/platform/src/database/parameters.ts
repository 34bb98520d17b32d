// JSON's other escapes (`\n`, `\u0007`) mean something else to PostgreSQL, and what looks like one is
// not looked at more closely.
const OTHER_ESCAPE = /\\[^"\\]/;

/**
 * A parameter as pg is to send it: an array of plain values as the text that PostgreSQL reads
 * (`{"a","b",NULL}`), written at one go. pg writes arrays value by value, which of a bill run's
 * columns took longer than to price its lines. Whatever else it is stays for pg to write.
 */
export function parameterOf(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every(isPlain)) return value;
  const text = JSON.stringify(value);
  return OTHER_ESCAPE.test(text) ? value : `{${text.slice(1, -1)}}`;
}

const isPlain = (value: unknown) =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value);
