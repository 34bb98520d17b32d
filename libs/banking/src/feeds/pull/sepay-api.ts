import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@cho40/kernel';
import { CLOCK, Outside } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { secondsToWait } from '../../domain/feeds/retry-after';

/** Why an API gave nothing. */
export type NoAnswer =
  | { readonly kind: 'busy'; readonly seconds: number }
  /** It does not know the token. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'away' };

// SePay takes three requests a second from an address, whichever token they carry.
const PER_SECOND = 3;
// A second, and what may pass between sending a request and its being counted.
const WINDOW_MS = 1_100;
const TRIES = 3;
// A shorter wait is waited for; a longer one ends the pull.
const PATIENCE_S = 5;

/** SePay's API v2, asked no faster than it allows, by whomever. */
@Injectable()
export class SePayApi {
  /** When the last requests were, or will be, sent. */
  private readonly sentAt: number[] = [];

  constructor(
    private readonly outside: Outside,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page as it came. */
  async get(path: string, token: string): Promise<Buffer | NoAnswer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.askOnce(path, token);
      if (Buffer.isBuffer(answer) || answer.kind !== 'busy') return answer;
      if (tries >= TRIES || answer.seconds > PATIENCE_S) return answer;
      await pause(answer.seconds * 1000);
    }
  }

  private async askOnce(path: string, token: string): Promise<Buffer | NoAnswer> {
    await this.turn();
    const { status, body, retryAfter } = await this.outside.askSePay(path, token);
    if (status === 200) return body;
    if (status === 429 || status === 503)
      return { kind: 'busy', seconds: secondsToWait(retryAfter, this.clock.now()) };
    return status === 401 || status === 403 ? { kind: 'refused' } : { kind: 'away' };
  }

  /** Waits until a request may be sent: no more than so many within any second. */
  private async turn(): Promise<void> {
    const now = performance.now();
    const before = this.sentAt.length >= PER_SECOND ? this.sentAt.shift() : undefined;
    const at = Math.max(now, (before ?? -WINDOW_MS) + WINDOW_MS);
    this.sentAt.push(at);
    if (at > now) await pause(at - now);
  }
}
