import { Tickets } from '@cho40/billing';
import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { confirmedRecord, type MovedMoney } from '../support/confirmed-record';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';
import { aTicket, priceTickets } from '../support/ticket-market';
import { brokenInvariants } from '../support/violations';

describeInBrowser('the workbench, by keyboard alone', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let market: BilledMarket;
  let clerk: Screen;
  let other: Screen;

  const codeOf = async (place: number) => {
    const billId = await market.billOf(place, '2026-11');
    const [bill] = await market.write((tx) =>
      tx.sql<{ code: string }>('select code from billing.bill where id = $1', [billId]),
    );
    return bill?.code ?? '';
  };
  /** Money that arrives and is decided on as far as the rule goes. */
  const arrives = async (...moves: MovedMoney[]) => {
    await market.write(async (tx) => {
      for (const money of moves) await confirmedRecord(tx, market, money);
      await tx.sql(
        `insert into platform.job (id, kind, board_id, key)
         values ($1, 'banking.recordConfirmed', $2, $2::uuid::text)`,
        [newId(), market.boardId],
      );
    });
    await api.drainJobs();
  };
  /** A ticket of 10,000 đ whose QR was shown this morning. */
  const ticket = async () => {
    const wanted = aTicket(market.marketId, { on: '2026-11-23', way: 'bank' });
    const [sold] = await market.write((tx) => api.get(Tickets).sell(tx, [wanted]));
    if (!sold) throw new Error('nothing was sold');
    return sold;
  };
  const paidOf = async () => {
    const rows = await market.write((tx) =>
      tx.sql<{ paid: string }>(
        `select string_agg(paid::text, ' ' order by period) as paid
           from billing.v_bill group by lease_id order by lease_id`,
      ),
    );
    return rows.map(({ paid }) => paid);
  };
  /** The record before the clerk, which the list beside it shows too. */
  const hasInHand = (screen: Screen, text: string | RegExp) =>
    screen.page
      .getByRole('region', { name: 'Khoản đang xem' })
      .getByText(text)
      .filter({ visible: true })
      .first()
      .waitFor();
  const shot = async (name: string) => {
    const dir = process.env['SHOTS'];
    if (dir) await clerk.page.screenshot({ path: `${dir}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    api = await testApi();
    market = await billedMarket(api, { months: ['2026-10', '2026-11'] });
    await market.write((tx) => priceTickets(tx, market));
    const [first, second] = [await codeOf(0), await codeOf(1)];
    await arrives(
      { content: `MBVCB ${first.slice(0, -1)} tien cho`, bookedAt: '2026-11-20T08:00:00+07:00' },
      {
        content: `nop ho ${first.toLowerCase()} va ${second.slice(0, 6)} ${second.slice(6)}`,
        amount: 200_000,
        bookedAt: '2026-11-21T08:00:00+07:00',
      },
      { content: 'NGUYEN THI LAN tien cho', bookedAt: '2026-11-22T08:00:00+07:00' },
      { content: 'LAI TIEN GUI T10', amount: 1_234, bookedAt: '2026-11-22T09:00:00+07:00' },
    );
    office = await OfficeBrowser.on(api);
    const board = { kind: 'board', id: market.boardId } as const;
    clerk = await office.screenOf(await api.person('accountant', board));
    other = await office.screenOf(await api.person('boardHead', board));
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...clerk.errors, ...other.errors]).toEqual([]));

  it('begins with the oldest, its wrong code in sight, and says its keys', async () => {
    await clerk.open('/workbench/queue');
    await hasInHand(clerk, 'Mã sai, có gợi ý sửa');
    expect(await clerk.faults()).toEqual([]);
    await shot('1-queue');
    await clerk.page.keyboard.press('?');
    await clerk.form.getByText('Tách cho nhiều thông báo').waitFor();
    await shot('2-keys');
    await clerk.page.keyboard.press('Escape');
    await clerk.form.waitFor({ state: 'detached' });
  });

  it('gives a wrong code’s money to whom it most likely names, after one question', async () => {
    await hasInHand(clerk, 'Mã viết sai');
    await clerk.page.keyboard.press('Enter');
    await clerk.form.getByText('100.000 đ ghi cho A-1').waitFor();
    expect(await clerk.faults()).toEqual([]);
    await shot('2-accept');
    await clerk.page.keyboard.press('Enter');
    await clerk.sees('Vừa ghi 100.000 đ cho A-1');
    expect(await paidOf()).toEqual(['0 100000', '0 0', '0 0']);
    await clerk.page.keyboard.press('u');
    await clerk.type('Lý do', 'nhầm sạp');
    await clerk.save('Đã gỡ khớp.', 'Gỡ khớp');
    await clerk.sees('Vừa gỡ 100.000 đ');
  });

  it('splits a transfer with two codes over the bills of two stalls', async () => {
    await clerk.page.keyboard.press('j');
    await hasInHand(clerk, 'Có hai mã khác nhau');
    expect(await clerk.page.locator('mark').count()).toBe(2);
    await shot('3-two-codes');
    await clerk.page.keyboard.press('s');
    await clerk.choose('Thêm điểm kinh doanh', 'A-1');
    await clerk.type('A-1, tháng 11/2026', '100000');
    await clerk.choose('Thêm điểm kinh doanh', 'A-2');
    await clerk.type('A-2, tháng 11/2026', '100000');
    await clerk.type('Lý do', 'nộp hộ hai sạp, nội dung có cả hai mã');
    expect(await clerk.faults()).toEqual([]);
    await shot('4-split');
    await clerk.save('Đã tách khoản tiền.', 'Tách và ghi');
    expect(await paidOf()).toEqual(['0 100000', '0 100000', '0 0']);
  });

  it('says that interest is interest', async () => {
    await hasInHand(clerk, 'NGUYEN THI LAN tien cho');
    await clerk.page.keyboard.press('j');
    await hasInHand(clerk, 'LAI TIEN GUI T10');
    await clerk.page.keyboard.press('c');
    await clerk.use(clerk.form.getByRole('radio', { name: 'Lãi tiền gửi' }), 'Space');
    await clerk.type('Lý do', 'lãi không kỳ hạn tháng 10');
    await shot('5-classify');
    await clerk.save('Đã phân loại.', 'Phân loại');
    await clerk.sees('Vừa phân loại 1.234 đ: Lãi tiền gửi');
  });

  it('makes a rule of it, tried on old records before it is switched on', async () => {
    await clerk.follow('Soạn quy tắc cho khoản giống vậy');
    await clerk.type('Từ trong nội dung', 'lai tien gui');
    await clerk.save('Đã soạn quy tắc.');
    await clerk.press('Xem thử');
    await clerk.sees(/quy tắc sẽ phân loại 1: 0 đang chờ, 1 đã phân loại như vậy/);
    expect(await clerk.faults()).toEqual([]);
    await shot('5-rule');
    await clerk.confirm('Bật quy tắc');
    await clerk.sees('Đã bật quy tắc; đang xem các khoản đang chờ.');
  });

  it('shows a tie as a tie: nobody is chosen before a person does', async () => {
    for (const screen of [clerk, other]) {
      await screen.open('/workbench/queue');
      await hasInHand(screen, 'Mã viết sai');
      await screen.page.keyboard.press('ArrowDown');
      await hasInHand(screen, 'NGUYEN THI LAN tien cho');
      await hasInHand(screen, '3 gợi ý ngang nhau');
    }
    const accept = clerk.page.getByRole('button', { name: 'Nhận gợi ý' });
    expect(await accept.isDisabled()).toBe(true);
    expect(await clerk.faults()).toEqual([]);
    await shot('6-tie');
  });

  it('lets nobody overwrite what somebody else decided meanwhile', async () => {
    await clerk.page.keyboard.press('2');
    await clerk.page.keyboard.press('Enter');
    await clerk.form.getByText('100.000 đ ghi cho A-2').waitFor();
    await other.page.keyboard.press('3');
    await other.page.keyboard.press('Enter');
    await other.form.getByRole('checkbox').check();
    await other.confirm('Ghi cho A-3');
    await other.sees('Vừa ghi 100.000 đ cho A-3');
    await clerk.confirm('Ghi cho A-2');
    await clerk.sees('Có người vừa xử lý khoản này');
    await clerk.sees(/đã xử lý giao dịch này.*đã ghi cho A-3/);
    expect(await clerk.faults()).toEqual([]);
    await shot('7-moved');
    expect(await paidOf()).toEqual(['0 100000', '0 100000', '100000 0']);
  });

  it('offers first whom an account was said to pay for, credits nobody, forgets when told', async () => {
    await arrives({
      content: 'chuyen tien',
      amount: 55_000,
      bookedAt: '2026-11-22T10:00:00+07:00',
    });
    await other.open('/workbench/queue');
    await hasInHand(other, 'Mã viết sai');
    await other.page.keyboard.press('j');
    await hasInHand(other, 'chuyen tien');
    const payer = /trả cho điểm này/;
    await hasInHand(other, payer);
    expect(await paidOf()).toEqual(['0 100000', '0 100000', '100000 0']);
    await other.open('/workbench/payers');
    await other.press('Thôi nhớ cho A-3');
    await other.sees('Đã thôi nhớ.');
    await other.sees(/Đã tắt:/);
    expect(await other.faults()).toEqual([]);
  });

  it('finds the money of somebody who paid and does not see it', async () => {
    await clerk.open('/claims');
    await clerk.press('Ghi lời báo');
    await clerk.choose('Điểm kinh doanh hoặc tiểu thương', 'A-1');
    await clerk.type('Số tiền', '100000');
    await clerk.type('Ngày chuyển', '20/11/2026');
    await clerk.type('Giờ chuyển', '08:15');
    await clerk.type('Người báo', 'Chị Lan');
    await shot('8-claim-form');
    await clerk.save('Đã ghi lời báo.');
    await clerk.sees('Chưa ghi cho ai');
    expect(await clerk.faults()).toEqual([]);
    await shot('9-claim');
    await clerk.press('Đây là khoản đó');
    await clerk.type('Lý do', 'khớp ảnh chụp màn hình');
    await clerk.save('Đã tìm thấy', 'Đây là khoản đó');
    await clerk.sees('Đã tìm thấy');
    await clerk.open('/claims');
    expect(await clerk.faults()).toEqual([]);
    expect(await paidOf()).toEqual(['100000 100000', '0 100000', '100000 0']);
    expect(await brokenInvariants(api, market.boardId)).toEqual([]);
  });

  it('gives a ticket the transfer of another sum that has its code', async () => {
    const { id, code, number } = await ticket();
    const bookedAt = '2026-11-22T11:00:00+07:00';
    await arrives({ content: `${code} cho phien`, amount: 9_000, bookedAt });
    await clerk.open('/workbench/queue?order=amount');
    await hasInHand(clerk, 'chuyen tien');
    await clerk.page.keyboard.press('j');
    await hasInHand(clerk, 'Mã của phiếu, nhưng số tiền khác');
    await clerk.page.keyboard.press('a');
    await clerk.choose('Phiếu đang chờ ngân hàng', number);
    await clerk.sees(`Mã ${code} của phiếu đứng trong nội dung chuyển khoản.`);
    await clerk.sees('Chuyển thiếu 1.000 đ');
    await clerk.type('Lý do', 'bấm nhầm số tiền, đã gặp người bán');
    expect(await clerk.faults()).toEqual([]);
    await shot('10-ticket');
    await clerk.save('Đã ghi khoản tiền.', 'Chỉ định người nộp');
    await clerk.open(`/tickets/${id}`);
    await clerk.sees('9.000 đ (thiếu 1.000 đ)');
  });

  it('takes down that a ticket’s buyer says it was paid', async () => {
    const { id, number } = await ticket();
    await clerk.open(`/tickets/${id}`);
    await clerk.press('Người mua báo đã nộp');
    await clerk.type('Ngày chuyển', '22/11/2026');
    await clerk.type('Giờ chuyển', '17:00');
    await clerk.type('Người báo', 'Anh Páo');
    await clerk.save('Đã ghi lời báo.');
    await clerk.sees(`Phiếu ${number} · 10.000 đ`);
    await clerk.sees('Không có giao dịch nào đúng số tiền quanh giờ đó');
    expect(await clerk.faults()).toEqual([]);
  });

  it('reads a wallet’s report whose columns a person named, and splits a line of it', async () => {
    await clerk.open('/settlements');
    await clerk.press('Khai ví');
    await clerk.type('Tên ví', 'Ví Núi');
    await clerk.choose('Tài khoản nhận', 'Vietcombank');
    await clerk.type('Từ luôn có trong nội dung tiền ví chuyển về', 'VINUI TT');
    await clerk.save('Đã khai ví');
    const bookedAt = '2026-11-22T12:00:00+07:00';
    await arrives({ content: 'VINUI TT dot 7', amount: 198_900, bookedAt });
    await clerk.open('/settlements/import');
    const report = [
      'Số phiếu ví;Lúc nộp;Khách trả;Ví giữ;Lời khách',
      'V-1;20/11/2026 09:30:00;200.000;1.100;tien cho hai sap',
    ];
    await clerk.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'vi.csv', mimeType: '', buffer: Buffer.from(report.join('\n')) });
    await clerk.sees('Chỉ cho hệ thống từng cột');
    await clerk.page.getByLabel('Tên mẫu').fill('Ví Núi');
    const columns = {
      'Số phiếu ví': 'transaction',
      'Lúc nộp': 'time',
      'Khách trả': 'amount',
      'Ví giữ': 'fee',
      'Lời khách': 'content',
    };
    for (const [name, column] of Object.entries(columns))
      await clerk.page.getByLabel(`Cột ${name} là`).selectOption(column);
    expect(await clerk.faults()).toEqual([]);
    await shot('11-mapping');
    await clerk.press('Nhớ mẫu này và đọc tệp');
    await clerk.press('Ghi báo cáo');
    await clerk.sees('Đã ghi báo cáo');
    await api.drainJobs();
    await clerk.open('/settlements');
    await clerk.follow('Ví Núi, đợt 2026-11-20');
    await clerk.press('Tách dòng V-1 cho nhiều thông báo');
    await clerk.choose('Thêm điểm kinh doanh', 'A-2');
    await clerk.type('A-2, tháng 10/2026', '100000');
    await clerk.choose('Thêm điểm kinh doanh', 'A-3');
    await clerk.type('A-3, tháng 11/2026', '100000');
    await clerk.type('Lý do', 'chị Lan nộp hộ');
    await clerk.save('Đã tách khoản tiền.', 'Tách và ghi');
    await clerk.sees('Đã khớp');
    expect(await clerk.faults()).toEqual([]);
    await shot('12-batch');
    expect(await paidOf()).toEqual(Array(3).fill('100000 100000'));
    expect(await brokenInvariants(api, market.boardId)).toEqual([]);
  });

  it('names a stall by the number its bank gave it, once another person agreed', async () => {
    await clerk.open('/virtual-accounts');
    await clerk.press('Đề xuất');
    await clerk.choose('Tài khoản nhận', 'Vietcombank');
    await clerk.type('Số tài khoản ảo', 'VA0001');
    await clerk.choose('Điểm kinh doanh', 'A-1');
    await clerk.type('Dùng từ ngày', '23/11/2026');
    await clerk.save('Đã đề xuất. Người khác duyệt thì mới dùng.', 'Đề xuất');
    await other.open('/virtual-accounts');
    await other.press('Duyệt');
    await other.confirm('Duyệt');
    await other.sees('Đã duyệt.');
    expect(await other.faults()).toEqual([]);
  });
});
