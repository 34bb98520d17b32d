import { newId } from '@cho40/platform';
import { signedHeaders } from '../support/bank';
import { testApi, type Answer, type Person, type TestApi } from '../support/test-api';
import { vietcombankXlsx, type PrintedStatement } from '../support/vietcombank-xlsx';

interface List<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}
const NUMBER = '0123456789';

/** A file and its fields as a browser sends them. */
function form(file: Buffer | null, fields: Readonly<Record<string, string>> = {}) {
  const boundary = 'cho40-form';
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const body = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...(file ? [part('name="file"; filename="sao-ke.xlsx"', file)] : []),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

describe('a board and its bank', () => {
  let api: TestApi;
  let head: Person;
  let accountant: Person;
  let staff: Person;
  let stranger: Person;
  let accountId: string;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    const admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    const otherBoard = newId();
    await admin.post('/api/v1/boards', { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' });
    await admin.post('/api/v1/boards', { id: otherBoard, name: 'Ban quản lý chợ Yên Minh' });
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    accountant = await api.person('accountant', { kind: 'board', id: boardId });
    staff = await api.person('boardStaff', { kind: 'board', id: boardId });
    stranger = await api.person('boardHead', { kind: 'board', id: otherBoard });
  });
  afterAll(() => api.close());

  const account = {
    boardId,
    bin: '970436',
    number: NUMBER,
    holderName: 'BQL CHO MEO VAC',
    openingBalance: 1_000_000,
    openedOn: '2026-11-01',
  };

  it('takes an account into use that the accountant proposed and the head approved', async () => {
    const proposed = await accountant.post('/api/v1/receiving-accounts', account);
    expect(proposed.status).toBe(201);
    expect(proposed.json()).toMatchObject({ state: 'proposed', bankName: 'Vietcombank' });
    accountId = proposed.json<{ id: string }>().id;
    const path = `/api/v1/receiving-accounts/${accountId}/approve`;
    expect((await accountant.post(path)).status).toBe(403);
    expect((await stranger.post(path)).status).toBe(404);
    expect((await head.post(path)).json()).toMatchObject({
      state: 'waiting',
      waitsUntil: '2026-11-24T02:00:00.000Z',
      probe: { amount: 1_000 },
      liveAt: null,
    });
    expect((await head.post(path)).json()).toMatchObject({
      code: 'banking.accountAlreadyApproved',
    });
    const taken = await stranger.post('/api/v1/receiving-accounts', account);
    expect([taken.status, taken.json()['code']]).toEqual([404, 'platform.notFound']);
  });

  describe('is told of money by SePay', () => {
    let feed: { id: string; url: string; secret: string };
    const transaction = {
      id: 92704,
      gateway: 'Vietcombank',
      transactionDate: '2026-11-20 08:00:00',
      accountNumber: NUMBER,
      content: 'SKX1483027569 nop tien',
      transferType: 'in',
      transferAmount: 450_000,
    };
    const knock = (body: Buffer, headers: Record<string, string> = {}): Promise<Answer> =>
      api.nobody.ask('POST', feed.url, {
        body,
        headers: {
          'content-type': 'application/json',
          ...signedHeaders(feed.secret, body, api.clock.now()),
          ...headers,
        },
      });

    beforeAll(async () => {
      const opened = await head.post('/api/v1/feeds', { boardId, auth: 'hmac' });
      expect(opened.status).toBe(201);
      feed = opened.json<typeof feed>();
    });

    it('through a door whose secret is shown once', async () => {
      const listed = await head.get('/api/v1/feeds');
      expect(listed.json<List<object>>().items).toMatchObject([{ id: feed.id, url: feed.url }]);
      expect(listed.text).not.toContain(feed.secret);
    });

    it('answered at once and booked, however often it comes', async () => {
      const body = Buffer.from(JSON.stringify(transaction));
      for (let copy = 0; copy < 3; copy += 1) {
        const answer = await knock(body);
        expect([answer.status, answer.text]).toEqual([200, '{"success":true}']);
      }
      await api.drainJobs();
      const records = await accountant.get('/api/v1/bank-records');
      expect(records.json<List<object>>()).toMatchObject({ total: 1 });
    });

    it('of two genuine payments that are alike in all but their number', async () => {
      const alike = { ...transaction, content: 'tien cho', transferAmount: 90_000 };
      for (const id of [92801, 92802])
        expect((await knock(Buffer.from(JSON.stringify({ ...alike, id })))).status).toBe(200);
      await api.drainJobs();
      const records = await accountant.get('/api/v1/bank-records');
      expect(records.json<List<object>>()).toMatchObject({ total: 3 });
    });

    it('answered too when the body is nonsense, of any content type', async () => {
      const nonsense = Buffer.from('{"id":');
      api.clock.moveTo('2026-11-23T09:01:00+07:00');
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
        expect((await knock(nonsense, { 'content-type': type })).status).toBe(200);
      await api.drainJobs();
      const deliveries = await accountant.get(`/api/v1/deliveries?feedId=${feed.id}`);
      const { items } = deliveries.json<List<{ outcome: string; body: string | null }>>();
      expect(items.map(({ outcome }) => outcome).sort()).toEqual([
        'booked',
        'booked',
        'booked',
        'nothing',
        'nothing',
        'unreadable',
        'unreadable',
        'unreadable',
      ]);
      expect(items[0]?.body).toBe('{"id":');
      const masked = await staff.get('/api/v1/deliveries');
      expect(masked.json<typeof deliveries & List<{ body: null }>>().items[0]?.body).toBeNull();
      const today = await accountant.get('/api/v1/banking/today');
      expect(today.json()).toMatchObject({ unreadableDeliveries: 3, openQuestions: 0 });
      const failed = await accountant.get('/api/v1/deliveries?state=failed&verdict=verified');
      const why = { why: 'body' };
      expect(failed.json<List<object>>().items).toMatchObject([why, why, why]);
    });

    it('and read again by hand, which books nothing twice', async () => {
      const listed = await accountant.get('/api/v1/deliveries?state=read');
      const { items } = listed.json<List<{ id: string; outcome: string }>>();
      const booked = items.find(({ outcome }) => outcome === 'booked');
      const replay = `/api/v1/deliveries/${booked?.id}/replay`;
      expect((await staff.post(replay)).status).toBe(403);
      expect((await stranger.post(replay)).status).toBe(404);
      const again = await accountant.post(replay);
      expect(again.json()).toMatchObject({ state: 'read', outcome: 'booked', isBelieved: true });
      const records = await accountant.get('/api/v1/bank-records');
      expect(records.json<List<object>>()).toMatchObject({ total: 3 });
      const audit = await head.get('/api/v1/audit');
      expect(audit.text).toContain('banking.replayDelivery');
    });

    it('not by a stranger, and not at any length', async () => {
      const body = Buffer.from(JSON.stringify(transaction));
      const forged = await knock(body, { 'x-sepay-signature': `sha256=${'0'.repeat(64)}` });
      expect([forged.status, forged.json()['code']]).toEqual([401, 'platform.signatureBad']);
      const counted = await accountant.get('/api/v1/deliveries/bad-signatures');
      expect(counted.json<object[]>()).toMatchObject([{ feedId: feed.id, count: 1 }]);
      expect((await knock(Buffer.alloc(64 * 1024 + 1, ' '))).status).toBe(413);
      expect((await knock(Buffer.alloc(200 * 1024, ' '))).status).toBe(413);
    });

    it('of its own probe payment too, so that payers may be told of the account tomorrow', async () => {
      const path = `/api/v1/receiving-accounts?boardId=${boardId}`;
      type Account = { state: string; probe: { code: string } | null; liveAt: string | null };
      const account = async () =>
        (await accountant.get(path)).json<List<Account>>().items.find(Boolean);
      const content = `KIEM TRA ${(await account())?.probe?.code}`;
      const probe = { ...transaction, id: 92705, transferAmount: 1_000, content };
      const transactionDate = '2026-11-23 09:00:30';
      await knock(Buffer.from(JSON.stringify({ ...probe, transactionDate })));
      await api.drainJobs();
      const liveAt = '2026-11-24T02:00:00.000Z';
      expect(await account()).toMatchObject({ state: 'waiting', probe: null, liveAt });
    });

    it('through a new secret, beside the old one, until the feed ends', async () => {
      const rotated = await head.post(`/api/v1/feeds/${feed.id}/rotate`);
      const { secret } = rotated.json<typeof feed>();
      expect(secret).not.toBe(feed.secret);
      const body = Buffer.from(JSON.stringify({ ...transaction, id: 0 }));
      const renewed = signedHeaders(secret, body, api.clock.now());
      expect((await knock(body)).status).toBe(200);
      expect((await knock(body, renewed)).status).toBe(200);
      expect((await stranger.post(`/api/v1/feeds/${feed.id}/end`)).status).toBe(404);
      await head.post(`/api/v1/feeds/${feed.id}/end`);
      expect((await knock(body, renewed)).status).toBe(401);
    });
  });

  describe('proves a month by its statement', () => {
    const november: PrintedStatement = {
      account: NUMBER,
      from: '2026-11-01',
      to: '2026-11-22',
      opening: 1_000_000,
      lines: [
        { on: '2026-11-20', amount: 450_000, content: 'SKX1483027569 nop tien' },
        { on: '2026-11-20', amount: 90_000, content: 'tien cho' },
        { on: '2026-11-20', amount: 90_000, content: 'tien cho' },
        // Its webhook never came.
        { on: '2026-11-21', amount: 90_000, content: 'tien cho' },
      ],
    };
    let file: Buffer;
    beforeAll(async () => {
      file = await vietcombankXlsx(november);
    });
    const commit = (key: string, bytes: Buffer) => {
      const { body, headers } = form(bytes, { accountId });
      return accountant.ask('POST', '/api/v1/statements', {
        body,
        headers: { ...headers, 'idempotency-key': key },
      });
    };

    it('seen first, then imported once', async () => {
      const preview = await accountant.ask('POST', '/api/v1/statements/preview', form(file));
      expect(preview.json()).toMatchObject({ newCount: 1, linkedCount: 3, statementId: null });
      const first = await commit('november-1', file);
      expect(first.status).toBe(201);
      expect(first.json()).toMatchObject({ newCount: 1, linkedCount: 3, closing: 1_720_000 });
      expect((await commit('november-1', file)).json()).toEqual(first.json());
      expect((await commit('november-2', file)).json()).toMatchObject({ isImported: true });
      const other = await vietcombankXlsx({ ...november, to: '2026-11-23' });
      expect((await commit('november-1', other)).status).toBe(409);
    });

    it('which the list shows with its proven days', async () => {
      const listed = await staff.get('/api/v1/statements');
      expect(listed.json<List<object>>().items).toMatchObject([
        { fileName: 'sao-ke.xlsx', days: 22, provenDays: 22, closing: 1_720_000 },
      ]);
    });

    it.each([
      ['no file', null, 400, 'platform.fileMissing'],
      ['another format', Buffer.from('%PDF-1.7'), 400, 'platform.fileNotXlsx'],
      ['11 MB', Buffer.alloc(11 * 1024 * 1024), 413, 'platform.bodyTooLarge'],
    ])('and refuses %s', async (_, bytes, status, code) => {
      const answer = await accountant.ask('POST', '/api/v1/statements/preview', form(bytes));
      expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    });

    it('not by who may not', async () => {
      expect((await staff.ask('POST', '/api/v1/statements/preview', form(file))).status).toBe(403);
      const answer = await stranger.ask('POST', '/api/v1/statements/preview', form(file));
      expect(answer.status).toBe(404);
    });
  });
});
