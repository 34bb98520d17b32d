import type { Id } from '@cho40/kernel';
import { AdminUnits } from '@cho40/markets';
import { newId, systemActor } from '@cho40/platform';
import { testApi, type Person, type TestApi } from '../support/test-api';

interface Made {
  readonly id: Id;
}
interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
interface List<Row> {
  readonly items: Row[];
  readonly total: number;
  readonly next: string | null;
}

describe('a market from its board to its first prices', () => {
  let api: TestApi;
  let admin: Person;
  let head: Person;
  let staff: Person;
  let stranger: Person;
  const boardId = newId();
  let marketId: Id;
  let zoneId: Id;
  let stallId: Id;

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([]), (tx) => api.get(AdminUnits).load(tx));
    admin = await api.person('systemAdmin', { kind: 'system', id: 'system' });
    const otherBoard = newId();
    await made(admin, '/api/v1/boards', { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' });
    await made(admin, '/api/v1/boards', { id: otherBoard, name: 'Ban quản lý chợ Yên Minh' });
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    staff = await api.person('boardStaff', { kind: 'board', id: boardId });
    stranger = await api.person('boardHead', { kind: 'board', id: otherBoard });
  });
  afterAll(() => api.close());

  async function made(by: Person, path: string, body: object, status = 201): Promise<Made> {
    const answer = await by.post(path, body);
    expect([answer.status, answer.text]).toEqual([status, expect.any(String)]);
    return answer.json<Made>();
  }
  const refusal = async (answer: Promise<{ json: <T>() => T }>) => (await answer).json<Refusal>();

  it('is founded by staff, in the commune of today, which they search without marks', async () => {
    const units = await staff.get('/api/v1/admin-units?level=commune&on=2026-11-23&q=meo%20vac');
    const [commune] = units.json<List<Made & { name: string }>>().items;
    expect(commune?.name).toBe('Xã Mèo Vạc');
    const districts = await staff.get(`/api/v1/admin-units/${commune?.id}/former-districts`);
    expect(districts.json()).toEqual([{ id: 'D027', code: '027', name: 'Huyện Mèo Vạc' }]);
    ({ id: marketId } = await made(staff, '/api/v1/markets', {
      boardId,
      code: 'MEO-VAC',
      name: 'Chợ trung tâm Mèo Vạc',
      declaredClass: 2,
      construction: 'solid',
      meets: 'market-days',
      communeId: commune?.id,
      formerDistrictId: 'D027',
      openedOn: '2008-03-01',
    }));
    expect((await staff.get(`/api/v1/markets/${marketId}`)).json()).toMatchObject({
      boardName: 'Ban quản lý chợ Mèo Vạc',
      computedClass: 3,
      communeName: 'Xã Mèo Vạc',
      formerDistrictName: 'Huyện Mèo Vạc',
      dueDay: 10,
    });
  });

  it('gets its zones and stalls, with refusals beside the field they are about', async () => {
    const zones = await staff.post(`/api/v1/markets/${marketId}/zones`, {
      code: 'A',
      name: 'Dãy A: vải, thổ cẩm',
    });
    zoneId = zones.json<Made[]>()[0]?.id ?? newId();
    const stall = { zoneId, code: 'A-001', areaM2: 6, goodsGroup: 'Vải, thổ cẩm' };
    ({ id: stallId } = await made(staff, `/api/v1/markets/${marketId}/stalls`, stall));
    expect(await refusal(staff.post(`/api/v1/markets/${marketId}/stalls`, stall))).toMatchObject({
      status: 409,
      code: 'markets.stallCodeTaken',
      facts: { code: 'A-001' },
    });
    const wrong = { ...stall, code: 'a 1', areaM2: 0, color: 'red' };
    expect(await refusal(staff.post(`/api/v1/markets/${marketId}/stalls`, wrong))).toMatchObject({
      status: 400,
      code: 'platform.fieldsInvalid',
      facts: { code: 'matches', areaM2: 'min', color: 'whitelistValidation' },
    });
    const list = await staff.get(`/api/v1/markets/${marketId}/stalls?q=tho%20cam&sort=-areaM2`);
    expect(list.json<List<Made>>()).toMatchObject({ total: 1, next: null });
  });

  it('leases a stall once, and says to the next who sits there', async () => {
    const vendor = { boardId, name: 'Vàng Thị Mỷ', phone: '0912 345 678' };
    const { id: vendorId } = await made(staff, '/api/v1/vendors', vendor);
    const lease = { stallId, vendorId, validFrom: '2026-01-01' };
    const { id: leaseId } = await made(staff, '/api/v1/leases', lease);
    expect(await refusal(staff.post('/api/v1/leases', lease))).toMatchObject({
      status: 409,
      code: 'tenancy.leaseOverlaps',
      facts: { stallCode: 'A-001', number: 'HD-MEO-VAC-0001', from: '2026-01-01', to: null },
    });
    expect((await staff.get('/api/v1/tenancy/markets/leased')).json()).toEqual([
      { marketId, leasedCount: 1 },
    ]);
    const listed = await staff.get(`/api/v1/leases?marketId=${marketId}&on=2026-05-01&q=vang`);
    expect(listed.json<List<Made>>().items).toMatchObject([
      { id: leaseId, stallCode: 'A-001', vendorName: 'Vàng Thị Mỷ', validTo: null },
    ]);
    expect((await staff.get(`/api/v1/vendors/${vendorId}`)).json()).toMatchObject({
      phoneLast4: '5678',
      stallCount: 1,
    });
    const end = await staff.post(`/api/v1/leases/${leaseId}/end`, {
      on: '2026-12-31',
      reason: 'Trả điểm',
    });
    expect(end.json()).toMatchObject({ validTo: '2026-12-31' });
  });

  it('takes its price from a decision, put in force by another than who drafted it', async () => {
    const { id: decisionId } = await made(staff, '/api/v1/decisions', {
      provinceId: 'P08',
      number: '27/2024/QĐ-UBND',
      issuer: 'UBND tỉnh Tuyên Quang',
      title: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
      issuedOn: '2024-12-20',
      effectiveFrom: '2025-01-01',
      prices: [
        { description: 'Điểm kinh doanh', feeType: 'space', unit: 'm2-month', price: 40_000 },
      ],
    });
    const tariff = { decisionId, decisionLine: 1, price: 40_000 };
    const path = `/api/v1/markets/${marketId}/tariffs`;
    const { id } = await made(head, path, { ...tariff, validFrom: '2025-05-01' });
    const approve = `/api/v1/tariffs/${id}/approve`;
    expect((await staff.post(approve)).status).toBe(403);
    expect(await refusal(head.post(approve))).toMatchObject({
      status: 403,
      code: 'tariffs.anotherPersonApproves',
    });
    const secondHead = await api.person('boardHead', { kind: 'board', id: boardId });
    expect((await secondHead.post(approve)).json()).toMatchObject({ state: 'approved' });
    expect((await staff.get(path)).json()).toMatchObject([
      { price: 40_000, state: 'approved', decisionNumber: '27/2024/QĐ-UBND' },
    ]);
  });

  it('answers another board’s people as if it had never been', async () => {
    const asked = [
      [`/api/v1/markets/${marketId}`, `/api/v1/markets/${newId()}`],
      [`/api/v1/markets/${marketId}/stalls`, `/api/v1/markets/${newId()}/stalls`],
      [`/api/v1/markets/${marketId}/tariffs`, `/api/v1/markets/${newId()}/tariffs`],
      [`/api/v1/stalls/${stallId}`, '/api/v1/stalls/no-id-at-all'],
      [`/api/v1/boards/${boardId}`, `/api/v1/boards/${newId()}`],
    ] as const;
    for (const [theirs, nobodys] of asked) {
      const [one, other] = [await stranger.get(theirs), await stranger.get(nobodys)];
      expect([one.status, other.status]).toEqual([404, 404]);
    }
    expect((await stranger.get('/api/v1/markets')).json<List<Made>>().total).toBe(0);
    const patched = await stranger.ask('PATCH', `/api/v1/stalls/${stallId}`, {
      body: { areaM2: 1 },
    });
    expect(patched.status).toBe(404);
    const zone = await stranger.ask('PATCH', `/api/v1/zones/${zoneId}`, { body: { name: 'X' } });
    expect(zone.status).toBe(404);
  });

  it('is changed by its own people only, and who reads only cannot', async () => {
    const path = `/api/v1/markets/${marketId}`;
    const changed = await staff.ask('PATCH', path, { body: { dueDay: 15 } });
    expect(changed.json()).toMatchObject({ dueDay: 15, graceDays: 10 });
    const auditor = await api.person('auditor', { kind: 'board', id: boardId });
    expect((await auditor.get(path)).status).toBe(200);
    expect((await auditor.ask('PATCH', path, { body: { dueDay: 20 } })).status).toBe(403);
  });
});
