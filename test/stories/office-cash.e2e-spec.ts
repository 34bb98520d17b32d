import { mkdirSync } from 'node:fs';
import { newId } from '@cho40/platform';
import { takeCash } from '../support/acts/cash';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { confirmedRecord } from '../support/confirmed-record';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { textOfPages } from '../support/printed';
import type { Screen } from '../support/screen';
import { testApi, type Person, type TestApi } from '../support/test-api';

const SHOTS = process.env['SHOTS'];

describeInBrowser('a shift with a shortage', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let market: BilledMarket;
  let head: Screen;
  let collector: Screen;
  let cashier: Screen;
  let accountant: Screen;
  let phone: Person;

  beforeAll(async () => {
    api = await testApi();
    market = await billedMarket(api, { months: ['2026-10', '2026-11'] });
    const board = { kind: 'board', id: market.boardId } as const;
    office = await OfficeBrowser.on(api);
    const at = async (role: Parameters<TestApi['person']>[0]) =>
      office.screenOf(await api.person(role, board), market.marketId);
    phone = await api.person('collector', { kind: 'market', id: market.marketId });
    collector = await office.screenOf(phone, market.marketId);
    head = await at('boardHead');
    cashier = await at('cashier');
    accountant = await at('accountant');
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => {
    for (const screen of [head, collector, cashier, accountant]) expect(screen.errors).toEqual([]);
  });

  /** A picture to look at: SHOTS=folder npx jest office-cash. */
  const shot = async (screen: Screen, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await screen.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  const told = (change: object) =>
    phone.post(
      '/api/v1/receipts',
      {
        id: newId(),
        leaseId: market.leaseIds[1],
        amount: 50_000,
        takenAt: api.clock.now().toISOString(),
        ...change,
      },
      { 'idempotency-key': newId() },
    );

  it('begins under the ceiling that the head sets', async () => {
    await head.open('/hand-ins');
    await head.press('Đặt mức');
    await head.type('Mức tối đa', '250000');
    await head.save('Đã đặt mức giữ tiền.');
    await head.sees('Tối đa 250.000 đ mỗi người thu.');
    await takeCash(collector, 'A-1');
    await collector.sees('Đã ghi phiếu PT-2026-000001');
    await takeCash(collector, 'A-2');
    await collector.sees(/vượt mức 250\.000 đ của ban quản lý\. Nộp quỹ trước/);
  });

  it('takes in what phones told, and shows the board a phone that was copied', async () => {
    const device = { id: newId(), number: 2 };
    const takenAt = '2026-11-23T08:00:00+07:00';
    expect((await told({ takenAt, device })).status).toBe(201);
    const copied = await told({ takenAt, device });
    expect([copied.status, copied.json()['code']]).toEqual([409, 'cash.deviceCloned']);
    await head.open('/phones');
    await head.sees('Chưa ghi lại');
    expect((await head.row(/Người thứ 1/))['Số thiếu']).toBe('1');
    expect(await head.faults()).toEqual([]);
    await shot(head, 'phones');
    await head.press('Trả lời: ');
    await head.type('Lý do', 'Đã cài lại máy');
    await head.save('Đã ghi câu trả lời.', 'Trả lời');
  });

  it('is closed by its collector, who reads what is to be handed in', async () => {
    await collector.open('/shifts');
    expect(await collector.faults()).toEqual([]);
    await collector.press('Đóng ca: ');
    await collector.sees('Đang giữ, phải nộp quỹ');
    await collector.confirm('Đóng ca');
    await collector.sees('Đã đóng ca.');
    expect((await collector.row('Người thứ 1'))['Phải nộp lúc đóng ca']).toBe('250.000 đ');
    await shot(collector, 'shifts');
  });

  it('ends 10.000 đ short, under the collector’s name and on paper', async () => {
    await cashier.open('/hand-ins');
    await cashier.press('Đếm và nhận: Người thứ 1');
    await cashier.type('Số tiền đếm được', '240000');
    await cashier.confirm(/^Nhận .+ vào quỹ$/);
    await cashier.sees(/Đếm được khác số phải nộp/);
    await cashier.use(
      cashier.page.getByRole('checkbox', { name: 'ghi thiếu 10.000 đ dưới tên Người thứ 1' }),
      'Space',
    );
    await shot(cashier, 'count');
    await cashier.save('Đã nhận tiền vào quỹ.', /^Nhận .+ vào quỹ$/);
    expect(await cashier.row('Thiếu 10.000 đ')).toMatchObject({
      'Phải nộp': '250.000 đ',
      'Số tiền đếm được': '240.000 đ',
    });
    expect(await cashier.faults()).toEqual([]);
    await shot(cashier, 'hand-ins');
    const link = cashier.page.getByRole('link', { name: /In biên bản giao nhận/ }).first();
    const url = new URL((await link.getAttribute('href')) ?? '', cashier.page.url()).href;
    const [paper] = textOfPages(await (await cashier.page.request.get(url)).body());
    expect(paper).toContain('Thiếu 10.000 đ (Mười nghìn đồng)');
  });

  it('is paid back to the cashier, and stays in the list', async () => {
    await cashier.open('/cash-differences');
    await cashier.press('Xử lý: Người thứ 1');
    await cashier.type('Số tiền', '10000');
    await cashier.type('Lý do', 'Nộp bù');
    await cashier.save('Đã ghi cách xử lý.');
    expect(await cashier.row('Người thứ 1')).toMatchObject({
      'Từng thiếu': '10.000 đ',
      'Còn thiếu': '0 đ',
    });
    expect(await cashier.faults()).toEqual([]);
    await shot(cashier, 'differences');
  });

  it('goes to the bank with somebody, and is there once the bank shows it', async () => {
    await cashier.open('/deposits');
    await cashier.press('Lập bảng kê nộp tiền');
    await cashier.type('Số tờ 100.000 đ', '2');
    await cashier.type('Người đi nộp', 'Giàng A Páo');
    await cashier.choose('Tài khoản nhận', market.boardId.slice(-12).toUpperCase());
    await cashier.save('Đã lập bảng kê. In ra', 'Cho tiền rời quỹ');
    await shot(cashier, 'deposits');
    await cashier.open('/custody');
    await cashier.sees('Giàng A Páo');
    expect(await cashier.tile('Đang đi đường')).toContain('200.000 đ');
    await market.write((tx) =>
      confirmedRecord(tx, market, {
        amount: 200_000,
        content: 'NOP TIEN MAT',
        bookedAt: '2026-11-23T09:30:00+07:00',
      }),
    );
    await market.write((tx) =>
      tx.sql(
        `insert into platform.job (id, kind, board_id, key)
         values ($1, 'banking.recordConfirmed', $2, $2::uuid::text)`,
        [newId(), market.boardId],
      ),
    );
    await api.drainJobs();
    await accountant.open('/deposits');
    await accountant.press('Gắn giao dịch: NT-2026-00001');
    await accountant.use(accountant.form.getByRole('radio', { name: /200\.000 đ/ }), 'Space');
    await accountant.save('Đã gắn; tiền đã ở ngân hàng.', 'Gắn giao dịch');
    expect(await accountant.faults()).toEqual([]);
  });

  it('leaves a safe that is as the books say, and every đồng in its place', async () => {
    await cashier.open('/safe-counts');
    await cashier.press('Kiểm kê quỹ');
    await cashier.type('Số tờ 50.000 đ', '1');
    await cashier.type('Người chứng kiến', 'Trần Thị Hoa');
    await cashier.save('Đã lưu biên bản.');
    expect((await cashier.row('KK-2026-00001'))['Chênh lệch']).toBe('Khớp sổ');
    expect(await cashier.faults()).toEqual([]);
    await shot(cashier, 'safe-counts');
    await cashier.open('/custody');
    await cashier.sees('Theo người thu');
    for (const [place, sum] of [
      ['Đã thu', '250.000 đ'],
      ['Người thu đang giữ', '0 đ'],
      ['Trong quỹ', '50.000 đ'],
      ['Đã vào ngân hàng', '200.000 đ'],
    ] as const)
      expect(await cashier.tile(place)).toContain(sum);
    expect(await cashier.faults()).toEqual([]);
    await shot(cashier, 'custody');
  });
});
