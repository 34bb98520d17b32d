import { systemActor } from '@cho40/platform';
import { Vendors } from '@cho40/tenancy';
import type { Id } from '@cho40/kernel';
import { approveRelief } from '../support/acts/relief';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { gateway } from '../support/gateway';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

describeInBrowser('arrears at the office, from a list to papers and texts', () => {
  let api: TestApi;
  let sms: Awaited<ReturnType<typeof gateway>>;
  let office: OfficeBrowser;
  let head: Screen;
  let market: BilledMarket;

  beforeAll(async () => {
    sms = await gateway(200, 'đã nhận');
    api = await testApi({ doors: { texts: { kind: 'http', url: sms.url } } });
    // August to October, each issued on its first day and due on the tenth.
    api.clock.moveTo('2026-08-01T09:00:00+07:00');
    market = await billedMarket(api, { months: ['2026-08'], stalls: 3 });
    for (const month of ['2026-09', '2026-10']) {
      api.clock.moveTo(`${month}-01T09:00:00+07:00`);
      await market.issue(month);
    }
    api.clock.moveTo('2026-11-23T09:00:00+07:00');
    await givePhones();
    office = await OfficeBrowser.on(api);
    const person = await api.person('boardHead', { kind: 'board', id: market.boardId });
    head = await office.screenOf(person, market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
    await sms.stop();
  });
  afterEach(() => expect(head.errors).toEqual([]));

  async function givePhones(): Promise<void> {
    await api.db.write(systemActor([market.boardId]), async (tx) => {
      const vendors = await tx.sql<{ id: Id }>('select vendor_id as id from tenancy.v_vendor');
      for (const [at, { id }] of vendors.entries())
        await api.get(Vendors).change(tx, id, { phone: `091234567${at}` });
    });
  }
  const choose = (stall: string) =>
    head.page.getByRole('checkbox', { name: `Chọn điểm ${stall}` }).click();
  // Sums stand with a blank that never breaks.
  const figure = async (label: string) => (await head.tile(label)).replaceAll('\u00a0', ' ');
  /** What a link to a paper gives: the bytes of the file. */
  async function paperOf(name: string | RegExp): Promise<string> {
    const href = await head.page.getByRole('link', { name }).first().getAttribute('href');
    const url = new URL(href ?? '', head.page.url()).href;
    const answer = await head.page.request.get(url);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    return (await answer.body()).toString('latin1').slice(0, 5);
  }

  it('shows who owes what for how long; the tiles add up to the ledger', async () => {
    await head.open('/arrears?asOf=2026-11-23');
    await head.sees('A-3');
    expect(await figure('31–60 ngày')).toContain('300.000 đ');
    expect(await figure('61–90 ngày')).toContain('300.000 đ');
    expect(await figure('Trên 90 ngày')).toContain('300.000 đ');
    await head.sees(/Phải thu theo sổ cái:/);
    await head.sees(/là tổng nợ 900\.000\s*đ trừ nộp dư 0\s*đ/);
    expect(await head.row(/A-1/)).toMatchObject({ 'Tổng nợ': '300.000 đ' });
    expect(await head.faults()).toEqual([]);
  });

  it('makes debt notices for whom is chosen, and says for whom it is too soon', async () => {
    await choose('A-1');
    await choose('A-2');
    await head.press('Lập thông báo nợ');
    await head.sees('Đã lập 2 giấy.');
    expect(await paperOf('Mở bản in')).toBe('%PDF-');
    await head.press('Chọn mọi nợ quá hạn');
    await head.sees('Đã chọn 3');
    await choose('A-3');
    await head.press('Lập thông báo nợ');
    await head.sees('A-1: thông báo trước còn hạn đến 30/11/2026');
    expect(await head.faults()).toEqual([]);
    await head.open('/debt-papers');
    expect(await head.row(/01\/2026\/TB-CN/)).toMatchObject({
      Loại: 'Thông báo nợ lần 1',
      'Số nợ': '300.000 đ',
    });
    expect(await paperOf('In giấy số 01/2026/TB-CN')).toBe('%PDF-');
    expect(await head.faults()).toEqual([]);
  });

  it('texts whom is chosen, and shows what the gateway answered', async () => {
    await head.open('/arrears?asOf=2026-11-23');
    await choose('A-3');
    await head.press('Nhắn tin nhắc');
    await head.sees('Đã soạn 1 tin');
    await api.drainJobs();
    expect(sms.told).toHaveLength(1);
    await head.open('/reminders');
    expect(await head.row(/A-3/)).toMatchObject({
      'Trạng thái': 'Đã gửi',
      'Cổng gửi trả lời': 'đã nhận',
    });
    expect(await head.faults()).toEqual([]);
  });

  it('reminds by itself in the market’s own words, which must say what to pay and how', async () => {
    await head.press('Cách nhắc của chợ');
    await head.sees('Cổng gửi: 127.0.0.1');
    expect(await head.faults()).toEqual([]);
    await head.form.getByRole('checkbox', { name: 'Tự nhắc mỗi sáng lúc 8 giờ' }).check();
    await head.type('Mẫu tin', 'Nop {tien} truoc {han}');
    await head.press('Lưu');
    await head.sees('Mẫu tin thiếu {ma}');
    await head.type('Mẫu tin', 'Nop {tien} truoc {han}, ghi {ma}');
    await head.save('Đã lưu cách nhắc của chợ.');
  });

  it('says what a lease owed on a past day, and prints it', async () => {
    await head.open(`/lease-statements/${market.leaseIds[0]}?asOf=2026-09-30`);
    await head.sees('Sổ chi tiết công nợ điểm A-1');
    expect(await figure('Còn lại cuối ngày')).toContain('200.000 đ');
    expect(await paperOf('In (PDF)')).toBe('%PDF-');
    expect(await head.faults()).toEqual([]);
  });

  it('prints a month’s bills in one file, which the worker makes', async () => {
    const isAsked = head.page.waitForResponse((it) => it.request().method() === 'POST');
    // The list's first answer stays on its way until the print is asked for: it knows nothing of it.
    await head.page.route(
      '**/bill-prints',
      async (route) => {
        const response = await route.fetch();
        await isAsked;
        await route.fulfill({ response }).catch(() => undefined);
      },
      { times: 1 },
    );
    await head.open('/bills');
    await head.page.getByRole('combobox', { name: 'Chọn tháng' }).last().selectOption('2026-10');
    await head.press('Chuẩn bị bản in');
    await head.sees('Chờ in');
    await api.drainJobs();
    await head.comesToSee('3 tờ');
    expect(await paperOf(/Mở tệp của Cả chợ/)).toBe('%PDF-');
    expect(await head.faults()).toEqual([]);
  });

  it('keeps the e-invoice’s number beside the bill that was issued', async () => {
    await head.open(`/bills/${await market.billOf(0)}`);
    expect(await paperOf('In thông báo')).toBe('%PDF-');
    await head.press('Nhập số hóa đơn');
    await head.type('Ký hiệu', '1C26TYY');
    await head.type('Số hóa đơn', '17');
    await head.type('Ngày hóa đơn', '20/11/2026');
    await head.save('Đã ghi số hóa đơn.');
    await head.sees('Đã xuất');
    expect(await head.faults()).toEqual([]);
  });

  it('hands the ledger to the accounting software with the board’s own numbers', async () => {
    await head.open('/journals?month=2026-10');
    expect(await head.row(/A-1/)).toMatchObject({ 'TK Nợ': '131', 'TK Có': '511' });
    await head.press('Sửa tài khoản của Doanh thu');
    await head.type('Tài khoản', '5113');
    await head.save('Đã lưu số tài khoản.');
    await head.sees('5113 (mặc định 511)');
    expect(await head.row(/A-1/)).toMatchObject({ 'TK Có': '5113' });
    expect(await head.faults()).toEqual([]);
  });

  it('writes off the oldest debts of whom is chosen, once another person approved', async () => {
    const person = await api.person('accountant', { kind: 'board', id: market.boardId });
    const accountant = await office.screenOf(person, market.marketId);
    await accountant.open('/arrears?asOf=2026-11-23');
    for (const stall of ['A-1', 'A-2'])
      await accountant.page.getByRole('checkbox', { name: `Chọn điểm ${stall}` }).click();
    await accountant.press('Đề nghị xóa nợ');
    await accountant.sees(/6 thông báo còn nợ 600\.000\s*đ/);
    await accountant.type('Số văn bản', '31/QĐ-UBND');
    await accountant.type('Ngày văn bản', '20/11/2026');
    await accountant.type('Lý do', 'Hộ nghèo, không thu được');
    await accountant.type('Chỉ xóa khoản đến hạn đến hết ngày', '31/08/2026');
    await accountant.sees(/2 thông báo còn nợ 200\.000\s*đ/);
    expect(await accountant.faults()).toEqual([]);
    await accountant.save('Đã gửi đề nghị.', 'Gửi đề nghị');
    await approveRelief(head, '31/QĐ-UBND');
    expect(await head.faults()).toEqual([]);
    await accountant.open('/arrears?asOf=2026-11-23');
    expect(await accountant.row(/A-2/)).toMatchObject({ 'Tổng nợ': '200.000 đ' });
    expect(await accountant.row(/A-3/)).toMatchObject({ 'Tổng nợ': '300.000 đ' });
    expect(accountant.errors).toEqual([]);
  });
});
