import type { Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { PASSWORD, testApi, type Person, type TestApi } from '../support/test-api';

interface Refusal {
  readonly status: number;
  readonly code: string;
}
interface User {
  readonly id: Id;
  readonly username: string;
  readonly grants: { readonly id: Id; readonly role: string; readonly scopeName: string | null }[];
}

describe('the people of a board', () => {
  let api: TestApi;
  let head: Person;
  let admin: Person;
  const [dongVan, meoVac, marketOfDongVan] = [newId(), newId(), newId()];

  beforeAll(async () => {
    api = await testApi();
    for (const [board, name] of [
      [dongVan, 'BQL chợ Đồng Văn'],
      [meoVac, 'BQL chợ Mèo Vạc'],
    ] as const)
      await api.db.write(systemActor([board]), (tx) =>
        tx.sql('insert into markets.board (id, name) values ($1, $2)', [board, name]),
      );
    await api.db.write(systemActor([dongVan]), (tx) =>
      tx.sql(
        `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
                opened_on)
         values ($1, $2, 'DONG-VAN', 'Chợ Đồng Văn', 2, 'solid', 'daily', '2020-01-01')`,
        [dongVan, marketOfDongVan],
      ),
    );
    head = await api.person('boardHead', { kind: 'board', id: dongVan });
    admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
  });
  afterAll(() => api.close());

  const grant = (role: string, boardId: string = dongVan) => ({
    role,
    scopeKind: 'board',
    scopeId: boardId,
  });
  const newUser = (username: string, ...grants: object[]) => ({
    username,
    displayName: 'Vàng Thị Sua',
    password: PASSWORD,
    grants,
  });
  const made = async (by: Person, username: string, ...grants: object[]) => {
    const answer = await by.post('/api/v1/users', newUser(username, ...grants));
    expect(answer.status).toBe(201);
    return answer.json<User>();
  };

  it('are appointed by its head, who then sees them with their roles', async () => {
    const user = await made(head, 'sua.vang', grant('collector'));
    expect(user.grants).toMatchObject([{ role: 'collector', scopeName: 'BQL chợ Đồng Văn' }]);
    const page = await head.get('/api/v1/users?q=sua');
    expect(page.json<{ items: User[] }>().items).toMatchObject([{ username: 'sua.vang' }]);
    const collector = await api.signIn('sua.vang', PASSWORD);
    expect((await collector.get('/api/v1/users')).json<Refusal>()).toMatchObject({
      status: 403,
      code: 'platform.notAllowed',
    });
  });

  it('are not appointed for another board, above the head, or by themselves', async () => {
    const cases: [object, string][] = [
      [grant('collector', meoVac), 'identity.scopeMissing'],
      [{ role: 'systemAdmin', scopeKind: 'system', scopeId: 'system' }, 'identity.grantBeyondOwn'],
      [{ role: 'collector', scopeKind: 'unit', scopeId: 'P08' }, 'identity.scopeDoesNotFit'],
      [grant('collector', newId()), 'identity.scopeMissing'],
    ];
    for (const [wanted, code] of cases) {
      const refused = await head.post('/api/v1/users', newUser('never.made', wanted));
      expect(refused.json<Refusal>().code).toBe(code);
    }
    const me = (await head.get('/api/v1/session')).json<{ user: { id: Id } }>().user.id;
    const own = await head.post(`/api/v1/users/${me}/grants`, grant('cashier'));
    expect(own.json<Refusal>().code).toBe('identity.notForOneself');
    expect((await admin.get('/api/v1/users?q=never.made')).json()).toMatchObject({ total: 0 });
  });

  it('who count the cash never keep the books, also not of one market of the board', async () => {
    const user = await made(head, 'pao.ly', grant('cashier'));
    const refused = await head.post(`/api/v1/users/${user.id}/grants`, grant('accountant'));
    expect(refused.json<Refusal>()).toMatchObject({
      status: 409,
      code: 'identity.cashierIsAccountant',
    });
    const twice = await head.post(`/api/v1/users/${user.id}/grants`, grant('cashier'));
    expect(twice.json<Refusal>().code).toBe('identity.grantOverlaps');
    const ofMarket = { role: 'accountant', scopeKind: 'market', scopeId: marketOfDongVan };
    const smaller = await head.post(`/api/v1/users/${user.id}/grants`, ofMarket);
    expect(smaller.json<Refusal>().code).toBe('identity.cashierIsAccountant');
    const elsewhere = await admin.post(
      `/api/v1/users/${user.id}/grants`,
      grant('accountant', meoVac),
    );
    expect(elsewhere.status).toBe(201);
  });

  it('of another board answer exactly like people who do not exist', async () => {
    const other = await made(admin, 'mua.giang', grant('boardStaff', meoVac));
    for (const path of ['', '/disable', '/grants', '/password']) {
      const method = path === '' ? 'GET' : 'POST';
      const body = path === '/grants' ? grant('auditor') : { password: PASSWORD };
      const ask = (id: string) =>
        head.ask(method, `/api/v1/users/${id}${path}`, {
          body: path === '' || path === '/disable' ? undefined : body,
        });
      const [theirs, missing] = [await ask(other.id), await ask(newId())];
      expect(theirs.status).toBe(404);
      expect(theirs.text.replace(/[0-9a-f-]{36}/g, '')).toBe(
        missing.text.replace(/[0-9a-f-]{36}/g, ''),
      );
    }
  });

  it('lose their sessions when a role ends or they are disabled', async () => {
    const user = await made(head, 'say.ma', grant('collector'), grant('auditor'));
    const person = await api.signIn('say.ma', PASSWORD);
    expect((await person.get('/api/v1/session')).json()).toMatchObject({ roles: [{}, {}] });
    const auditor = user.grants.find(({ role }) => role === 'auditor');
    const ended = await head.post(`/api/v1/users/${user.id}/grants/${auditor?.id}/end`, {
      on: '2026-11-22',
    });
    expect(ended.status).toBe(200);
    expect((await person.get('/api/v1/session')).json()).toMatchObject({ user: null });
    const again = await api.signIn('say.ma', PASSWORD);
    expect((await again.get('/api/v1/session')).json()).toMatchObject({
      roles: [{ role: 'collector' }],
    });
    expect((await head.post(`/api/v1/users/${user.id}/disable`)).status).toBe(204);
    await expect(api.signIn('say.ma', PASSWORD)).rejects.toThrow('401');
  });

  it('who also work for another board are not disabled by this one', async () => {
    const user = await made(admin, 'chu.sung', grant('collector'), grant('collector', meoVac));
    const refused = await head.post(`/api/v1/users/${user.id}/disable`);
    expect(refused.json<Refusal>()).toMatchObject({ status: 403, code: 'identity.grantBeyondOwn' });
    expect((await admin.post(`/api/v1/users/${user.id}/disable`)).status).toBe(204);
  });

  it('get a new first password from their head when theirs is forgotten', async () => {
    const user = await made(head, 'de.lau', grant('collector'));
    const password = 'một mật khẩu khác';
    const reset = await head.post(`/api/v1/users/${user.id}/password`, { password });
    expect(reset.status).toBe(204);
    await api.signIn('de.lau', password);
  });

  it('leave a trail: every change stands in the board’s audit chain, by name', async () => {
    const audit = await head.get('/api/v1/audit?q=identity.');
    const acts = audit.json<{ items: { act: string; actorName: string | null; boardId: Id }[] }>()
      .items;
    expect(new Set(acts.map(({ boardId }) => boardId))).toEqual(new Set([dongVan]));
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'identity.createUser',
        'identity.giveRole',
        'identity.endRole',
        'identity.disableUser',
        'identity.resetPassword',
      ]),
    );
    // null: the program itself, which appointed the first head.
    expect(new Set(acts.map(({ actorName }) => actorName))).toEqual(
      new Set(['Người thứ 1', 'Người thứ 2', null]),
    );
    expect(audit.text).not.toContain(PASSWORD);
  });

  it('are refused with a code per field when something is missing', async () => {
    const refused = await head.post('/api/v1/users', { username: 'A b', extra: 1, grants: [] });
    expect(refused.json()).toMatchObject({
      status: 400,
      code: 'platform.fieldsInvalid',
      facts: { username: 'matches', extra: 'whitelistValidation', grants: 'arrayMinSize' },
    });
  });
});
