import { mkdirSync } from 'node:fs';
import { newId, systemActor } from '@cho40/platform';
import { approve, draftTariff, enterDecision } from '../support/acts/pricing';
import { marketToBill, type MarketToBill } from '../support/market-to-bill';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const SHOTS = process.env['SHOTS'];

describeInBrowser('prices and meters at the office', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let market: MarketToBill;
  let staff: Screen;
  let head: Screen;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    market = await api.db.write(systemActor([boardId]), (tx) =>
      marketToBill(tx, { boardId, code: 'DONG-VAN' }),
    );
    office = await OfficeBrowser.on(api);
    const board = { kind: 'board', id: boardId } as const;
    staff = await office.screenOf(await api.person('boardStaff', board), market.marketId);
    head = await office.screenOf(await api.person('boardHead', board), market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...staff.errors, ...head.errors]).toEqual([]));

  /** A picture to look at: SHOTS=folder npx jest office-prices. */
  const shot = async (screen: Screen, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await screen.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };

  it('come from a line of a decision, and never above it', async () => {
    await enterDecision(staff, {
      number: '27/2024/QĐ-UBND',
      province: 'Tuyên Quang',
      issuer: 'UBND tỉnh Tuyên Quang',
      heading: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
      issuedOn: '20/12/2024',
      effectiveFrom: '01/01/2025',
      lines: [
        { what: 'Điểm có 3 mặt thoáng', price: '45000' },
        { what: 'Điểm có 1 mặt thoáng', price: '36000' },
      ],
    });
    await staff.sees('36.000 đ/m²/tháng');
    expect(await staff.faults()).toEqual([]);
    await shot(staff, 'decision');
    const picked = { decision: '27/2024/QĐ-UBND', line: '1 mặt', from: '01/01/2024' };
    await staff.open('/tariffs');
    await staff.press('Nhập giá mới');
    await staff.choose('Quyết định', picked.decision);
    await staff.choose('Lấy theo dòng', picked.line);
    await staff.type('Giá', '36001');
    await staff.type('Áp dụng từ', '01/01/2025');
    await staff.confirm('Lưu');
    await staff.sees(/Giá cao hơn mức của quyết định 27\/2024\/QĐ-UBND, dòng 2: 36\.000/);
    expect(await staff.faults()).toEqual([]);
    await shot(staff, 'above-the-decision');
  });

  it('stand when a second person approves them, for everybody to read', async () => {
    // The market's own price of its first decision ends on the day before.
    const picked = { decision: '27/2024/QĐ-UBND', line: '3 mặt', price: '45000' };
    await draftTariff(staff, { ...picked, from: '01/11/2026' });
    await staff.sees('Chờ người khác duyệt');
    await approve(head, '/tariffs', /45\.000.*áp dụng từ 01\/11\/2026/);
    await head.sees('Đang áp dụng');
    expect(await head.faults()).toEqual([]);
    await shot(head, 'tariffs');
    await head.page.goto(new URL('/bang-gia/DONG-VAN', head.page.url()).href);
    await head.sees('45.000 đ/m²/tháng');
    await head.sees('27/2024/QĐ-UBND, dòng 1');
    expect(await head.faults()).toEqual([]);
    await shot(head, 'public-list');
    const pdf = await api.nobody.get('/api/v1/public/markets/DONG-VAN/prices/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await api.nobody.get('/api/v1/public/markets/NO-SUCH/prices')).status).toBe(404);
  });

  it('of electricity are charged by meters, whose sheet is typed with Enter alone', async () => {
    for (const [code, stall] of [
      ['CT-01', 'A-1'],
      ['CT-02', 'A-2'],
    ] as const) {
      await staff.open('/meters');
      await staff.press('Thêm công tơ');
      await staff.type('Số công tơ', code);
      await staff.choose('Điểm kinh doanh', stall);
      await staff.type('Ngày lắp', '01/10/2026');
      await staff.save('Đã thêm công tơ.', 'Lưu');
    }
    expect(await staff.faults()).toEqual([]);
    await shot(staff, 'meters');
    await staff.open('/meter-sheet?month=2026-11');
    const first = staff.page.getByRole('textbox', { name: 'Chỉ số mới của CT-01' });
    await first.press('Enter');
    await first.pressSequentially('130');
    await staff.page.keyboard.press('Enter');
    await staff.page.keyboard.type('75,5');
    await staff.sees('75,5');
    expect(await staff.faults()).toEqual([]);
    await shot(staff, 'sheet-typed');
    await staff.press('Ghi sổ 2 chỉ số');
    await staff.sees('Đã ghi 2 trong 2 công tơ.');
    expect(await staff.faults()).toEqual([]);
    await shot(staff, 'sheet-kept');
  });

  it('and a value that was typed wrong is put right by another person', async () => {
    await staff.press('Đề nghị sửa');
    await staff.type('Sửa thành', '103');
    await staff.type('Lý do', 'Đọc nhầm số');
    await staff.save('Đã gửi đề nghị. Cần người khác duyệt.');
    await head.open('/meter-corrections');
    await head.sees('Đọc nhầm số');
    expect(await head.faults()).toEqual([]);
    await shot(head, 'corrections');
    await head.press('Duyệt sửa');
    await head.sees('Đã sửa');
    await staff.open('/meter-sheet?month=2026-11');
    expect((await staff.row(/CT-01/))['Đã dùng']).toBe('103');
  });
});
