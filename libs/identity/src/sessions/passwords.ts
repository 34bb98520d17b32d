import { hash, verify } from '@node-rs/argon2';
import { identityError } from '../errors';

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; the package's defaults.
const SHORTEST = 10;
const LONGEST = 200;

/** Refuses what is guessed first. The length is what counts; no rules about signs. */
export function requireGoodPassword(password: string, username: string): void {
  const isLong = password.length >= SHORTEST && password.length <= LONGEST;
  const isVaried = new Set(password).size >= 5;
  if (!isLong || !isVaried || password.toLowerCase().includes(username.toLowerCase()))
    throw identityError('passwordTooWeak', { shortest: SHORTEST });
}

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for an account that does not exist (`null`) as for one that does. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobodys ??= hash('an account that does not exist');
  const isRight = await verify(kept ?? (await nobodys), password.slice(0, LONGEST));
  return kept !== null && isRight;
}
