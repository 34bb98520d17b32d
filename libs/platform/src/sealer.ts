import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { invariant } from '@cho40/kernel';
import { PLATFORM_OPTIONS, type PlatformOptions } from './options';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals personal data and feeds' secrets for the database, with AES-256-GCM under DATA_KEY, which
 * lies outside of it: version (1 byte), nonce (12), tag (16), text.
 */
@Injectable()
export class Sealer {
  private readonly key: Buffer;

  constructor(@Inject(PLATFORM_OPTIONS) options: Pick<PlatformOptions, 'dataKey'>) {
    this.key = Buffer.from(options.dataKey, 'base64');
    invariant(this.key.length === 32, 'the data key has 32 bytes');
  }

  seal(text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
  }

  /**
   * A keyed hash (HMAC-SHA256, 32 bytes): equal for equal texts, so that a whole number is found
   * without opening any. Who has the database but not the key cannot try numbers against it.
   */
  print(text: string): Buffer {
    // A key of its own, so that no hash says anything about the key that seals.
    const key = createHmac('sha256', this.key).update('print').digest();
    return createHmac('sha256', key).update(text, 'utf8').digest();
  }

  /** Throws when another key sealed it or a bit of it changed. */
  open(sealed: Buffer): string {
    invariant(sealed[0] === VERSION, 'not a sealed text');
    const [nonceAt, tagAt, textAt] = [1, 1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES];
    const opener = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(nonceAt, tagAt));
    opener.setAuthTag(sealed.subarray(tagAt, textAt));
    return Buffer.concat([opener.update(sealed.subarray(textAt)), opener.final()]).toString('utf8');
  }
}
