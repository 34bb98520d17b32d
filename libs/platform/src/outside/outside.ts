import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_OPTIONS, type PlatformOptions } from '../options';

/** Where messages to the world outside go: a gateway over HTTP, or files somebody takes away. */
export type Door =
  | { readonly kind: 'http'; readonly url: string; readonly token?: string }
  | { readonly kind: 'folder'; readonly path: string };

/**
 * What became of a message. `later`: it certainly was not taken, so it may be sent again;
 * `unknown`: it may have been taken, so it must not be.
 */
export interface Delivered {
  readonly outcome: 'accepted' | 'refused' | 'later' | 'unknown';
  /** In the gateway's own words. */
  readonly answer: string;
}

/** What an address outside answered when it was asked. */
export interface Answered {
  /** HTTP's; 0 when nobody answered. */
  readonly status: number;
  readonly body: Buffer;
  /** As the header Retry-After says it. */
  readonly retryAfter: string | null;
}

type Purpose = 'texts' | 'eInvoices';

const SEPAY = 'https://userapi.sepay.vn/v2';
const LARGEST_ANSWER = 1024 * 1024;
const NO_ANSWER: Answered = { status: 0, body: Buffer.alloc(0), retryAfter: null };
const PATIENCE_MS = 10_000;
const ANSWER_LENGTH = 2_000;
const BUSY = [429, 503];
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

@Injectable()
export class Outside {
  constructor(@Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions) {}

  /** What people call the door, null where none was named: the gateway's host, or `file`. */
  nameOf(purpose: Purpose): string | null {
    const door = this.options.doors?.[purpose];
    if (!door) return null;
    return door.kind === 'http' ? new URL(door.url).host : 'file';
  }

  /** Hands one message over; its id is the gateway's key against taking it twice. */
  async send<Message extends { readonly id: string }>(
    purpose: Purpose,
    message: Message,
  ): Promise<Delivered> {
    const door = this.options.doors?.[purpose];
    if (!door) return { outcome: 'later', answer: 'no door' };
    return door.kind === 'http' ? post(door, message) : lay(door.path, message);
  }

  /** Asks SePay's API, as the owner of the token; `path` begins with a slash. */
  async askSePay(path: string, token: string): Promise<Answered> {
    try {
      const response = await fetch(`${this.options.doors?.sePay ?? SEPAY}${path}`, {
        headers: { accept: 'application/json', authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const body = Buffer.from(await response.arrayBuffer());
      if (body.length > LARGEST_ANSWER) return NO_ANSWER;
      return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
    } catch {
      return NO_ANSWER;
    }
  }
}

async function post(
  { url, token }: Extract<Door, { kind: 'http' }>,
  message: { readonly id: string },
): Promise<Delivered> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(message),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': message.id,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.text()).slice(0, ANSWER_LENGTH) || `HTTP ${response.status}`;
    return { outcome: outcomeOf(response.status), answer };
  } catch (error) {
    const code = causeOf(error);
    return { outcome: NEVER_REACHED.includes(code) ? 'later' : 'unknown', answer: code };
  }
}

function outcomeOf(status: number): Delivered['outcome'] {
  if (status >= 200 && status < 300) return 'accepted';
  if (BUSY.includes(status)) return 'later';
  return status >= 400 && status < 500 ? 'refused' : 'unknown';
}

/** fetch says why in its cause: `ECONNREFUSED`; else what kind of failure it was. */
function causeOf(error: unknown): string {
  const { cause = null, name = 'unknown' } = Object(error) as { cause?: unknown; name?: string };
  return cause && typeof cause === 'object' && 'code' in cause ? String(cause.code) : name;
}

/** One file a message: laid there twice it is the same file. */
async function lay(folder: string, message: { readonly id: string }): Promise<Delivered> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${message.id}.json`);
    await writeFile(file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    return { outcome: 'accepted', answer: 'file' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { outcome: 'later', answer: code };
  }
}
