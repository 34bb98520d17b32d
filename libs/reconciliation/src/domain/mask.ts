/** A payer's side of a bank record: sensitive personal data (Law 91/2025/QH15). */
export interface Payer {
  readonly content: string;
  readonly counterAccount: string | null;
  readonly counterName: string | null;
}

/**
 * What somebody without the right to payers' data sees: of the text the payment codes, of the
 * account its last four digits, of the name its initials.
 */
export function maskPayer(payer: Payer, codes: readonly string[]): Payer {
  return {
    content: ['', ...codes, ''].join('…'),
    counterAccount: payer.counterAccount && `••••${payer.counterAccount.slice(-4)}`,
    counterName: payer.counterName && initialsOf(payer.counterName),
  };
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
