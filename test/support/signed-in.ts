import { randomUUID } from 'node:crypto';

export interface Answer<T> {
  status: number;
  body: T;
}

/** A person at the office app, seen from the API: cookie and CSRF token kept. */
export class SignedIn {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  /** @throws Error when the program refuses the sign-in */
  static async as(url: string, username: string, password: string): Promise<SignedIn> {
    const answer = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ username, password }),
    });
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    if (answer.status !== 303 || cookie.length === 0)
      throw new Error(`${username} was not signed in: ${answer.status} ${await answer.text()}`);
    const headers = { cookie: cookie.join('; ') };
    const session = await fetch(`${url}/api/v1/session`, { headers });
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    return new SignedIn(url, headers.cookie, csrfToken);
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  /** `key` is the Idempotency-Key; give the same one to repeat the same request. */
  post<T>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      'idempotency-key': key,
    });
  }

  /** A multipart upload of one file with the other fields beside it. */
  upload<T>(
    path: string,
    file: { name: string; bytes: Uint8Array },
    fields: Readonly<Record<string, string>> = {},
    key: string = randomUUID(),
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    return this.send('POST', path, form, { 'idempotency-key': key });
  }

  private async send<T>(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      body,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrfToken, ...headers },
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : null) as T };
  }
}
