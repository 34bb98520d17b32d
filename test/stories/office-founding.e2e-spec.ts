import { AdminUnits, Boards } from '@cho40/markets';
import { newId, systemActor } from '@cho40/platform';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

describeInBrowser('a market entered at the office with the keyboard alone', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let staff: Screen;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId]), async (tx) => {
      await api.get(AdminUnits).load(tx);
      await api.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' });
    });
    office = await OfficeBrowser.on(api);
    staff = await office.screenOf(await api.person('boardStaff', { kind: 'board', id: boardId }));
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(staff.errors).toEqual([]));

  it('has its commune of today, found without marks, and the district it lay in', async () => {
    await staff.open('/markets');
    await staff.press('Thêm chợ');
    await staff.type('Mã chợ', 'meo-vac');
    await staff.type('Tên chợ', 'Chợ trung tâm Mèo Vạc');
    await staff.choose('Xã, phường hiện nay', 'Xã Mèo Vạc');
    await staff.choose('Địa bàn huyện cũ', 'Huyện Mèo Vạc');
    await staff.press('Lưu');
    await staff.sees('Đã thêm chợ.');
    await staff.follow('Chợ trung tâm Mèo Vạc');
    await staff.sees('Hạng theo số điểm');
    expect(await staff.faults()).toEqual([]);
  });

  it('gets its zone, and a second one of that code is refused beside the field', async () => {
    const add = async () => {
      await staff.press('Thêm khu');
      await staff.type('Mã khu', 'A');
      await staff.type('Tên khu', 'Dãy A: vải, thổ cẩm');
      await staff.press('Lưu');
    };
    await add();
    await staff.sees('Đã thêm khu.');
    await add();
    await staff.sees('Mã khu A đã có trong chợ này. Hãy chọn mã khác.');
    expect(await staff.page.getByRole('textbox', { name: 'Mã khu' }).inputValue()).toBe('A');
  });

  it('gets a stall, a vendor and their lease, and says who sits there already', async () => {
    await staff.open('/stalls');
    await staff.press('Thêm điểm');
    await staff.choose('Khu', 'Dãy A');
    await staff.type('Mã điểm', 'a-001');
    await staff.type('Ngành hàng', 'Vải, thổ cẩm');
    await staff.press('Lưu');
    await staff.sees('Đã thêm điểm kinh doanh.');
    expect(await staff.faults()).toEqual([]);
    await staff.open('/vendors');
    await staff.press('Thêm tiểu thương');
    await staff.type('Họ và tên', 'Vàng Thị Mỷ');
    await staff.type('Điện thoại', '0912 345 678');
    await staff.press('Lưu');
    await staff.sees('•••• 5678');
    expect(await staff.faults()).toEqual([]);
    await staff.open('/leases');
    const sign = async () => {
      await staff.press('Ký hợp đồng');
      await staff.choose('Điểm kinh doanh', 'A-001');
      await staff.choose('Tiểu thương', 'Vàng Thị Mỷ');
      await staff.type('Từ ngày', '01/10/2026');
      await staff.press('Lưu');
    };
    await sign();
    await staff.sees('HD-MEO-VAC-0001');
    expect(await staff.faults()).toEqual([]);
    await sign();
    await staff.sees(/Điểm A-001 đã có hợp đồng HD-MEO-VAC-0001 từ 01\/10\/2026/);
  });

  it('takes its price from a decision, and another person puts it in force', async () => {
    await staff.open('/decisions');
    await staff.press('Nhập quyết định');
    await staff.type('Số quyết định', '27/2024/QĐ-UBND');
    await staff.choose('Tỉnh, thành phố', 'Tuyên Quang');
    await staff.type('Cơ quan ban hành', 'UBND tỉnh Hà Giang');
    await staff.type('Trích yếu', 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ');
    await staff.type('Ngày ban hành', '20/12/2024');
    await staff.type('Có hiệu lực từ', '01/01/2025');
    await staff.press('Lưu');
    await staff.sees('Đã nhập quyết định.');
    await staff.press('Thêm mức giá');
    await staff.type('Nội dung', 'Điểm kinh doanh');
    await staff.type('Mức giá', '40000');
    await staff.press('Lưu');
    await staff.sees('40.000 đ/m²/tháng');
    expect(await staff.faults()).toEqual([]);
    await staff.open('/tariffs');
    await staff.press('Nhập giá mới');
    await staff.choose('Quyết định', '27/2024/QĐ-UBND');
    await staff.choose('Lấy theo dòng', 'Điểm kinh doanh');
    await staff.type('Áp dụng từ', '01/05/2025');
    await staff.press('Lưu');
    await staff.sees('Chờ người khác duyệt');
    expect(await staff.faults()).toEqual([]);
    const head = await office.screenOf(
      await api.person('boardHead', { kind: 'board', id: boardId }),
    );
    await head.open('/tariffs');
    await head.press('Duyệt');
    await head.sees('Duyệt giá này?');
    await head.confirm('Duyệt');
    await head.sees('Đang áp dụng');
    expect(await head.faults()).toEqual([]);
  });
});
