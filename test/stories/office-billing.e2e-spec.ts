import { account } from '@cho40/ledger';
import { Payments } from '@cho40/billing';
import { businessDate, vnd } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { decodeVietQr } from '@cho40/vietqr';
import { marketToBill, type MarketToBill } from '../support/market-to-bill';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { picturesOfPages, textOfPages } from '../support/printed';
import { scanned } from '../support/scanned';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

describeInBrowser('a month issued at the office with the keyboard alone', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let head: Screen;
  let market: MarketToBill;

  beforeAll(async () => {
    api = await testApi();
    const boardId = newId();
    market = await api.db.write(systemActor([boardId]), (tx) =>
      marketToBill(tx, { boardId, code: 'DONG-VAN', stalls: 3 }),
    );
    office = await OfficeBrowser.on(api);
    const person = await api.person('boardHead', { kind: 'board', id: boardId });
    head = await office.screenOf(person, market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(head.errors).toEqual([]));

  it('needs a code prefix first, which is chosen on the spot', async () => {
    await head.open('/bill-runs?month=2026-10');
    await head.sees('Chợ chưa có tiền tố mã thanh toán.');
    expect(await head.faults()).toEqual([]);
    await head.press('Chọn tiền tố');
    await head.type('Tiền tố', 'thu');
    await head.press('Dùng tiền tố này');
    await head.sees('Tiền tố THU không dùng được.');
    await head.type('Tiền tố', 'dvx');
    await head.press('Dùng tiền tố này');
    await head.sees('Đã chọn tiền tố.');
  });

  it('is rehearsed stall by stall, then issued after one question', async () => {
    await head.press('Phát hành 3 thông báo');
    const question = head.page.getByRole('dialog');
    await question.getByText('3 thông báo, 300.000 đ, hạn nộp').waitFor();
    expect(await head.faults()).toEqual([]);
    await head.confirm('Phát hành 3 thông báo');
    await head.sees('Đã phát hành tháng 10/2026.');
    await head.sees('Các lần phát hành');
    expect(await head.page.getByRole('button', { name: 'Đã phát hành đủ' }).isDisabled()).toBe(
      true,
    );
    expect(await head.faults()).toEqual([]);
  });

  it('gives a bill whose QR a camera reads off the screen: exact sum, code first', async () => {
    await head.follow('Xem thông báo');
    await head.sees('A-3');
    expect(head.page.url()).toContain('/bills?month=2026-10');
    expect(await head.faults()).toEqual([]);
    await head.follow('A-1');
    const image = head.page.getByRole('img', { name: /Mã QR nộp 100\.000/ }).first();
    await image.waitFor();
    expect(await head.faults()).toEqual([]);
    const [payload = ''] = await scanned(await image.screenshot());
    expect(decodeVietQr(payload)).toMatchObject({
      ok: true,
      amount: 100_000,
      purpose: expect.stringMatching(/^DVX1\d{9} A1 T10$/),
    });
  });

  it('is printed as a notice that a vendor can read and scan', async () => {
    const link = head.page.getByRole('link', { name: 'In thông báo' });
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await head.page.request.get(new URL(href, head.page.url()).href);
    const file = await answer.body();
    expect(textOfPages(file)[0]?.replace(/\s+/g, ' ')).toContain('Bằng chữ: Một trăm nghìn đồng');
    const [paper = new Uint8Array()] = picturesOfPages(file);
    const [payload = ''] = await scanned(paper);
    expect(decodeVietQr(payload)).toMatchObject({ ok: true, amount: 100_000 });
  });

  it('shows a paid bill as paid, and what was paid too much as credit', async () => {
    await api.db.write(systemActor([market.boardId]), (tx) =>
      api.get(Payments).record(tx, [
        {
          id: newId(),
          boardId: market.boardId,
          marketId: market.marketId,
          leaseId: market.leaseIds[0] ?? newId(),
          source: 'cash',
          receiptId: newId(),
          amount: vnd(130_000),
          paidAt: api.clock.now(),
          bookedOn: businessDate('2026-11-23'),
          debit: account.cashOfCollector(newId()),
          reason: 'Phiếu thu',
          evidence: {},
        },
      ]),
    );
    await head.page.reload();
    await head.sees('Đã nộp đủ, cảm ơn.');
    expect(await head.faults()).toEqual([]);
    await head.follow('Sổ của hợp đồng');
    await head.sees('30.000 đ');
    await head.sees('không còn nợ');
    expect(await head.faults()).toEqual([]);
  });
});
