import { CodePrefixes } from '@cho40/billing';
import { newId, systemActor } from '@cho40/platform';
import { approveRelief } from '../support/acts/relief';
import { marketToBill, type MarketToBill } from '../support/market-to-bill';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

describeInBrowser('a board’s month, a flood and a wrong bill at the office', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let accountant: Screen;
  let head: Screen;
  let market: MarketToBill;

  beforeAll(async () => {
    api = await testApi();
    const boardId = newId();
    market = await api.db.write(systemActor([boardId]), async (tx) => {
      const made = await marketToBill(tx, { boardId, code: 'PHO-BANG', stalls: 3 });
      await api.get(CodePrefixes).take(tx, { marketId: made.marketId, prefix: 'PBX' });
      return made;
    });
    office = await OfficeBrowser.on(api);
    const scope = { kind: 'board', id: boardId } as const;
    accountant = await office.screenOf(await api.person('accountant', scope), market.marketId);
    head = await office.screenOf(await api.person('boardHead', scope), market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...accountant.errors, ...head.errors]).toEqual([]));

  it('is seen for all markets at once, fee by fee and stall by stall, and issued with one question', async () => {
    await accountant.open('/board-runs?month=2026-10');
    await accountant.sees('Từng khoản thu');
    await accountant.sees('A-3');
    expect(await accountant.faults()).toEqual([]);
    await accountant.press('Phát hành 3 thông báo');
    await accountant.sees('Phát hành tháng 10/2026 cho 1 chợ?');
    expect(await accountant.faults()).toEqual([]);
    await accountant.confirm('Phát hành 3 thông báo');
    await accountant.sees('Đã phát hành tháng 10/2026.');
    await accountant.sees('Đã đủ');
  });

  it('a relief for the whole market is proposed with its document', async () => {
    await accountant.open('/reliefs');
    await accountant.sees('Chưa có đề nghị nào');
    expect(await accountant.faults()).toEqual([]);
    await accountant.page
      .getByRole('button', { name: 'Đề nghị miễn, giảm' })
      .first()
      .press('Enter');
    await accountant.type('Số văn bản', '12/QĐ-BQL');
    await accountant.type('Ngày văn bản', '20/10/2026');
    await accountant.type('Lý do', 'Lũ quét ngày 18/10');
    await accountant.type('Từ ngày', '01/10/2026');
    await accountant.type('Đến ngày', '31/10/2026');
    expect(await accountant.faults()).toEqual([]);
    await accountant.save('Đã gửi đề nghị.', 'Gửi đề nghị');
    await accountant.sees('Chờ duyệt');
    expect(await accountant.faults()).toEqual([]);
  });

  it('is approved by another person, who sees beforehand what it lets off', async () => {
    await head.open('/reliefs');
    await head.follow('12/QĐ-BQL');
    await head.sees('Sẽ giảm trên thông báo đã phát hành');
    expect(await head.faults()).toEqual([]);
    await head.press('Duyệt');
    await head.sees('Giảm ngay 150.000 đ');
    await head.confirm('Duyệt');
    await head.sees('Đã duyệt.');
    await head.sees('150.000 đ');
  });

  it('a wrong bill shows its relief, is voided with a reason and issued anew', async () => {
    await accountant.open('/bills?month=2026-10');
    await accountant.follow('A-1');
    await accountant.sees('Miễn, giảm');
    await accountant.press('Hủy thông báo');
    await accountant.type('Lý do', 'Sai diện tích');
    expect(await accountant.faults()).toEqual([]);
    await accountant.save('Đã hủy thông báo.', 'Hủy thông báo');
    await accountant.sees('Thông báo này đã hủy: Sai diện tích');
    expect(await accountant.page.getByText('Quét để nộp').count()).toBe(0);
    expect(await accountant.faults()).toEqual([]);
    await accountant.open('/bill-runs?month=2026-10');
    await accountant.press('Phát hành 1 thông báo');
    await accountant.confirm('Phát hành 1 thông báo');
    await accountant.sees('Đã phát hành tháng 10/2026.');
    await accountant.open('/bills?month=2026-10');
    const row = await accountant.row('A-1');
    expect(row['Số tiền']).toBe('50.000 đ');
  });

  it('a relief for those whom a document names is proposed only when each line is somebody’s', async () => {
    await accountant.open('/reliefs');
    await accountant.press('Đề nghị miễn, giảm');
    await accountant.type('Số văn bản', '14/QĐ-BQL');
    await accountant.type('Ngày văn bản', '25/10/2026');
    await accountant.type('Lý do', 'Sập mái ngày 24/10');
    await accountant.choose('Phạm vi', 'Danh sách điểm hoặc tên');
    await accountant.type('Từ ngày', '01/10/2026');
    await accountant.type('Đến ngày', '31/10/2026');
    await accountant.type('Mã điểm hoặc tên tiểu thương', 'A-2\nA-9');
    await accountant.sees('1 dòng không có hợp đồng trong thời gian này');
    await accountant.sees('A-9');
    expect(await accountant.faults()).toEqual([]);
    await accountant.confirm('Gửi đề nghị');
    await accountant.sees('Có dòng chưa tìm thấy hợp đồng; sửa hoặc bỏ dòng đó.');
    // A name that all three leases have.
    await accountant.type('Mã điểm hoặc tên tiểu thương', 'sung thi may');
    await accountant.sees('1 dòng là của nhiều hợp đồng; tất cả đều được tính');
    await accountant.type('Mã điểm hoặc tên tiểu thương', 'A-2\nA-3');
    await accountant.sees(/2 hợp đồng; giảm 100\.000\s*đ/);
    await accountant.save('Đã gửi đề nghị.', 'Gửi đề nghị');
    await approveRelief(head, '14/QĐ-BQL');
    expect(await head.row(/A-3/)).toMatchObject({ 'Đã giảm': '50.000 đ' });
    expect(await head.page.getByRole('row', { name: /A-1/ }).count()).toBe(0);
    expect(await head.faults()).toEqual([]);
  });

  it('a deposit is demanded from the lease’s account, and its bill stands beside the months', async () => {
    await accountant.open(`/lease-accounts/${market.leaseIds[1]}`);
    await accountant.press('Yêu cầu ký quỹ');
    await accountant.type('Số tiền', '300000');
    await accountant.type('Lý do', 'Theo hợp đồng');
    expect(await accountant.faults()).toEqual([]);
    await accountant.save('Đã lập thông báo ký quỹ.');
    await accountant.sees('300.000 đ');
    await accountant.sees('· ký quỹ');
    expect(await accountant.faults()).toEqual([]);
  });
});
