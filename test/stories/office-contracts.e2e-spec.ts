import { businessDate, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { Vendors } from '@cho40/tenancy';
import { aLetMarket, insertLetMarket } from '../support/let-market';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { describePrinted, textOfPages } from '../support/printed';
import type { Screen } from '../support/screen';
import { testApi, type Person, type TestApi } from '../support/test-api';

describeInBrowser('a stall’s contract, kept at the office', () => {
  const at = aLetMarket();
  let api: TestApi;
  let office: OfficeBrowser;
  let staff: Screen;
  let head: Screen;
  let person: Person;
  let holderId: Id;

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([at.boardId]), async (tx) => {
      await insertLetMarket(tx, at);
      [holderId = newId()] = await api.get(Vendors).create(tx, [
        {
          boardId: at.boardId,
          kind: 'household',
          name: 'Hộ Sùng Mí Sò',
          representedBy: 'Sùng Mí Sò',
          phone: '0987654321',
          idNumber: '002185004321',
          address: 'Thôn Tủng Vài, xã Đồng Văn',
        },
        { boardId: at.boardId, name: 'Giàng Thị Dợ' },
      ]);
    });
    office = await OfficeBrowser.on(api);
    person = await api.person('boardStaff', { kind: 'board', id: at.boardId });
    staff = await office.screenOf(person, at.marketId);
    const chief = await api.person('boardHead', { kind: 'board', id: at.boardId });
    head = await office.screenOf(chief, at.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect([...staff.errors, ...head.errors]).toEqual([]));

  const openLease = async (screen: Screen, name: RegExp) => {
    await screen.open('/leases');
    await screen.page.getByRole('row', { name }).getByRole('link').first().press('Enter');
    await screen.sees('Điều khoản');
  };

  it('is signed with its cycle, its deposit and the award it rests on', async () => {
    await staff.open('/leases');
    await staff.press('Ký hợp đồng');
    await staff.choose('Điểm kinh doanh', 'A-1');
    await staff.choose('Tiểu thương', 'Sùng Mí');
    await staff.type('Từ ngày', '01/01/2026');
    await staff.type('Đến ngày', '31/12/2026');
    await staff.choose('Kỳ thu', 'Hằng quý');
    await staff.type('Ký quỹ thỏa thuận', '3000000');
    await staff.choose('Hình thức giao điểm', 'Đấu giá');
    await staff.type('Số văn bản giao điểm', '15/QĐ-BQL');
    await staff.save('Đã ký hợp đồng.');
    await openLease(staff, /A-1/);
    await staff.sees('3.000.000');
    await staff.sees('Hằng quý');
    expect(await staff.faults()).toEqual([]);
  });

  it('stands still and is traded at again', async () => {
    await openLease(staff, /A-1/);
    await staff.press('Tạm ngừng');
    await staff.type('Ngày đầu không tính tiền', '20/11/2026');
    await staff.type('Lý do', 'Chủ hộ nằm viện');
    await staff.save('Đã ghi tạm ngừng.', 'Tạm ngừng');
    await staff.sees('Đang tạm ngừng');
    await staff.press('Kinh doanh lại');
    await staff.type('Ngày đầu tính tiền lại', '23/11/2026');
    await staff.save('Đã cho kinh doanh lại.', 'Kinh doanh lại');
    await staff.sees('Chủ hộ nằm viện');
    expect(await staff.row('Chủ hộ nằm viện')).toMatchObject({
      'Ngày cuối không tính tiền': '22/11/2026',
    });
  });

  it('passes to another vendor only with a document and the head’s word', async () => {
    await openLease(staff, /A-1/);
    await staff.press('Chuyển nhượng');
    await staff.choose('Người nhận', 'Giàng Thị');
    await staff.type('Ngày đầu của người nhận', '01/12/2026');
    await staff.type('Lý do', 'Chuyển cho con dâu');
    await staff.confirm('Chuyển nhượng');
    await staff.sees('Chợ này chuyển nhượng theo thủ tục: ghi số và ngày của văn bản.');
    await staff.type('Số văn bản', '21/ĐN');
    await staff.type('Ngày văn bản', '20/11/2026');
    await staff.save('Đã ghi hồ sơ chuyển nhượng.', 'Chuyển nhượng');
    await staff.sees('Chờ người khác duyệt');
    await head.open('/lease-transfers');
    await head.press('Duyệt');
    await head.confirm('Duyệt');
    await head.sees('Đã duyệt chuyển nhượng.');
    await head.sees('Đã chuyển');
    expect(await head.faults()).toEqual([]);
    await head.follow('Giàng Thị Dợ');
    await head.sees('Nhận chuyển nhượng');
  });

  it('is not passed on where the market forbids it', async () => {
    await api.db.write(systemActor([at.boardId]), (tx) =>
      tx.sql(`update markets.market set transfer_policy = 'forbidden' where id = $1`, [
        at.marketId,
      ]),
    );
    const leases = await person.get(`/api/v1/leases?marketId=${at.marketId}&state=running`);
    const [running] = leases.json<{ items: { id: string }[] }>().items;
    const asked = await person.post(`/api/v1/leases/${running?.id}/transfers`, {
      vendorId: at.vendorIds[0],
      from: businessDate('2026-11-25'),
      reason: 'Sang tay',
    });
    expect([asked.status, asked.json<{ code: string }>().code]).toEqual([
      403,
      'tenancy.transferForbidden',
    ]);
  });

  it('is renewed for another year, and ended with a reason', async () => {
    await staff.open('/leases');
    await staff.press('Ký hợp đồng');
    await staff.choose('Điểm kinh doanh', 'A-2');
    await staff.choose('Tiểu thương', 'Sùng Mí');
    await staff.type('Từ ngày', '01/01/2026');
    await staff.type('Đến ngày', '31/12/2026');
    await staff.save('Đã ký hợp đồng.');
    await openLease(staff, /A-2/);
    await staff.press('Gia hạn');
    await staff.sees(/bắt đầu ngay sau ngày 31\/12\/2026/);
    await staff.type('Đến ngày', '31/12/2027');
    await staff.save('Đã gia hạn.', 'Gia hạn');
    await staff.sees('01/01/2027');
    await staff.press('Chấm dứt hợp đồng');
    await staff.type('Ngày cuối cùng', '30/11/2026');
    await staff.type('Lý do', 'Nghỉ kinh doanh');
    await staff.save('Đã ghi ngày kết thúc.', 'Chấm dứt hợp đồng');
    await staff.sees('Nghỉ kinh doanh');
  });

  it('shows its holder in full to whom it may, and the board who looked', async () => {
    const collector = await office.screenOf(
      await api.person('collector', { kind: 'board', id: at.boardId }),
      at.marketId,
    );
    const page = `/vendors/${holderId}`;
    await collector.open(page);
    await collector.sees('•••• 4321');
    expect(await collector.page.getByRole('button', { name: 'Xem đầy đủ' }).count()).toBe(0);
    await staff.open(page);
    await staff.press('Xem đầy đủ');
    await staff.sees('002185004321');
    await staff.sees('Thôn Tủng Vài');
    await staff.press('Thêm giấy chứng nhận');
    await staff.type('Số', '12/ATTP');
    await staff.type('Nơi cấp', 'Sở Công Thương');
    await staff.type('Ngày cấp', '01/12/2023');
    await staff.type('Hết hạn', '30/11/2026');
    await staff.save('Đã lưu giấy chứng nhận.');
    await staff.sees('Sắp hết hạn');
    await head.open(page);
    await head.sees('Ai đã xem thông tin đầy đủ');
    await head.sees('xem trên màn hình');
    expect(await head.faults()).toEqual([]);
    await staff.open('/certificates');
    await staff.sees('12/ATTP');
    expect(await staff.faults()).toEqual([]);
  });

  describePrinted('on paper', () => {
    it('names both parties, the stall and the deposit in words', async () => {
      await openLease(staff, /A-2/);
      const link = staff.page.getByRole('link', { name: 'Hợp đồng và phụ lục (PDF)' });
      const href = (await link.getAttribute('href')) ?? '';
      const { status, bytes, headers } = await person.get(href);
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
      const text = textOfPages(bytes).join(' ').replace(/\s+/g, ' ');
      for (const words of ['Hộ Sùng Mí Sò', '002185004321', 'PHỤ LỤC 01', 'PHỤ LỤC 02'])
        expect(text).toContain(words);
      for (const paper of ['handover', 'liquidation'])
        expect((await person.get(href.replace('contract', paper))).status).toBe(200);
    });
  });
});
