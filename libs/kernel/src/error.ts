/** What kind of refusal it is; the error filter makes 400, 404, 409, 403 of it. */
export type RefusalKind = 'invalid' | 'not-found' | 'conflict' | 'forbidden';

/** Plain values that fill the sentence the web app shows for a code. No personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal with a code. Sentences for every code, in both languages, live in the office app. */
export class CodedError extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly facts: Facts,
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'CodedError';
  }
}

/**
 * Makes a lib's own error function from its table of codes:
 * `export const billingError = errorsOf('billing', { billVoid: 'conflict' })`, then
 * `throw billingError('billVoid', { billId })` gives the code `billing.billVoid`.
 */
export function errorsOf<const Codes extends Readonly<Record<string, RefusalKind>>>(
  lib: string,
  codes: Codes,
) {
  const make = (code: keyof Codes & string, facts: Facts = {}): CodedError =>
    new CodedError(`${lib}.${code}`, codes[code] ?? 'invalid', facts);
  // The test that every code has its sentences reads this list.
  return Object.assign(make, { codes: Object.keys(codes).map((code) => `${lib}.${code}`) });
}
