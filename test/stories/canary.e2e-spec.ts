import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, SYSTEM_BOARD, systemActor } from '@cho40/platform';
import { BoardFacts } from '../support/board-facts';
import { unitFact } from '../support/unit-fact';
import { testApi, type Person, type TestApi } from '../support/test-api';

/** Words that belong to people: none may stand in a log, a metric, a job or an address. */
const CANARIES = {
  vendor: 'Giàng Thị Hoàng Yến',
  phone: '0987654321',
  account: '9704360011223344',
  username: 'hoang.yen.canary',
  displayName: 'Vàng A Chim Yến',
  password: 'mật khẩu của chim yến',
  content: 'CHIMYEN CHUYEN KHOAN TIEN CHO',
};
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the names and accounts of people', () => {
  const logFile = join(tmpdir(), `cho40-canary-${process.pid}.log`);
  let api: TestApi;
  let head: Person;
  let admin: Person;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi({ logFile });
    const marketId = await api.db.write(systemActor([boardId, SYSTEM_BOARD]), async (tx) => {
      await unitFact(tx, { id: 'P08', level: 'province' });
      return (await BoardFacts.of(tx, boardId, 'P08')).market('CHIM', {});
    });
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    await doWhatLeavesTraces(marketId);
  });
  afterAll(async () => {
    await api.close();
    rmSync(logFile, { force: true });
  });

  /** Right, wrong and broken requests that carry the canaries wherever a request can. */
  async function doWhatLeavesTraces(marketId: string): Promise<void> {
    const { vendor, phone, account, username, displayName, password, content } = CANARIES;
    await head.post('/api/v1/vendors', { boardId, name: vendor, phone });
    await head.post('/api/v1/vendors', { boardId, name: vendor, phone: `${phone} sai` });
    await head.get(`/api/v1/vendors?q=${encodeURIComponent(vendor)}`);
    await head.get(`/api/v1/no-such-page/${encodeURIComponent(vendor)}?phone=${phone}`);
    await head.post('/api/v1/users', {
      username,
      displayName,
      password,
      grants: [{ role: 'collector', scopeKind: 'market', scopeId: marketId }],
    });
    const signIn = new URLSearchParams({ username, password, next: `/app/?q=${vendor}` });
    await head.ask('POST', '/sign-in', { body: signIn.toString(), headers: FORM });
    const mistyped = new URLSearchParams({ username: password, password: username });
    await head.ask('POST', '/sign-in', { body: mistyped.toString(), headers: FORM });
    await head.post('/api/v1/receiving-accounts', {
      boardId,
      bin: '970436',
      number: account,
      holderName: vendor,
      openingBalance: 0,
      openedOn: '2026-11-01',
    });
    await deliver(account, content);
    await api.drainJobs();
    await head.ask('POST', '/api/v1/vendors', { body: `{"name":"${vendor}`, headers: JSON_TYPE });
    // A name where the database refuses one: the driver's error quotes it.
    await head.get(`/api/v1/vendors?q=${encodeURIComponent(`${vendor}\u0000`)}`);
  }

  const JSON_TYPE = { 'content-type': 'application/json' };

  async function deliver(account: string, content: string): Promise<void> {
    const feed = await head.post('/api/v1/feeds', { boardId, auth: 'api-key' });
    const { url, secret } = feed.json<{ url: string; secret: string }>();
    const body = JSON.stringify({
      id: 92704,
      gateway: 'Vietcombank',
      transactionDate: '2026-11-23 08:00:00',
      accountNumber: account,
      code: null,
      content,
      transferType: 'in',
      transferAmount: 250_000,
      accumulated: 0,
      subAccount: null,
      referenceCode: 'FT26327000001',
      description: '',
    });
    const headers = { ...JSON_TYPE, authorization: `Apikey ${secret}` };
    const answer = await api.nobody.ask('POST', url, { body, headers });
    expect(answer.json()).toEqual({ success: true });
  }

  const expectNoCanary = (text: string) => {
    for (const canary of Object.values(CANARIES)) {
      expect(text).not.toContain(canary);
      expect(text).not.toContain(encodeURIComponent(canary));
    }
  };

  it('never stand in the log', () => {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    expect(log.split('\n').length).toBeGreaterThan(20);
    expect(log).toContain('"/api/v1/vendors"');
    expectNoCanary(log);
  });

  it('never stand in the metrics', async () => {
    const metrics = await admin.get('/metrics');
    expect(metrics.text).toContain('route="/api/v1/vendors"');
    expectNoCanary(metrics.text);
    expect(metrics.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('never stand in a job, a violation or a kept answer’s key', async () => {
    const rows = await api.db.read(systemActor([boardId]), (tx) =>
      tx.sql<{ row: string }>(
        `select to_jsonb(j)::text as row from platform.job j
         union all select to_jsonb(v)::text from platform.violation v
         union all select to_jsonb(i)::text from platform.idempotency i
         union all select to_jsonb(t)::text from identity.sign_in_try t`,
      ),
    );
    expect(rows.length).toBeGreaterThan(1);
    expectNoCanary(rows.map(({ row }) => row).join('\n'));
  });

  it('stand sealed or hashed where they must stand at all', async () => {
    const [user] = await api.db.read(systemActor([boardId]), (tx) =>
      tx.sql<{ row: string }>(
        'select to_jsonb(u)::text as row from identity.app_user u where username = $1',
        [CANARIES.username],
      ),
    );
    expect(user?.row).toContain('$argon2id$');
    expect(user?.row).not.toContain(CANARIES.password);
    const vendors = await api.db.read(systemActor([boardId]), (tx) =>
      tx.sql<{ row: string }>('select to_jsonb(v)::text as row from tenancy.vendor v'),
    );
    expect(vendors).toHaveLength(1);
    expect(vendors[0]?.row).not.toContain(CANARIES.phone);
  });
});
