import { chooseFile, chooseStatement } from '../support/acts/banking';
import { TestBank } from '../support/bank';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { corrupt } from '../support/opened';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';
import { vietcombankXlsx } from '../support/vietcombank-xlsx';

describeInBrowser('the accountant imports statements at the office', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let bank: TestBank;
  let accountant: Screen;

  beforeAll(async () => {
    api = await testApi();
    api.clock.moveTo('2026-11-01T09:00:00+07:00');
    bank = await TestBank.open(api, { openedOn: '2026-11-01', openingBalance: 1_000_000 });
    await bank.openFeed();
    const at = '2026-11-05 08:00:00';
    await bank.ingest(
      bank.seen({ id: 1, amount: 450_000, content: 'MBVCB.1.SKX1483027569.CT tu 0123', at }),
      bank.seen({ id: 2, amount: 90_000, content: 'tien cho', at }),
      bank.seen({ id: 3, amount: 90_000, content: 'tien cho', at }),
    );
    api.clock.moveTo('2026-11-23T09:00:00+07:00');
    office = await OfficeBrowser.on(api);
    const person = await api.person('accountant', { kind: 'board', id: bank.boardId });
    accountant = await office.screenOf(person);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(accountant.errors).toEqual([]));

  it('a payment told before is known, two that are alike stay two, one that was lost is found', async () => {
    const alike = { on: '2026-11-05', amount: 90_000, content: 'tien cho' };
    const lines = [
      { on: '2026-11-05', amount: 450_000, content: 'SKX1483027569.CT tu 0123' },
      alike,
      alike,
      { ...alike, on: '2026-11-06' },
    ];
    await chooseStatement(
      accountant,
      await vietcombankXlsx(bank.printed('2026-11-01', '2026-11-10', 1_000_000, lines)),
    );
    expect(await accountant.tile('Khớp với tin báo')).toBe('3 kết nối đã báo trước');
    expect(await accountant.tile('Dòng mới')).toBe('1 chưa từng thấy');
    await accountant.sees('1 dòng kết nối lẽ ra phải báo mà không báo.');
    await accountant.press('Nhập 4 dòng');
    await accountant.sees('10 trên 10 ngày');
    expect(await accountant.row('01/11/2026')).toMatchObject({ 'Kết nối báo sót': '1' });
    expect(await bank.records()).toHaveLength(4);
    expect(await bank.balance()).toBe(1_720_000);
  });

  it('an import under way is seen from the list, and one that was killed says it wrote nothing', async () => {
    const left = (fileName: string, seenAt: string) => `
      insert into banking.statement_import (board_id, id, account_id, file_name, file_sha256,
        row_count, done_count, started_by_name, started_at, seen_at)
      select board_id, gen_random_uuid(), id, '${fileName}', '\\x00', 20000, 5000, 'Lò Thị Mẩy',
             now(), ${seenAt} from banking.receiving_account`;
    await corrupt(api.database.migrationUrl, bank.boardId, [
      left('nam-2025.csv', `now() + interval '1 hour'`),
      left('nam-2024.csv', `now() - interval '1 hour'`),
    ]);
    await accountant.open('/statements');
    await accountant.sees(/Đang nhập nam-2025.csv: 5.000 trên 20.000 dòng/);
    await accountant.sees(/Lần nhập nam-2024.csv .* đã dừng: không dòng nào được ghi/);
    expect(await accountant.faults()).toEqual([]);
    await corrupt(api.database.migrationUrl, bank.boardId, [
      'delete from banking.statement_import',
    ]);
  });

  it('a layout nobody knows is mapped once, and read by itself from then on', async () => {
    const file = (day: string, balance: number) =>
      Buffer.from(
        [
          `Tài khoản;${bank.account.number}`,
          'Thời điểm;Biến động;Còn lại;Lời nhắn',
          `${day};200.000;${balance};nop tien`,
          `${day};-50.000;${balance - 50_000};phi`,
        ].join('\n'),
      );
    await chooseFile(accountant, 'ngan-hang-la.csv', file('12/11/2026', 1_920_000));
    await accountant.sees('Chỉ cho hệ thống từng cột');
    const { page } = accountant;
    await page.getByLabel('Tên mẫu').fill('Ngân hàng lạ');
    const columns = { 'Thời điểm': 'date', 'Biến động': 'amount', 'Còn lại': 'balance' };
    for (const [name, column] of Object.entries({ ...columns, 'Lời nhắn': 'content' }))
      await page.getByLabel(`Cột ${name} là`).selectOption(column);
    expect(await accountant.faults()).toEqual([]);
    await accountant.press('Nhớ mẫu này và đọc tệp');
    await accountant.press('Nhập 2 dòng');
    await accountant.sees('Đã nhập sao kê.');
    await chooseFile(accountant, 'thang-sau.csv', file('13/11/2026', 2_070_000));
    await accountant.press('Nhập 2 dòng');
    await accountant.sees('Đã nhập sao kê.');
    expect(await bank.balance()).toBe(2_020_000);
  });
});
