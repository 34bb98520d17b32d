import { newId, systemActor } from '@cho40/platform';
import { testApi, type Person, type TestApi } from '../support/test-api';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the api, whatever is sent to it', () => {
  let api: TestApi;
  let head: Person;
  const boardId = newId();
  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId]), (tx) =>
      tx.sql(`insert into markets.board (id, name) values ($1, 'BQL chợ Quản Bạ')`, [boardId]),
    );
    head = await api.person('boardHead', { kind: 'board', id: boardId });
  });
  afterAll(() => api.close());

  it('says whether it lives and whether it can work', async () => {
    expect((await api.nobody.get('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await api.nobody.get('/health/ready')).json()).toMatchObject({ status: 'ok' });
  });

  it('answers errors as problem+json with a code, and nothing of its inside', async () => {
    const answers: [string, number, string][] = [
      ['/api/v1/nothing-here', 404, 'platform.notFound'],
      ['/api/v1/markets?limit=1000', 400, 'platform.fieldsInvalid'],
      ['/api/v1/markets?cursor=%27', 400, 'platform.fieldsInvalid'],
      ['/api/v1/markets?surprise=1', 400, 'platform.fieldsInvalid'],
      ['/api/v1/markets?q=%00', 400, 'platform.bodyMalformed'],
    ];
    for (const [path, status, code] of answers) {
      const answer = await head.get(path);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status, code, type: `urn:cho40:problem:${code}` });
      expect(answer.text).not.toMatch(/select|\.ts|node_modules/);
    }
  });

  it('refuses a body that is too large, broken or of another kind', async () => {
    const send = (body: string, headers: Record<string, string> = JSON_TYPE) =>
      head.ask('POST', '/api/v1/vendors', { body, headers });
    expect((await send(`"${'x'.repeat(100 * 1024)}"`)).json()).toMatchObject({
      status: 413,
      code: 'platform.bodyTooLarge',
    });
    for (const body of ['{', '{"name":}', '\u0000'])
      expect((await send(body)).json()).toMatchObject({
        status: 400,
        code: 'platform.bodyMalformed',
      });
    expect((await send('<name/>', { 'content-type': 'text/xml' })).status).toBe(400);
  });

  it('takes a feed’s bytes up to 64 KB', async () => {
    const feed = await head.post('/api/v1/feeds', { boardId, auth: 'hmac' });
    const { url } = feed.json<{ url: string }>();
    const send = (bytes: number) =>
      api.nobody.ask('POST', url, { body: Buffer.alloc(bytes, 32), headers: JSON_TYPE });
    expect((await send(64 * 1024 + 1)).json()).toMatchObject({ status: 413 });
    expect((await send(64 * 1024)).status).not.toBe(413);
  });

  it('sends the headers that keep a page ours', async () => {
    const { headers } = await head.get('/api/v1/session');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': expect.stringMatching(/DENY|SAMEORIGIN/),
      'referrer-policy': 'no-referrer',
    });
    expect(String(headers['content-security-policy'])).toMatch(/script-src 'self'(;|$)/);
    expect(String(headers['content-security-policy'])).not.toContain('unsafe-eval');
  });

  it('serves the built office app: a page for each of its addresses, files for ever', async () => {
    const page = await api.nobody.get('/app/markets/any/stalls');
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-cache');
    const [asset = ''] = /\/app\/assets\/[\w.-]+\.js/.exec(page.text) ?? [];
    expect((await api.nobody.get(asset)).headers['cache-control']).toMatch(/immutable/);
    expect((await api.nobody.get('/app/assets/of-an-older-build.js')).status).toBe(404);
    expect((await api.nobody.get('/app/..%2f..%2fpackage.json')).text).not.toContain('"license"');
  });

  it('shows its own description to whoever operates the system, and to nobody else', async () => {
    const admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    for (const path of ['/api/docs', '/api/docs/openapi.json', '/metrics']) {
      expect((await admin.get(path)).status).toBe(200);
      expect((await head.get(path)).status).toBe(403);
      expect((await api.nobody.get(path)).status).toBe(401);
    }
    expect((await admin.get('/api/docs')).text).not.toMatch(/<script/);
  });
});
