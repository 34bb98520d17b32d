import { CodePrefixes } from '@cho40/billing';
import type { Id } from '@cho40/kernel';
import { AdminUnits, Boards } from '@cho40/markets';
import { newId, systemActor } from '@cho40/platform';
import { Reconciliation } from '@cho40/reconciliation';
import { addMarket } from '../support/acts/founding';
import { daysMarked, exceptDay, meetOnBranches } from '../support/acts/market-days';
import { approve, draftTariff, enterDecision } from '../support/acts/pricing';
import { fill, receiveBook, sellTickets } from '../support/acts/tickets';
import { confirmedRecord } from '../support/confirmed-record';
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
  let seller: Screen;
  let cashier: Screen;
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
    seller = await office.screenOf(await api.person('collector', board));
    cashier = await office.screenOf(await api.person('cashier', board));
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([staff, head, seller, cashier].flatMap((one) => one.errors)).toEqual([]));

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

  it('sells its session by tickets, in cash', async () => {
    await openForMoney(api, boardId);
    const [, first = 0] = novemberDaysOf(TIGER, MONKEY);
    await sellTickets(seller, { on: `${String(first).padStart(2, '0')}/11/2026`, count: 3 });
    await seller.sees('Đã bán 3 phiếu, tổng 24.000 đ');
    await seller.sees('PN-2026-000003');
    expect(await seller.faults()).toEqual([]);
    await seller.press('Bán tiếp');
    await fill(seller, 'Phiếu cho ngày', '21/11/2026');
    await seller.sees('Ngày này chợ không họp. Ghi lý do để bán phiếu.');
    expect(await seller.faults()).toEqual([]);
  });

  it('shows a QR, waits for the bank, and is paid by its record', async () => {
    await sellTickets(seller, { on: '20/11/2026', count: 1, byQr: true });
    await seller.sees('Đã bán 1 phiếu, tổng 8.000 đ');
    await seller.page.getByRole('img', { name: /^Mã QR nộp đúng 8\.000/ }).waitFor();
    expect(await seller.faults()).toEqual([]);
    await seller.follow('Mở phiếu PN-2026-000004');
    await seller.sees('Chờ ngân hàng');
    expect(await seller.faults()).toEqual([]);
    await arrives(api, boardId, { number: 'PN-2026-000004', amount: 8_000 });
    await seller.comesToSee('Đã nộp qua ngân hàng');
    await seller.open('/tickets');
    expect(await seller.row(/000004/)).toMatchObject({ 'Trạng thái': 'Đã nộp qua ngân hàng' });
    expect(await seller.row(/000001/)).toMatchObject({ 'Trạng thái': 'Đã nộp tiền mặt' });
    expect(await seller.faults()).toEqual([]);
  });

  it('sells from a paper book, and the stubs that come back are money to hand in', async () => {
    await cashier.open('/ticket-books');
    await receiveBook(cashier, { series: 'LP/26', last: '20', receivedOn: '01/11/2026' });
    await seller.open('/ticket-books');
    await seller.follow('LP/26');
    await seller.press('Nhận vé để bán');
    await seller.type('Đến số', '10');
    await seller.save('Đã ghi vé cho bạn.', 'Nhận vé để bán');
    await cashier.follow('LP/26');
    await cashier.press(/^Nộp cuống vé/);
    await cashier.type('Bán ngày', '20/11/2026');
    await cashier.type('Vé đã bán', '1-7');
    await cashier.type('Vé trả lại kho', '8-10');
    await cashier.sees('Phải nộp: 7 vé × 8.000 đ = 56.000 đ');
    expect(await cashier.faults()).toEqual([]);
    await cashier.save('Đã ghi cuống vé.', 'Nộp cuống vé');
    await cashier.sees('PN-2026-000005');
    expect(await cashier.tile('Đã bán')).toBe('7 56.000 đ');
    expect(await cashier.faults()).toEqual([]);
    await cashier.open('/hand-ins');
    await cashier.sees('80.000 đ');
  });
});

/** An account on which money may be seen, and the letters before the market's codes. */
async function openForMoney(api: TestApi, boardId: Id): Promise<void> {
  await api.db.write(systemActor([boardId]), async (tx) => {
    await tx.sql(
      `insert into banking.receiving_account (board_id, id, bin, number, holder_name,
         opening_balance, opened_on, created_by, created_at, approved_by, approved_at, proof,
         live_at)
       values ($1, $1, '970436', $2, 'BAN QUAN LY CHO', 0, '2025-01-01', $1, '2024-12-20', $3,
         '2024-12-20', 'earlier', '2024-12-21')`,
      [boardId, boardId.slice(-12).toUpperCase(), newId()],
    );
    const [market] = await tx.sql<{ marketId: Id }>(
      'select market_id as "marketId" from markets.v_market where board_id = $1',
      [boardId],
    );
    if (!market) throw new Error('the board has no market yet');
    await api.get(CodePrefixes).take(tx, { ...market, prefix: 'LPQ' });
  });
}

/** The bank books a transfer with the code of a ticket, and it is decided on. */
async function arrives(
  api: TestApi,
  boardId: Id,
  { number, amount }: { number: string; amount: number },
): Promise<void> {
  await api.db.write(systemActor([boardId]), async (tx) => {
    const [ticket] = await tx.sql<{ code: string }>(
      'select code from billing.v_ticket where number = $1',
      [number],
    );
    const content = `MBVCB.3278907687.${ticket?.code}.CT tu 0123`;
    const bookedAt = '2026-11-20T09:00:00+07:00';
    await confirmedRecord(tx, { boardId, accountId: boardId }, { content, amount, bookedAt });
    await api.get(Reconciliation).matchOpen(tx, boardId, 10);
  });
}
