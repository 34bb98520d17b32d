import argon2 from '@node-rs/argon2';
import { newId, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { Users } from '@cho40/identity';
import { PASSWORD, testApi, type TestApi } from '../support/test-api';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const costOf = (kept: string) => kept.split('$').slice(0, 4).join('$');

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

  it('tells nobody whether a name exists: the same words, the same status, the same work', async () => {
    await api.person('collector', board);
    const weighed = jest.spyOn(argon2, 'verify');
    const tried = async (username: string) => {
      weighed.mockClear();
      const { status, text } = await tryToSignIn(username, 'not the password');
      const said = /role="alert"[^>]*>([^<]*)</.exec(text)?.[1];
      // Argon2 takes tens of milliseconds: skipped or made cheaper for unknown names, it would show.
      const costs = weighed.mock.calls.map(([kept]) => costOf(String(kept)));
      return { status, said, costs };
    };
    const known = await tried('collector-2');
    expect(known).toEqual({
      status: 401,
      said: expect.stringMatching(/\S/),
      costs: ['$argon2id$v=19$m=19456,t=2,p=1'],
    });
    expect(await tried('nobody-here')).toEqual(known);
    weighed.mockRestore();
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
