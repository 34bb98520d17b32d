import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@cho40/kernel';
import { Users } from '@cho40/identity';
import {
  BoardList,
  Database,
  JobRunner,
  openLog,
  SYSTEM_BOARD,
  systemActor,
  type PlatformOptions,
} from '@cho40/platform';
import { createApi } from '../../apps/api/src/api';
import { PATIENT_LIMITS, testDatabase, type TestDatabase } from './database';
import { clockAt } from './opened';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as the test expects it; fails the test where it is no JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface Asked {
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody at a browser: keeps the cookie and sends the CSRF token back. */
export interface Person {
  readonly cookie: string;
  readonly csrfToken: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, headers?: Asked['headers']): Promise<Answer>;
  ask(method: Method, path: string, asked?: Asked): Promise<Answer>;
  signOut(): Promise<Answer>;
}

/** The whole api on a migrated database of its own; asked without a network. */
export interface TestApi {
  readonly db: Database;
  readonly clock: ReturnType<typeof clockAt>;
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  readonly get: INestApplicationContext['get'];
  readonly nobody: Person;
  /** Makes a user with one role and signs them in. */
  person(
    role: Role,
    scope: { kind: 'system' | 'unit' | 'board' | 'market'; id: string },
  ): Promise<Person>;
  signIn(username: string, password: string): Promise<Person>;
  /** Somebody who signed in at another process: the same cookie and token, sent here. */
  sameAs(person: Person): Person;
  /** Runs every job that is due. */
  drainJobs(): Promise<void>;
  close(): Promise<void>;
}

export const PASSWORD = 'chợ phiên sáng chủ nhật';

interface TestApiOptions {
  /** Where the program's log goes, for tests that read it. */
  readonly logFile?: string;
  /** Where texts and requests for e-invoices go. */
  readonly doors?: PlatformOptions['doors'];
  /** Another process of the same program: it stands on that one's database. */
  readonly beside?: TestApi;
}

export async function testApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.beside?.database ?? (await testDatabase());
  const clock = clockAt('2026-11-23T09:00:00+07:00');
  const platform = {
    databaseUrl: database.databaseUrl,
    dataKey: randomBytes(32).toString('base64'),
    limits: PATIENT_LIMITS,
    poolSize: 10,
    // No test asks SePay itself.
    doors: { sePay: 'http://127.0.0.1:1', ...options.doors },
    clock,
  };
  const log = openLog(options.logFile ? 'trace' : 'silent', options.logFile);
  const app = await createApi(platform, log);
  const db = app.get(Database);
  const signIn = (username: string, password: string) => signedIn(app, username, password);
  let people = 0;
  return {
    db,
    clock,
    database,
    app,
    get: app.get.bind(app),
    nobody: personOf(app),
    signIn,
    sameAs: ({ cookie, csrfToken }) => personOf(app, cookie, csrfToken),
    person: async (role, { kind, id }) => {
      const username = `${role.toLowerCase()}-${(people += 1)}`;
      const user = {
        username,
        displayName: `Người thứ ${people}`,
        password: PASSWORD,
        grants: [{ role, scopeKind: kind, scopeId: id }],
      };
      const boards = await db.read(systemActor([]), (tx) => app.get(BoardList).ids(tx));
      await db.write(systemActor([SYSTEM_BOARD, ...boards]), (tx) =>
        app.get(Users).create(tx, user),
      );
      return signIn(username, PASSWORD);
    },
    drainJobs: () => app.get(JobRunner).drain(),
    close: async () => {
      await app.close();
      if (!options.beside) await database.drop();
    },
  };
}

function personOf(app: NestFastifyApplication, cookie = '', csrfToken = ''): Person {
  const ask = async (method: Method, path: string, { body, headers }: Asked = {}) => {
    const response = await app.inject({
      method,
      url: path,
      payload: body,
      headers: { cookie, 'x-csrf-token': csrfToken, ...headers },
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      json: <T>() => JSON.parse(response.body) as T,
    };
  };
  return {
    cookie,
    csrfToken,
    ask,
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, { body, headers }),
    signOut: () => ask('POST', '/api/v1/session/end'),
  };
}

async function signedIn(
  app: NestFastifyApplication,
  username: string,
  password: string,
): Promise<Person> {
  const form = new URLSearchParams({ username, password }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await personOf(app).ask('POST', '/sign-in', { body: form, headers });
  if (answer.status !== 303) throw new Error(`signing in ${username}: ${answer.status}`);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const session = await personOf(app, cookie).get('/api/v1/session');
  return personOf(app, cookie, session.json<{ csrfToken: string }>().csrfToken);
}
