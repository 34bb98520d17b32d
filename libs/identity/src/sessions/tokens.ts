import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; whoever has it is the session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token or a typed name: nobody signs in with it. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
