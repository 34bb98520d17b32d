import { rmSync } from 'node:fs';
import { addMonths, businessDateOf, firstDayOf, lastDayOf, monthOf } from '@cho40/kernel';
import { decodeVietQr } from '@cho40/vietqr';
import { chooseStatement, openFeed, proposeAccount } from '../support/acts/banking';
import { countHandIn, takeCash } from '../support/acts/cash';
import { addMarket, addStall, addVendor, addZone, draftLease } from '../support/acts/founding';
import { addBoard } from '../support/acts/people';
import { approve, draftTariff, enterDecision } from '../support/acts/pricing';
import { BoardPeople } from '../support/board-people';
import { addFirstAdmin } from '../support/first-admin';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { RunningProgram } from '../support/program';
import { scanned } from '../support/scanned';
import { scratchFolder } from '../support/scratch';
import { aDayPasses } from '../support/a-day-passes';
import { deliver, type SepayFeed } from '../support/sepay';
import { vietcombankXlsx } from '../support/vietcombank-xlsx';

const STALLS = ['A-001', 'A-002', 'A-003'];
// 4 m² at 25,000 đ/m²/month.
const BILL = 100_000;
const ACCOUNT = '0821000260001';
// The month before this one: what is paid in cash today still counts for it.
const MONTH = addMonths(monthOf(businessDateOf(new Date())), -1);
const [YEAR, NUMBER] = MONTH.split('-');

/** The real program: its own PostgreSQL, its jobs, its built office; empty but for one admin. */
describeInBrowser('a month at the market, from nothing to the share', () => {
  const dataDir = scratchFolder();
  let program: RunningProgram;
  let office: OfficeBrowser;
  let people: BoardPeople;
  let feed: SepayFeed;
  let codes: string[];

  beforeAll(async () => {
    program = await RunningProgram.on(dataDir);
    await program.start();
    office = await OfficeBrowser.at(program.url);
    people = new BoardPeople(office);
    await people.signIn('admin', addFirstAdmin(program));
  });
  afterAll(async () => {
    await office?.close();
    await program?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(() => expect(people.errors).toEqual([]));

  const at = (username: string) => people.at(username);

  describe('a board and its people', () => {
    it('are entered by the admin, who appoints its head', async () => {
      await addBoard(at('admin'), 'BQL chợ Đồng Văn');
      expect(await at('admin').faults()).toEqual([]);
      await people.appoint('admin', 'head', 'Trưởng ban quản lý');
    });

    it('come in by a page that anybody can read', async () => {
      const guest = await office.visit();
      expect(await guest.faults()).toEqual([]);
    });
  });

  describe('a market', () => {
    it('is founded in a commune of today and a district of before', async () => {
      const head = at('head');
      await addMarket(head, {
        code: 'dv-dongvan',
        name: 'Chợ Đồng Văn',
        commune: 'Xã Đồng Văn',
        district: 'Huyện Đồng Văn',
        openedOn: '01/01/2012',
      });
      await head.follow('Chợ Đồng Văn');
      await head.sees('Xã Đồng Văn');
      await head.sees('Huyện Đồng Văn');
      await addZone(head, { code: 'A', name: 'Nhà chợ' });
      expect(await head.faults()).toEqual([]);
    });

    it('has stalls, and a vendor at each of them', async () => {
      const head = at('head');
      for (const code of STALLS) {
        await addStall(head, { zone: 'Nhà chợ', code, goods: 'Rau củ' });
        await addVendor(head, `Vàng Thị ${code}`);
        await draftLease(head, { stall: code, vendor: `Vàng Thị ${code}`, from: '01/01/2025' });
        await head.save('Đã ký hợp đồng.');
      }
      expect(await head.faults()).toEqual([]);
    });

    it('has no stall that two lease on one day', async () => {
      const head = at('head');
      await draftLease(head, { stall: 'A-001', vendor: 'Vàng Thị A-002', from: '01/06/2026' });
      await head.confirm('Lưu');
      await head.sees(/Điểm A-001 đã có hợp đồng HD-DV-DONGVAN-0001 từ 01\/01\/2025/);
      await head.confirm('Hủy');
    });

    it('has the people who handle its money, appointed by the head', async () => {
      await people.appoint('head', 'accountant', 'Kế toán');
      await people.appoint('head', 'cashier', 'Thủ quỹ');
      await people.appoint('head', 'collector', 'Người thu tiền');
      expect(await at('head').faults()).toEqual([]);
    });
  });

  describe('what two people decide', () => {
    it('is the price: the accountant takes it from a decision, the head approves it', async () => {
      const accountant = at('accountant');
      await enterDecision(accountant, {
        number: '21/2025/QĐ-UBND',
        province: 'Tuyên Quang',
        issuer: 'UBND tỉnh Tuyên Quang',
        heading: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
        issuedOn: '01/12/2024',
        effectiveFrom: '01/01/2025',
        lines: [{ what: 'Điểm kinh doanh', price: '25000' }],
      });
      const picked = { decision: '21/2025/QĐ-UBND', line: 'Điểm kinh doanh', price: '25000' };
      await draftTariff(accountant, { ...picked, from: '01/01/2025' });
      await accountant.sees('Chờ người khác duyệt');
      await approve(at('head'), '/tariffs', /25\.000.*áp dụng từ 01\/01\/2025/);
      await at('head').sees('Đang áp dụng');
    });

    it('is the receiving account: whoever proposed it does not approve it', async () => {
      const accountant = at('accountant');
      await proposeAccount(accountant, {
        number: ACCOUNT,
        holder: 'bql cho dong van',
        openedOn: firstDayOf(MONTH).split('-').reverse().join('/'),
        opening: '1000000',
      });
      await accountant.sees('Chờ người khác duyệt');
      await approve(at('head'), '/accounts', /0821000260001, chủ tài khoản BQL CHO DONG VAN/);
      await at('head').sees('Chưa in lên mã QR');
      expect(await at('head').faults()).toEqual([]);
    });

    it('is not the SePay door: its secret is shown once to the one who opens it', async () => {
      const accountant = at('accountant');
      feed = await openFeed(accountant);
      expect(await accountant.faults()).toEqual([]);
      await accountant.confirm('Tôi đã chép xong');
      await accountant.page.reload();
      await accountant.sees('Đang nhận');
      expect(await accountant.page.content()).not.toContain(feed.secret);
    });

    it('is shown to payers once its probe payment was seen and a day has passed', async () => {
      const accountant = at('accountant');
      const code = await accountant.page.locator('code').getByText(/^KT/).textContent();
      const today = businessDateOf(new Date());
      const probe = { id: 92_700, account: ACCOUNT, amount: 1_000, content: `KIEM TRA ${code}` };
      expect(await deliver(feed, { ...probe, at: `${today} 00:00:10` })).toBe(200);
      await accountant.comesToSee('Đã thấy khoản chuyển thử');
      await aDayPasses(dataDir);
      await accountant.comesToSee('Đang dùng');
      await accountant.open('/deliveries');
      await accountant.sees('Đã ghi giao dịch');
      await accountant.press('Đọc lại');
      await accountant.sees('Đã đọc lại. Tin đã ghi sổ không được ghi lần nữa.');
      expect(await accountant.faults()).toEqual([]);
    });
  });

  describe('the bills', () => {
    it('begin with a prefix of the market, are rehearsed and issued by the head', async () => {
      const head = at('head');
      await head.open(`/bill-runs?month=${MONTH}`);
      await head.press('Chọn tiền tố');
      await head.type('Tiền tố', 'skx');
      await head.save('Đã chọn tiền tố.', 'Dùng tiền tố này');
      await head.press('Phát hành 3 thông báo');
      await head.form.getByText('3 thông báo, 300.000 đ, hạn nộp').waitFor();
      await head.confirm('Phát hành 3 thông báo');
      await head.sees(`Đã phát hành tháng ${NUMBER}/${YEAR}.`);
      expect(await head.faults()).toEqual([]);
      await head.follow('Xem thông báo');
      await head.sees(/^SKX1\d{9}$/);
      const rows = await Promise.all(STALLS.map((stall) => head.row(stall)));
      codes = rows.map((row) => row['Mã thanh toán'] ?? '');
      expect(new Set(codes).size).toBe(STALLS.length);
    });

    it('carry a QR that a bank app reads: exact sum, our account, code first', async () => {
      const head = at('head');
      await head.follow('A-001');
      const image = head.page.getByRole('img', { name: /Mã QR nộp 100\.000/ }).first();
      await image.waitFor();
      expect(await head.faults()).toEqual([]);
      const [payload = ''] = await scanned(await image.screenshot());
      expect(decodeVietQr(payload)).toMatchObject({
        ok: true,
        bin: '970436',
        account: ACCOUNT,
        amount: BILL,
        initiation: 'dynamic',
        purpose: expect.stringMatching(new RegExp(`^${codes[0]} A001`)),
      });
    });
  });

  describe('the money', () => {
    const toldContent = () => `MBVCB.3278907687.${codes[0]} A001 T10.CT tu 0123 toi 0821`;

    it('that the bank tells of closes its bill by itself', async () => {
      const transfer = { id: 92_704, account: ACCOUNT, amount: BILL, content: toldContent() };
      expect(await deliver(feed, { ...transfer, at: `${MONTH}-05 09:10:11` })).toBe(200);
      await at('head').comesToSee('Đã nộp đủ, cảm ơn.');
      expect(await at('head').faults()).toEqual([]);
    });

    it('is proven by the statement: one transfer known, one lost by the feed', async () => {
      const accountant = at('accountant');
      const bytes = await vietcombankXlsx({
        account: ACCOUNT,
        from: firstDayOf(MONTH),
        to: lastDayOf(MONTH),
        opening: 1_000_000,
        lines: [
          { on: `${MONTH}-05`, amount: BILL, content: toldContent() },
          { on: `${MONTH}-06`, amount: BILL, content: `IBFT ${codes[1]} A002` },
          { on: `${MONTH}-07`, amount: 50_000, content: 'nop tien cho' },
        ],
      });
      await chooseStatement(accountant, bytes);
      expect(await accountant.tile('Khớp với tin báo')).toBe('1 kết nối đã báo trước');
      expect(await accountant.tile('Dòng mới')).toBe('2 chưa từng thấy');
      expect(await accountant.faults()).toEqual([]);
      await accountant.press('Nhập 3 dòng');
      await accountant.sees('Đã nhập sao kê.');
      const days = lastDayOf(MONTH).slice(8);
      await accountant.sees(`${days} trên ${days} ngày`);
      expect(await accountant.faults()).toEqual([]);
    });

    it('that names nobody stays open until somebody knows whose it is', async () => {
      const accountant = at('accountant');
      await accountant.open('/workbench');
      await accountant.comesToSee('Không có mã thanh toán');
      expect(await accountant.row('nop tien cho')).toMatchObject({
        'Số tiền': '50.000 đ',
        'Ghi cho': 'Không có mã thanh toán',
        'Kết quả': 'Chưa khớp',
      });
      expect(await accountant.row('A002')).toMatchObject({
        'Ghi cho': 'A-002 · Vàng Thị A-002',
        'Kết quả': 'Đã khớp',
      });
      expect(await accountant.faults()).toEqual([]);
    });

    it('that comes in cash gets a receipt, and is counted into the safe', async () => {
      const collector = at('collector');
      await takeCash(collector, 'A-003');
      await collector.sees(/Đã ghi phiếu PT-\d{4}-000001/);
      expect(await collector.faults()).toEqual([]);
      const cashier = at('cashier');
      await cashier.open('/hand-ins');
      expect((await cashier.row('Bà collector'))['Số tiền']).toBe('100.000 đ');
      await countHandIn(cashier, { collector: 'Bà collector', amount: '100000' });
      await cashier.sees('Không người thu nào đang giữ tiền mặt.');
      expect((await cashier.row('Bà collector'))['Thủ quỹ']).toBe('Bà cashier');
      expect(await cashier.faults()).toEqual([]);
    });
  });

  describe('the month ends', () => {
    it('in a share of the district that anybody can work out', async () => {
      const head = at('head');
      await head.open(`/shares?month=${MONTH}`);
      await head.sees('Bảng số liệu');
      // Two transfers named by their codes; 50,000 đ nobody has named; the cash was taken today.
      expect(await head.row(/^Huyện Đồng Văn/)).toMatchObject({
        'Không dùng tiền mặt': '200.000 đ',
        'Tổng đã thu': '200.000 đ',
        'Tỷ lệ': '80,0–100,0 %',
        'Chưa rõ người nộp': '50.000 đ',
        'Đã thu': '100,0 %',
      });
      expect(await head.faults()).toEqual([]);
      const how = `--month ${MONTH} --by district --as is --json`;
      expect(JSON.parse(program.cho40('report', 'share', ...how.split(' ')).stdout)).toMatchObject({
        rows: [
          {
            code: '026',
            byValue: { numerator: 2 * BILL, denominator: 2 * BILL },
            unmatchedVnd: 50_000,
            low: 0.8,
            high: 1,
            collection: { numerator: 3 * BILL, denominator: 3 * BILL },
            final: true,
          },
        ],
      });
    });

    it('in books that hold, by a light that everybody sees', async () => {
      const admin = at('admin');
      await admin.open('/verify');
      await admin.press('Kiểm tra ngay');
      await admin.comesToSee('Mọi quy tắc đều đúng ở lần kiểm tra gần nhất.');
      await at('head').open('/');
      await at('head').sees('Không có sai lệch');
      expect(await at('head').faults()).toEqual([]);
      const verified = program.cho40('verify', '--json');
      expect(JSON.parse(verified.stdout)).toMatchObject({ violations: [] });
    });
  });
});
