import { newId, readCsv, readSheets, systemActor, type Sheet } from '@cho40/platform';
import { Vendors } from '@cho40/tenancy';
import { testApi, type Person, type TestApi } from '../support/test-api';

describe('a list handed out as a file', () => {
  let api: TestApi;
  let staff: Person;
  let head: Person;
  const boardId = newId();
  const texts = ({ rows }: Sheet) => rows.map(({ cells }) => cells);

  beforeAll(async () => {
    api = await testApi();
    const admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    const other = newId();
    await admin.post('/api/v1/boards', { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' });
    await admin.post('/api/v1/boards', { id: other, name: 'Ban quản lý chợ Yên Minh' });
    staff = await api.person('boardStaff', { kind: 'board', id: boardId });
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    const names = Array.from({ length: 230 }, (_, at) => `Vàng Thị ${at + 1}`);
    const vendors = [...names, '=HYPERLINK("x")', 'Sùng Mí Già'].map((name) => ({ boardId, name }));
    await api.db.write(systemActor([boardId, other]), (tx) =>
      api.get(Vendors).create(tx, [...vendors, { boardId: other, name: 'Người chợ khác' }]),
    );
  });
  afterAll(() => api.close());

  it('has all of its pages, the own board alone, under Vietnamese titles', async () => {
    const { headers, bytes } = await staff.get('/api/v1/vendors?format=xlsx&sort=-name&limit=1');
    expect(headers['content-type']).toMatch(/spreadsheetml/);
    expect(headers['content-disposition']).toContain(encodeURIComponent('Tiểu thương.xlsx'));
    const [sheet] = await readSheets(bytes);
    expect(sheet?.rows).toHaveLength(233);
    expect(sheet?.rows[0]?.cells).toEqual([
      'Họ tên, tên cơ sở',
      'Loại',
      'Người đại diện',
      'Bốn số cuối điện thoại',
      'Bốn số cuối căn cước',
      'Bốn số cuối mã số thuế',
      'Số điểm đang thuê',
    ]);
    const named = sheet?.rows[1]?.cells;
    expect(named).toEqual(['Vàng Thị 99', 'Cá nhân', null, null, null, null, 0]);
    expect(sheet?.formulas).toEqual([]);
    expect(sheet && texts(sheet).map(([name]) => name)).toContain(`'=HYPERLINK("x")`);
  });

  it('is filtered as the page is, as CSV too', async () => {
    const sheet = await readCsv((await staff.get('/api/v1/vendors?format=csv&q=sung')).bytes);
    expect(texts(sheet).slice(1)).toEqual([['Sùng Mí Già', 'Cá nhân', '', '', '', '', '0']]);
  });

  it.each([
    '/api/v1/leases?',
    '/api/v1/certificates?',
    '/api/v1/lease-transfers?',
    '/api/v1/boards?',
    '/api/v1/receiving-accounts?',
    '/api/v1/receipts?',
    '/api/v1/hand-ins?',
    '/api/v1/bank-records?',
    '/api/v1/statements?',
    '/api/v1/audit?boardId=BOARD&',
    '/api/v1/ledger/trial-balance?boardId=BOARD&',
    '/api/v1/reports/share?by=market&as=is&month=2026-10&',
  ])('is what %s can be too', async (path) => {
    const { status, bytes } = await head.get(`${path}format=csv`.replace('BOARD', boardId));
    expect([status, (await readCsv(bytes)).rows.length > 0]).toEqual([200, true]);
  });

  it('comes in no other format and not as a longer page', async () => {
    for (const query of ['format=pdf', 'limit=100001'])
      expect((await staff.get(`/api/v1/vendors?${query}`)).status).toBe(400);
    expect((await staff.get('/api/v1/vendors?limit=2')).json<{ items: [] }>().items).toHaveLength(
      2,
    );
  });
});
