import { AdminUnits, Boards } from '@cho40/markets';
import { newId, systemActor } from '@cho40/platform';
import { addMarket } from '../support/acts/founding';
import { daysMarked, exceptDay, meetOnBranches } from '../support/acts/market-days';
import { approve, draftTariff, enterDecision } from '../support/acts/pricing';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const DAY_MS = 86_400_000;
// 7 January 2000 was a day of the Rat; the twelve branches follow each other without a gap.
const A_DAY_OF_THE_RAT_MS = Date.UTC(2000, 0, 7);
const [TIGER, MONKEY] = [2, 8];

/** The days of November 2026 that fall on a branch, counted here anew. */
const novemberDaysOf = (...branches: number[]) =>
  Array.from({ length: 30 }, (_, at) => at + 1).filter((day) => {
    const days = (Date.UTC(2026, 10, day) - A_DAY_OF_THE_RAT_MS) / DAY_MS;
    return branches.includes(days % 12);
  });

/** Chợ Lũng Phìn meets every six days, on the days of the Tiger and of the Monkey. */
describeInBrowser('a market that meets on days of the zodiac', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let staff: Screen;
  let head: Screen;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId]), async (tx) => {
      await api.get(AdminUnits).load(tx);
      await api.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ Lũng Phìn' });
    });
    office = await OfficeBrowser.on(api);
    const board = { kind: 'board', id: boardId } as const;
    staff = await office.screenOf(await api.person('boardStaff', board));
    head = await office.screenOf(await api.person('boardHead', board));
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...staff.errors, ...head.errors]).toEqual([]));

  it('has no days that anybody knows until they are entered', async () => {
    await addMarket(staff, {
      code: 'DV-LUNGPHIN',
      name: 'Chợ Lũng Phìn',
      commune: 'Xã Lũng Phìn',
      district: 'Huyện Đồng Văn',
      openedOn: '01/01/2012',
      meets: 'Theo phiên',
    });
    await staff.open('/market-days?month=2026-11');
    await staff.sees('Chưa biết chợ họp ngày nào');
    expect(await staff.faults()).toEqual([]);
  });

  it('meets every six days, so one weekday earlier each time', async () => {
    await meetOnBranches(staff, { from: '01/01/2026', branches: ['Dần', 'Thân'] });
    await staff.sees('ngày Dần, Thân');
    await staff.sees('5 ngày họp trong tháng');
    expect(await daysMarked(staff, 'Phiên')).toEqual(novemberDaysOf(TIGER, MONKEY));
    expect(await staff.faults()).toEqual([]);
  });

  it('stays at home on a day off, and comes on an extra one', async () => {
    const [first = 0, ...others] = novemberDaysOf(TIGER, MONKEY);
    const onPaper = (day: number) => `${String(day).padStart(2, '0')}/11/2026`;
    await exceptDay(staff, { on: onPaper(first), kind: 'Nghỉ phiên', reason: 'Quốc tang' });
    await staff.sees('4 ngày họp trong tháng');
    await exceptDay(staff, { on: onPaper(20), kind: 'Phiên thêm', reason: 'Ngày Nhà giáo' });
    await staff.sees('5 ngày họp trong tháng');
    expect(await daysMarked(staff, 'Nghỉ')).toEqual([first]);
    expect(await daysMarked(staff, 'Phiên')).toEqual(others);
    expect(await daysMarked(staff, 'Thêm')).toEqual([20]);
    expect(await staff.faults()).toEqual([]);
  });

  it('takes a price a session from a decision, and hangs out its list', async () => {
    const number = '27/2025/QĐ-UBND';
    await enterDecision(staff, {
      number,
      province: 'Tuyên Quang',
      issuer: 'UBND tỉnh Tuyên Quang',
      heading: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
      issuedOn: '10/12/2025',
      effectiveFrom: '01/01/2026',
      lines: [{ what: 'Chỗ ngồi ở chợ phiên', unit: 'đ/phiên', price: '10000' }],
    });
    const line = 'Chỗ ngồi ở chợ phiên';
    await draftTariff(staff, { decision: number, line, price: '8000', from: '01/01/2026' });
    await approve(head, '/tariffs', /8\.000.*\/phiên, áp dụng từ 01\/01\/2026/);
    await head.sees('Đang áp dụng');
    expect(await head.row(/phiên/)).toMatchObject({ 'Tình trạng': 'Đang áp dụng' });
    expect(await head.faults()).toEqual([]);
  });
});
