/** Kinds of ASCII characters, as bits. */
export const DIGITS = 1;
export const ALPHANUMERIC = 2;
export const PRINTABLE = 4;
export const ASCII = 8;

/** The kinds of an ASCII character. */
export const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const digit = /[0-9]/.test(character) ? DIGITS : 0;
  const alphanumeric = /[0-9A-Za-z]/.test(character) ? ALPHANUMERIC : 0;
  const printable = /[ -~]/.test(character) ? PRINTABLE : 0;
  return ASCII | digit | alphanumeric | printable;
});
