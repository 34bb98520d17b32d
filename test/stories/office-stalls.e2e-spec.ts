import { businessDate, vnd, type Id } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import {
  aStall,
  boardOfMarkets,
  type BoardOfMarkets,
  liveAccount,
} from '../support/board-of-markets';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';
import { CodePrefixes } from '@cho40/billing';
import { CollectionContracts, Stalls } from '@cho40/markets';

/** Ways between the rows are empty cells. */
const GRID = 'A-1;A-2;;A-3\n;;;\nA-4;A-5;;A-6\n';

describeInBrowser('the stalls of a highland market, kept at the office', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let staff: Screen;
  let ground: BoardOfMarkets;
  let marketId: Id;

  beforeAll(async () => {
    api = await testApi();
    ground = await boardOfMarkets(api);
    const name = 'Chợ phiên Phố Cáo';
    marketId = (await ground.market({ name, meets: 'market-days' })).id;
    const zoneId = await ground.zone(marketId, 'A');
    await ground.write((tx) =>
      api.get(Stalls).create(
        tx,
        marketId,
        [1, 2, 3, 4, 5, 6].map((at) => ({ ...aStall(zoneId, `A-${at}`, 8), state: 'vacant' })),
      ),
    );
    office = await OfficeBrowser.on(api);
    const person = await api.person('boardStaff', { kind: 'board', id: ground.boardId });
    staff = await office.screenOf(person, marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(staff.errors).toEqual([]));

  it('are shown on the map that a spreadsheet draws; a wrong cell is named, nothing is taken', async () => {
    await staff.open('/stall-map');
    await staff.sees('Chợ này chưa có sơ đồ');
    await staff.follow('Nhập sơ đồ');
    const take = async (text: string) => {
      const file = { name: 'so-do.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await staff.page.locator('input[type=file]').setInputFiles(file);
    };
    await take(`${GRID};Z-9\n`);
    await staff.sees('Không phải mã điểm nào của chợ');
    expect(await staff.row('Z-9')).toMatchObject({ Ô: 'B4' });
    expect(await staff.faults()).toEqual([]);
    await take(GRID);
    await staff.sees('6 điểm trên 3 hàng và 4 cột.');
    await staff.press('Nhận sơ đồ');
    await staff.sees('Chưa cho thuê: 6');
    await staff.press('Xem dạng bảng');
    expect(await staff.row('A-6')).toMatchObject({ 'Hàng, cột': '3, 4' });
    expect(await staff.faults()).toEqual([]);
  });

  it('change their state with a day and a reason, and keep what they were', async () => {
    await staff.open('/stalls');
    await staff.follow('A-6');
    await staff.press('Đổi tình trạng');
    await staff.choose('Tình trạng', 'Đang sửa chữa');
    await staff.type('Từ ngày', '20/11/2026');
    await staff.type('Lý do', 'Dột mái sau bão');
    await staff.save('Đã ghi tình trạng mới.');
    expect(await staff.row('Dột mái sau bão')).toMatchObject({ 'Từ ngày': '20/11/2026' });
    await staff.sees('khi có điểm này');
    expect(await staff.faults()).toEqual([]);
  });

  it('are split in two from a day on; the old one is read, and leads to the new', async () => {
    await staff.open('/stalls');
    await staff.follow('A-1');
    await staff.press('Tách, gộp, di dời');
    await staff.use(staff.page.getByRole('menuitem', { name: 'Tách' }));
    await staff.type('Từ ngày', '01/11/2026');
    await staff.type('Lý do', 'Theo đơn của hộ kinh doanh');
    await staff.confirm('Tách');
    await staff.sees('Đã ghi. Điểm cũ vẫn xem lại được.');
    await staff.form.waitFor({ state: 'detached' });
    expect(await staff.row('Theo đơn của hộ kinh doanh')).toMatchObject({
      'Điểm mới': 'A-1A, A-1B',
    });
    expect(await staff.faults()).toEqual([]);
    await staff.open('/stall-map');
    await staff.sees('Chưa có trên sơ đồ');
  });

  it('are merged into one, and relocated', async () => {
    await staff.open('/stalls');
    await staff.follow('A-2');
    await staff.press('Tách, gộp, di dời');
    await staff.use(staff.page.getByRole('menuitem', { name: 'Gộp' }));
    const others = staff.form.getByRole('combobox', { name: 'Gộp với các điểm' });
    await staff.use(others, 'ArrowDown');
    await others.pressSequentially('A-3');
    await staff.page.getByRole('option', { name: 'A-3' }).click();
    await staff.type('Mã điểm', 'a-23');
    await staff.type('Từ ngày', '01/11/2026');
    await staff.type('Lý do', 'Bỏ vách ngăn');
    await staff.confirm('Gộp');
    await staff.sees('Đã ghi. Điểm cũ vẫn xem lại được.');
    await staff.open('/stall-successions');
    expect(await staff.row('Bỏ vách ngăn')).toMatchObject({
      Việc: 'Gộp',
      'Điểm cũ': 'A-2, A-3',
      'Điểm mới': 'A-23',
    });
    expect(await staff.faults()).toEqual([]);
  });

  it('stand in a market whose calendar knows its zodiac days and its days off', async () => {
    await staff.open('/market-days?month=2026-11');
    await staff.sees('Chưa biết chợ họp ngày nào');
    await staff.press('Nhập quy tắc');
    await staff.type('Từ ngày', '01/01/2026');
    for (const branch of ['Thìn', 'Tuất'])
      await staff.form.getByRole('checkbox', { name: branch }).press('Space');
    expect(await staff.faults()).toEqual([]);
    await staff.save('Đã nhập quy tắc họp.');
    await staff.sees('5 ngày họp trong tháng');
    await staff.press('Nhập ngày');
    await staff.type('Từ ngày', '08/11/2026');
    await staff.type('Lý do', 'Nghỉ tang');
    await staff.save('Đã nhập ngày.');
    await staff.sees('4 ngày họp trong tháng');
    expect(await staff.faults()).toEqual([]);
  });

  it('and whose collection a party has contracted for', async () => {
    await ground.write((tx) =>
      api.get(CollectionContracts).sign(tx, marketId, {
        id: newId(),
        party: 'Hợp tác xã chợ Phố Cáo',
        amount: vnd(4_500_000),
        per: 'month',
        document: 'HĐ khoán 01/2026',
        validFrom: businessDate('2026-01-01'),
        validTo: businessDate('2026-12-31'),
      }),
    );
    await staff.open(`/markets/${marketId}`);
    expect(await staff.row('Hợp tác xã chợ Phố Cáo')).toMatchObject({ 'Tính theo': 'mỗi tháng' });
    expect(await staff.faults()).toEqual([]);
  });

  it('get their QR cards: printed once, one of them again for a reason, one revoked', async () => {
    await ground.write((tx) => liveAccount(tx, ground.boardId));
    await ground.write((tx) => api.get(CodePrefixes).take(tx, { marketId, prefix: 'PCX' }));
    await staff.open('/cards');
    expect(await staff.row(/^A-4/)).toMatchObject({ Thẻ: 'Chưa có thẻ' });
    await staff.press('In thẻ');
    expect(await staff.faults()).toEqual([]);
    await staff.save('Đang chuẩn bị bản in.', 'Chuẩn bị bản in');
    await api.drainJobs();
    await staff.comesToSee('6 thẻ');
    await staff.open('/cards?state=valid');
    expect(await staff.row(/^A-4/)).toMatchObject({ Thẻ: 'Còn dùng', 'Loại thẻ': 'Tem nhỏ' });
    expect(await staff.faults()).toEqual([]);
    await staff.follow('A-4');
    await staff.press('In thẻ cho điểm này');
    await staff.confirm('Chuẩn bị bản in');
    await staff.sees('Điểm A-4 có thẻ còn dùng. Ghi lý do in lại.');
    await staff.choose('Lý do', 'Hỏng, mờ');
    await staff.save('Đang chuẩn bị bản in.', 'Chuẩn bị bản in');
    await api.drainJobs();
    await staff.comesToSee('Đã thay');
    await staff.press('Thu hồi thẻ số 000007');
    await staff.save('Đã thu hồi thẻ.', 'Thu hồi');
    expect(await staff.row(/^000007/)).toMatchObject({ Thẻ: 'Đã thu hồi Mất' });
    expect(await staff.faults()).toEqual([]);
    await staff.open('/stall-map');
    await staff.sees('Chưa có thẻ mã QR còn dùng: 1');
  });

  it('change their state together after a flood: all that are listed but the one that stayed dry', async () => {
    await staff.open('/stalls');
    await staff.press('Chọn cả danh sách đang lọc');
    await staff.sees('Đã chọn 6 điểm');
    await staff.page.getByRole('checkbox', { name: 'Chọn điểm A-4' }).click();
    await staff.sees('Đã chọn 5 điểm');
    await staff.press('Đổi tình trạng');
    await staff.choose('Tình trạng', 'Đang sửa chữa');
    await staff.type('Từ ngày', '22/11/2026');
    await staff.type('Lý do', 'Ngập sau mưa lớn');
    await staff.sees('4 điểm đổi thành “Đang sửa chữa”; 1 điểm đã như vậy.');
    await staff.sees('A-1A, A-1B, A-23, A-5');
    expect(await staff.faults()).toEqual([]);
    await staff.save('Đã ghi tình trạng mới.');
    await staff.sees('Đã chọn 0 điểm');
    expect(await staff.row(/^A-23/)).toMatchObject({ 'Tình trạng': 'Đang sửa chữa' });
    expect(await staff.row(/^A-4/)).toMatchObject({ 'Tình trạng': 'Để trống' });
    expect(await staff.faults()).toEqual([]);
    await staff.follow('A-6');
    await staff.sees('Dột mái sau bão');
    expect(await staff.page.getByText('Ngập sau mưa lớn').count()).toBe(0);
  });

  it('leave as files that a spreadsheet opens, filtered as they stand', async () => {
    const person = await api.person('auditor', { kind: 'board', id: ground.boardId });
    const linesOf = async (list: string) => {
      const file = await person.get(`/api/v1/markets${list}`);
      return file.text.replace('\uFEFF', '').trim().split(/\r?\n/);
    };
    const [head, ...stalls] = await linesOf(`/${marketId}/stalls?standing=ended&format=csv`);
    expect(head).toContain('Mã điểm;Khu;Diện tích (m²)');
    expect(stalls.map((line) => line.split(';')[0])).toEqual(['A-1', 'A-2', 'A-3']);
    expect(await linesOf(`/${marketId}/stall-successions?kind=merge&format=csv`)).toEqual([
      'Từ ngày;Việc;Điểm cũ;Điểm mới;Lý do;Người ghi',
      '01/11/2026;Gộp;A-2, A-3;A-23;Bỏ vách ngăn;Người thứ 1',
    ]);
    expect(await linesOf(`/${marketId}/day-exceptions?format=csv`)).toContain(
      '08/11/2026;Nghỉ phiên;Nghỉ tang',
    );
    expect((await linesOf('?meets=daily&format=csv')).length).toBe(1);
  });
});
