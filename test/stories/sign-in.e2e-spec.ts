import { newId, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { Users } from '@cho40/identity';
import { PASSWORD, testApi, type TestApi } from '../support/test-api';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('signing in', () => {
  let api: TestApi;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId]), (tx) =>
      tx.sql(`insert into markets.board (id, name) values ($1, 'BQL chợ Đồng Văn')`, [boardId]),
    );
  });
  afterAll(() => api.close());

  const tryToSignIn = (username: string, password: string, next = '/app/bills') =>
    api.nobody.ask('POST', '/sign-in', {
      body: new URLSearchParams({ username, password, next }).toString(),
      headers: FORM,
    });
  const board = { kind: 'board', id: boardId } as const;

  it('shows a page without a script to whoever is not signed in', async () => {
    const home = await api.nobody.get('/');
    expect([home.status, home.headers['location']]).toEqual([303, '/sign-in']);
    const page = await api.nobody.get('/sign-in?next=%22%3E%3Cscript%3E');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form');
    expect(page.text).not.toMatch(/<script/i);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('tells the head of a board who they are and how far they reach', async () => {
    const head = await api.person('boardHead', board);
    const session = await head.get('/api/v1/session');
    expect(session.json()).toMatchObject({
      user: { locale: 'vi' },
      roles: [{ role: 'boardHead', scopeKind: 'board', scopeName: 'BQL chợ Đồng Văn' }],
      boards: [{ id: boardId, name: 'BQL chợ Đồng Văn' }],
      markets: [],
    });
    expect((await head.get('/')).headers['location']).toBe('/app/');
  });

  it('tells nobody whether a name exists: the same words, the same status, as slowly', async () => {
    await api.person('collector', board);
    type Tried = Awaited<ReturnType<typeof timeOf>>;
    const timeOf = async (username: string) => {
      const startedAt = performance.now();
      const answer = await tryToSignIn(username, 'not the password');
      return { ms: performance.now() - startedAt, answer };
    };
    const quicker = (one: Tried, other: Tried) => (one.ms < other.ms ? one : other);
    await timeOf('nobody-warm');
    let known = await timeOf('collector-2');
    let unknown = await timeOf('nobody-here');
    // A busy machine makes a try slow, never quick: the quickest of some tells.
    for (let tries = 1; tries < 5; tries += 1) {
      known = quicker(known, await timeOf('collector-2'));
      unknown = quicker(unknown, await timeOf('nobody-here'));
    }
    const wordsOf = (text: string) => /role="alert"[^>]*>([^<]*)</.exec(text)?.[1];
    expect(known.answer.status).toBe(401);
    expect(unknown.answer.status).toBe(401);
    expect(wordsOf(known.answer.text)).toBeTruthy();
    expect(wordsOf(unknown.answer.text)).toBe(wordsOf(known.answer.text));
    // Argon2 takes tens of milliseconds: skipping it for unknown names would show.
    expect(unknown.ms).toBeGreaterThan(known.ms / 3);
  });

  it('hears ten tries of an account, also at once, then lets it wait, then hears it again', async () => {
    await api.db.write(systemActor([SYSTEM_BOARD, boardId]), (tx) =>
      api.get(Users).create(tx, {
        username: 'tried',
        displayName: 'Lò Văn Pao',
        password: PASSWORD,
        grants: [{ role: 'collector', scopeKind: 'board', scopeId: boardId }],
      }),
    );
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, at) => tryToSignIn('tried', `guess number ${at}`)),
    );
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    expect((await tryToSignIn('tried', PASSWORD)).status).toBe(429);
    api.clock.moveTo('2026-11-23T09:16:00+07:00');
    expect((await tryToSignIn('tried', PASSWORD)).status).toBe(303);
  });

  it('goes on to a page of ours only', async () => {
    await api.person('cashier', board);
    const on = await tryToSignIn('cashier-3', PASSWORD, '/app/bills?month=2026-10');
    expect(on.headers['location']).toBe('/app/bills?month=2026-10');
    const away = await tryToSignIn('cashier-3', PASSWORD, 'https://evil.example/');
    expect(away.headers['location']).toBe('/app/');
    expect(String(on.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    expect(on.headers['set-cookie']).not.toEqual(away.headers['set-cookie']);
  });

  it('keeps the cookie for https wherever another machine may listen', async () => {
    const headers = { ...FORM, host: 'cho.hagiang.example' };
    const body = new URLSearchParams({ username: 'cashier-3', password: PASSWORD }).toString();
    const answer = await api.nobody.ask('POST', '/sign-in', { body, headers });
    expect(String(answer.headers['set-cookie'])).toContain('Secure');
  });

  it('does nothing for a page of somebody else', async () => {
    const headers = { ...FORM, 'sec-fetch-site': 'cross-site' };
    const body = new URLSearchParams({ username: 'cashier-3', password: PASSWORD }).toString();
    expect((await api.nobody.ask('POST', '/sign-in', { body, headers })).status).toBe(403);
    const head = await api.person('boardHead', board);
    const forged = await head.ask('PATCH', '/api/v1/session', {
      body: { locale: 'en' },
      headers: { 'x-csrf-token': '' },
    });
    expect(forged.json()).toMatchObject({ status: 403, code: 'identity.csrfMissing' });
  });

  it('ends with signing out', async () => {
    const head = await api.person('boardHead', board);
    expect((await head.signOut()).status).toBe(204);
    expect((await head.get('/api/v1/session')).json()).toMatchObject({ user: null });
    expect((await head.get('/api/v1/users')).json()).toMatchObject({
      status: 401,
      code: 'platform.signInFirst',
    });
  });

  it('ends within five seconds at every other process of the program', async () => {
    const other = await testApi({ beside: api });
    const here = await api.person('boardHead', board);
    const there = other.sameAs(here);
    expect((await there.get('/api/v1/users')).status).toBe(200);
    await here.signOut();
    const fiveSecondsOn = performance.now() + 5_000;
    const watch = jest.spyOn(performance, 'now').mockReturnValue(fiveSecondsOn);
    expect((await there.get('/api/v1/users')).status).toBe(401);
    watch.mockRestore();
    await other.close();
  });

  it('ends everywhere but here when the password changes', async () => {
    await api.person('auditor', board);
    const [here, there] = await Promise.all([
      api.signIn('auditor-7', PASSWORD),
      api.signIn('auditor-7', PASSWORD),
    ]);
    const change = { old: 'not mine', new: 'another long password' };
    const wrong = await here.post('/api/v1/session/password', change);
    expect(wrong.json()).toMatchObject({ status: 400, code: 'identity.passwordWrong' });
    const weak = await here.post('/api/v1/session/password', { old: PASSWORD, new: 'auditor-7' });
    expect(weak.json()).toMatchObject({ code: 'identity.passwordTooWeak' });
    const changed = await here.post('/api/v1/session/password', { ...change, old: PASSWORD });
    expect([changed.status, String(changed.headers['set-cookie'])]).toEqual([
      204,
      expect.stringContaining('cho40_session='),
    ]);
    expect((await there.get('/api/v1/users')).status).toBe(401);
    await api.signIn('auditor-7', 'another long password');
  });
});
