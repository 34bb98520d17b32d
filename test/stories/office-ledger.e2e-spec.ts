import { Classifications, Reconciliation } from '@cho40/reconciliation';
import { newId, systemActor } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { confirmedRecord, type MovedMoney } from '../support/confirmed-record';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const DAY = '2026-11-03T08:00:00+07:00';

describeInBrowser('money that leaves the board’s account again', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let market: BilledMarket;
  let accountant: Screen;
  let head: Screen;

  /** The bank books it, and the rule decides. */
  const moves = (money: MovedMoney) =>
    market.write(async (tx) => {
      const id = await confirmedRecord(tx, market, money);
      await api.get(Reconciliation).matchOpen(tx, market.boardId, 10);
      return id;
    });
  const codeOf = async (place: number) => {
    const id = await market.billOf(place);
    const [bill] = await market.write((tx) =>
      tx.sql<{ code: string }>('select code from billing.bill where id = $1', [id]),
    );
    return bill?.code ?? '';
  };

  beforeAll(async () => {
    api = await testApi();
    api.clock.moveTo('2026-11-03T10:00:00+07:00');
    market = await billedMarket(api, { months: ['2026-11'] });
    office = await OfficeBrowser.on(api);
    const board = { kind: 'board', id: market.boardId } as const;
    accountant = await office.screenOf(await api.person('accountant', board), market.marketId);
    head = await office.screenOf(await api.person('boardHead', board), market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([accountant.errors, head.errors]).toEqual([[], []]));

  it('a transfer the bank took back: the accountant names the original, the vendor owes again', async () => {
    await moves({ content: await codeOf(0), bookedAt: '2026-11-02T08:00:00+07:00' });
    const bookedAt = '2026-11-02T09:30:00+07:00';
    const out = await moves({ direction: 'out', content: 'THU HOI', bookedAt });
    await accountant.open(`/workbench/${out}`);
    await accountant.press('Ngân hàng thu hồi');
    await accountant.form.getByRole('radio', { name: /A-1 · Sùng Thị Máy/ }).check();
    await accountant.type('Căn cứ', 'Ngân hàng báo hoàn giao dịch');
    expect(await accountant.faults()).toEqual([]);
    await accountant.save('Đã gắn với giao dịch gốc', 'Gắn và gỡ khoản nộp');
    await accountant.sees('Đã phân loại');
    await accountant.open(`/lease-accounts/${market.leaseIds[0]}`);
    await accountant.sees('Còn phải nộp');
    expect(await accountant.tile('Còn phải nộp')).toContain('100.000');
  });

  it('money of nobody: one person proposes to give it back, another approves', async () => {
    const came = await moves({ content: 'chuyen nham', amount: 70_000, bookedAt: DAY });
    await accountant.open(`/workbench/${came}`);
    await accountant.press('Đề nghị hoàn trả');
    await accountant.type('Trả cho ai', 'Nguyễn Thị Lan');
    await accountant.type('Lý do', 'Chuyển nhầm tài khoản');
    await accountant.save('chờ người khác duyệt', 'Gửi đề nghị');
    await accountant.open('/refunds');
    await accountant.sees('Bạn đề nghị, người khác duyệt');
    await head.open('/refunds');
    await head.sees('Nguyễn Thị Lan');
    expect(await head.faults()).toEqual([]);
    await head.press('Duyệt');
    await head.confirm('Duyệt');
    await head.sees('Đã duyệt, chờ chi');
    const out = await moves({ direction: 'out', amount: 70_000, bookedAt: DAY });
    await accountant.open(`/workbench/${out}`);
    await accountant.press('Là khoản hoàn trả');
    await accountant.form.getByRole('radio', { name: /Nguyễn Thị Lan/ }).check();
    await accountant.type('Căn cứ', 'Ủy nhiệm chi số 12');
    await accountant.save('Đã ghi khoản hoàn trả đã chi', 'Gắn khoản hoàn trả');
    await accountant.follow('Mở khoản hoàn trả');
    await accountant.press('Gỡ giao dịch chi');
    await accountant.type('Lý do', 'Ủy nhiệm chi của khoản khác');
    await accountant.save('Đã gỡ giao dịch chi', 'Gỡ giao dịch chi');
    await accountant.sees('Đã duyệt, chờ chi');
    expect(await accountant.faults()).toEqual([]);
  });

  it('a month’s outgoing money: what was collected, passed on and left, to the đồng', async () => {
    const paid = await moves({ content: await codeOf(1), bookedAt: DAY });
    const out = await moves({
      direction: 'out',
      amount: 60_000,
      content: 'NOP NSNN',
      bookedAt: DAY,
    });
    const actor = { ...systemActor([market.boardId]), userId: newId(), displayName: 'Kế toán' };
    await api.db.write(actor, (tx) =>
      api.get(Classifications).classify(tx, { recordId: out, as: 'to-budget', reason: 'GNT' }),
    );
    await head.open('/money-flow');
    await head.sees('Từng tháng');
    expect(await head.tile('Đã thu')).toContain('100.000');
    expect(await head.tile('Đã nộp ngân sách, kho bạc')).toContain('60.000');
    expect(await head.tile('Còn giữ')).toContain('40.000');
    expect(await head.faults()).toEqual([]);
    await accountant.open(`/workbench/${paid}`);
    await accountant.press('Lập và in biên nhận');
    await accountant.sees('Biên nhận BN-2026-000001');
    await accountant.open('/payment-receipts');
    await accountant.sees('BN-2026-000001');
    expect(await accountant.faults()).toEqual([]);
  });

  it('the books: any day’s balance, an account line by line, every rule’s last result', async () => {
    await accountant.open('/trial-balance');
    await accountant.sees('Chênh lệch');
    expect(await accountant.tile('Chênh lệch')).toContain('0 đ');
    expect(await accountant.faults()).toEqual([]);
    await accountant.follow('Tiền gửi ngân hàng');
    await accountant.page
      .getByRole('link', { name: /^Tiền gửi ngân hàng · 970436/ })
      .press('Enter');
    await accountant.sees('Số dư cuối');
    await accountant.sees('40.000 đ');
    expect(await accountant.faults()).toEqual([]);
    await accountant.open('/verify');
    await accountant.sees('cash.receiptsCanBeChecked');
    expect(await accountant.faults()).toEqual([]);
  });

  it('anybody checks the receipt’s code, on any phone', async () => {
    const [receipt] = await market.write((tx) =>
      tx.sql<{ code: string }>('select check_code as code from cash.payment_receipt'),
    );
    const stranger = await office.visit();
    await stranger.page.goto(new URL('/kiem-tra', stranger.page.url()).href);
    await stranger.page.getByRole('textbox').pressSequentially(receipt?.code ?? '');
    await stranger.page.keyboard.press('Enter');
    await stranger.sees('Phiếu này có thật và còn giá trị.');
    expect(await stranger.faults()).toEqual([]);
  });
});
