// Banks', wallets' and people's own words in transfer texts, before numbers.
const RESERVED = 'CT TT HD DH MB FT GD CK QR VQR TKP SEVQR PAY INV NAP THU CHO PHI'.split(' ');

export type PrefixProblem = 'shape' | 'reserved' | 'taken' | 'overlaps';

/**
 * Why a market cannot have this prefix, null when it can. `inUse` are all boards' prefixes, retired
 * ones too: none may be or end with another (KX inside SKX), or one text would name two markets.
 */
export function prefixProblem(prefix: string, inUse: Iterable<string> = []): PrefixProblem | null {
  if (!/^[A-Z]{2,5}$/.test(prefix)) return 'shape';
  if (RESERVED.includes(prefix)) return 'reserved';
  for (const other of inUse) {
    if (other === prefix) return 'taken';
    if (other.endsWith(prefix) || prefix.endsWith(other)) return 'overlaps';
  }
  return null;
}

export function isPrefixAllowed(prefix: string, inUse: Iterable<string> = []): boolean {
  return prefixProblem(prefix, inUse) === null;
}
