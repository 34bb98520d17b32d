import { CodePrefixes } from '@cho40/billing';
import { month } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { draftLease } from '../support/acts/founding';
import { checkWorkbook, proveDebts, takeMap } from '../support/acts/move-in';
import { approveRelief, proposeRelief } from '../support/acts/relief';
import {
  LARGE_MARKET,
  LARGE_MARKET_FIGURES,
  largeMarketGrid,
  largeMarketXlsx,
} from '../support/large-market-xlsx';
import { marketToBill } from '../support/market-to-bill';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const MONTH = '2026-11';
const { stalls, leases, debts, debt } = LARGE_MARKET_FIGURES;
const counted = (count: number) => count.toLocaleString('vi-VN');

/** A board of three houses, its price and its account known, its 1,500 stalls still on paper. */
describeInBrowser('a market of 1,500 stalls leaves its spreadsheets', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let head: Screen;
  let staff: Screen;

  beforeAll(async () => {
    api = await testApi();
    const boardId = newId();
    const { marketId } = await api.db.write(systemActor([boardId]), async (tx) => {
      const market = await marketToBill(tx, { boardId, code: LARGE_MARKET, stalls: 0 });
      await api.get(CodePrefixes).take(tx, { marketId: market.marketId, prefix: 'WQX' });
      return market;
    });
    office = await OfficeBrowser.on(api);
    const board = { kind: 'board', id: boardId } as const;
    head = await office.screenOf(await api.person('boardHead', board), marketId);
    staff = await office.screenOf(await api.person('boardStaff', board), marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...head.errors, ...staff.errors]).toEqual([]));

  it('which are read and counted before anything is entered', async () => {
    await checkWorkbook(head, await largeMarketXlsx(month(MONTH)));
    const fresh = async (sheet: string) => (await head.row(sheet))['Mới'];
    expect(await fresh('Điểm kinh doanh')).toBe(counted(stalls));
    expect(await fresh('Hợp đồng')).toBe(counted(leases));
    expect(await fresh('Nợ đầu kỳ')).toBe(counted(debts));
    expect(await head.faults()).toEqual([]);
  });

  it('and enter the books when its old debts are proven to the đồng', async () => {
    await proveDebts(head, LARGE_MARKET, debt + 1000);
    await head.page.getByRole('alert').first().waitFor();
    await proveDebts(head, LARGE_MARKET, debt);
    await head.sees(/Đang (ghi|đọc)/);
    await api.drainJobs();
    await head.sees('Đã chuyển xong.');
    expect(await head.faults()).toEqual([]);
  });

  it('and stand on a map, drawn from the grid that the board has always had', async () => {
    await takeMap(head, largeMarketGrid(), `${stalls} điểm trên 30 hàng và 50 cột.`);
    const place = (code: string) => head.page.getByRole('link', { name: new RegExp(`^${code},`) });
    expect(await place('B-012').getAttribute('aria-label')).toContain('Chưa cho thuê');
    expect(await place('B-001').getAttribute('aria-label')).toContain('Nợ quá hạn');
    expect(await place('B-002').getAttribute('aria-label')).toContain('Đã nộp đủ');
    expect(await head.faults()).toEqual([]);
  });

  it('and get their bills in one run, and nobody is left out', async () => {
    await head.open(`/bill-runs?month=${MONTH}`);
    await head.press(`Phát hành ${counted(leases)} thông báo`);
    await head.form.getByText(`${counted(leases)} thông báo, 137.700.000 đ`).waitFor();
    await head.confirm(`Phát hành ${counted(leases)} thông báo`);
    await head.sees('Đã phát hành tháng 11/2026.');
    expect(await head.tile('Đã phát hành')).toBe(`137.700.000 đ ${counted(leases)} thông báo`);
  });

  it('of which half is let off where a house burned: staff propose it, the head approves', async () => {
    await proposeRelief(staff, {
      document: '15/QĐ-UBND',
      documentOn: '20/11/2026',
      reason: 'Cháy nhà C đêm 18/11',
      zone: 'Nhà C: tạp hóa',
      percent: '50',
      from: '01/11/2026',
      to: '30/11/2026',
    });
    expect(await staff.faults()).toEqual([]);
    await approveRelief(head, '15/QĐ-UBND');
    // 459 leases of house C at 100,000 đ.
    await head.sees(/22\.950\.000/);
    expect(await head.faults()).toEqual([]);
  });

  it('of which the next month shows first what is not as it was', async () => {
    await draftLease(head, { stall: 'B-012', vendor: 'Người thuê B-001', from: '01/12/2026' });
    await head.save('Đã ký hợp đồng.');
    await head.open('/bill-runs?month=2026-12');
    await head.sees('1 Mới');
    await head.press('Cần xem lại (1)');
    expect(await head.row('B-012')).toMatchObject({ 'Ghi chú': 'Mới' });
    expect(await head.faults()).toEqual([]);
  });

  it('whose debts of the old books are old here too, and get their notice on paper', async () => {
    await head.open('/arrears?minDays=31');
    await head.sees('B-001');
    await head.page.getByRole('checkbox', { name: 'Chọn điểm B-001' }).press('Space');
    await head.press('Lập thông báo nợ');
    await head.sees('Đã lập 1 giấy.');
    expect(await head.faults()).toEqual([]);
    const link = head.page.getByRole('link', { name: 'Mở bản in' });
    const address = new URL((await link.getAttribute('href')) ?? '', head.page.url());
    const paper = await head.page.request.get(address.href);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
