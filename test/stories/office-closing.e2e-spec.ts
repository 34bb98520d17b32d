import { BillRuns, CodePrefixes } from '@cho40/billing';
import { HandIns, Receipts } from '@cho40/cash';
import { month, vnd } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { marketToBill, type MarketToBill } from '../support/market-to-bill';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import { textOfPages } from '../support/printed';
import { verifiedPack } from '../support/proof-pack';
import type { Screen } from '../support/screen';
import { testApi, type Person, type TestApi } from '../support/test-api';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };

describeInBrowser('the accountant closes a month at the office', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let market: MarketToBill;
  let person: Person;
  let accountant: Screen;

  beforeAll(async () => {
    api = await testApi();
    const boardId = newId();
    const write = <T>(work: (tx: Tx) => Promise<T>) => api.db.write(systemActor([boardId]), work);
    api.clock.moveTo('2026-10-12T10:00:00+07:00');
    market = await write((tx) => marketToBill(tx, { boardId, code: 'DONG-VAN', stalls: 3 }));
    await write(async (tx) => {
      await api.app.get(CodePrefixes).take(tx, { marketId: market.marketId, prefix: 'DVX' });
      await api.app.get(BillRuns).issue(tx, market.marketId, month('2026-10'));
      await api.app.get(Receipts).take(tx, [
        {
          id: newId(),
          leaseId: market.leaseIds[0] ?? newId(),
          amount: vnd(60_000),
          takenAt: new Date('2026-10-12T02:00:00Z'),
          collector,
        },
      ]);
      const amount = vnd(50_000);
      await api.app
        .get(HandIns)
        .count(tx, { id: newId(), boardId, collectorId: collector.id, amount, cashier });
    });
    api.clock.moveTo('2026-11-03T10:00:00+07:00');
    office = await OfficeBrowser.on(api);
    person = await api.person('accountant', { kind: 'board', id: boardId });
    accountant = await office.screenOf(person, market.marketId);
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(accountant.errors).toEqual([]));

  const fileAt = async (path: string) => {
    const answer = await accountant.page.request.get(path);
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  const hrefOf = async (name: string | RegExp) =>
    (await accountant.page.getByRole('link', { name }).getAttribute('href')) ?? '';
  const urlOf = (path: string) => new URL(path, accountant.page.url()).href;

  it('finds October open, with the running month above it', async () => {
    await accountant.open('/periods');
    await accountant.sees('11/2026');
    expect(await accountant.faults()).toEqual([]);
    await accountant.follow('10/2026');
    await accountant.sees('Tháng đang mở');
  });

  it('reads what stands open, ticks it and says why, before the button can be pressed', async () => {
    await accountant.sees('31 ngày chưa được sao kê chứng minh');
    const button = accountant.page.getByRole('button', { name: 'Khóa sổ tháng 10/2026' });
    expect(await button.isDisabled()).toBe(true);
    expect(await accountant.faults()).toEqual([]);
    for (const item of ['31 ngày chưa được sao kê', 'Vàng Mí Sính còn giữ 10.000'])
      await accountant.page.getByRole('checkbox', { name: item }).press(' ');
    await accountant.page
      .getByRole('textbox', { name: 'Lý do vẫn khóa sổ' })
      .pressSequentially('Sao kê về muộn');
    await button.press('Enter');
    const question = accountant.page.getByRole('dialog');
    await question.getByText('không ai sửa được tháng này').waitFor();
    expect(await accountant.faults()).toEqual([]);
    await accountant.confirm('Khóa sổ tháng 10/2026');
    await accountant.sees(/Đã khóa sổ lúc 03\/11\/2026/);
    await accountant.sees('Lý do đã ghi: Sao kê về muộn');
    expect(await accountant.faults()).toEqual([]);
  });

  it('takes the proof pack home, where it can be checked without the program', async () => {
    const pack = await fileAt(urlOf(await hrefOf('Tải bộ chứng từ (ZIP)')));
    const { code, manifest } = await verifiedPack(pack);
    expect(code).toBe(0);
    expect(manifest).toMatchObject({ state: 'closed', month: '2026-10', note: 'Sao kê về muộn' });
  });

  it('prints the cash book and the slip of a hand-in', async () => {
    await accountant.open('/cash-book?month=2026-10');
    await accountant.sees('QT-2026-00001');
    expect(await accountant.faults()).toEqual([]);
    const [book] = textOfPages(await fileAt(urlOf(await hrefOf('In sổ quỹ (PDF)'))));
    expect(book).toContain('SỔ QUỸ TIỀN MẶT');
    const [slip] = textOfPages(await fileAt(urlOf(await hrefOf(/Mở phiếu QT-2026-00001/))));
    expect(slip).toContain('Năm mươi nghìn đồng');
  });
});
