import { rmSync } from 'node:fs';
import { addMonths, businessDateOf, firstDayOf, lastDayOf, monthOf } from '@cho40/kernel';
import { decodeVietQr } from '@cho40/vietqr';
import { deliver, ok, openMarket, PASSWORD, type MarketByApi } from '../support/market-by-api';
import { describeInBrowser, OfficeBrowser, type Screen } from '../support/office-browser';
import { RunningProgram } from '../support/program';
import { scanned } from '../support/scanned';
import { scratchFolder } from '../support/scratch';
import { vietcombankXlsx } from '../support/vietcombank-xlsx';

jest.setTimeout(120_000);

// Three stalls of 4 m² at 25,000 đ/m²/month.
const BILL = 100_000;
// The month before this one: what is paid in cash today still counts for it.
const MONTH = addMonths(monthOf(businessDateOf(new Date())), -1);
const [YEAR, NUMBER] = MONTH.split('-');

interface Bill {
  readonly id: string;
  readonly code: string;
  readonly stallCode: string;
}

/** Needs the real program: its own PostgreSQL, its jobs, its built office, its sign-in page. */
describeInBrowser('a month at the market, from the bill run to the share', () => {
  const dataDir = scratchFolder();
  let program: RunningProgram;
  let market: MarketByApi;
  let office: OfficeBrowser;
  let head: Screen;
  let bills: Bill[];

  beforeAll(async () => {
    program = await RunningProgram.on(dataDir);
    await program.start();
    market = await openMarket(program, { stalls: 3, openedOn: firstDayOf(MONTH) });
    office = await OfficeBrowser.at(program.url);
    head = await office.signIn('head', PASSWORD);
  });
  afterAll(async () => {
    await office?.close();
    await program?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(() => expect(head.errors).toEqual([]));

  it('is rehearsed and issued by the head', async () => {
    await head.open(`/bill-runs?month=${MONTH}`);
    await head.press('Phát hành 3 thông báo');
    const question = head.page.getByRole('dialog');
    await question.getByRole('button', { name: 'Phát hành 3 thông báo' }).press('Enter');
    await head.sees(`Đã phát hành tháng ${NUMBER}/${YEAR}.`);
    expect(await head.faults()).toEqual([]);
    const page = ok(
      await market.head.get<{ items: Bill[] }>(
        `/bills?marketId=${market.marketId}&month=${MONTH}&limit=50`,
      ),
    );
    bills = page.items.toSorted((one, other) => (one.stallCode < other.stallCode ? -1 : 1));
    expect(bills).toHaveLength(3);
  });

  it('gives a bill whose QR a bank app reads: exact sum, our account, code first', async () => {
    const [bill] = bills;
    await head.open(`/bills/${bill?.id}`);
    const image = head.page.getByRole('img', { name: /Mã QR nộp 100\.000/ }).first();
    await image.waitFor();
    const [payload = ''] = await scanned(await image.screenshot());
    expect(decodeVietQr(payload)).toMatchObject({
      ok: true,
      bin: market.account.bin,
      account: market.account.number,
      amount: BILL,
      initiation: 'dynamic',
      purpose: expect.stringMatching(new RegExp(`^${bill?.code} A001`)),
    });
  });

  it('shows the bill as paid a moment after the bank tells of the transfer', async () => {
    const told = { id: 92_704, account: market.account.number, amount: BILL };
    const content = `MBVCB.3278907687.${bills[0]?.code} A001 T10.CT tu 0123 toi 0821`;
    const status = await deliver(program.url, market.feed, {
      ...told,
      content,
      at: `${MONTH}-05 09:10:11`,
    });
    expect(status).toBe(200);
    await head.page.waitForTimeout(500);
    await head.page.reload();
    await head.sees('Đã nộp đủ, cảm ơn.');
    expect(await head.faults()).toEqual([]);
  });

  it('takes the statement of the month: one transfer known, one lost by the feed, one unnamed', async () => {
    const accountant = await office.signIn('accountant', PASSWORD);
    await accountant.open('/statements/import');
    const bytes = await vietcombankXlsx({
      account: market.account.number,
      from: firstDayOf(MONTH),
      to: lastDayOf(MONTH),
      opening: 1_000_000,
      lines: [
        {
          on: `${MONTH}-05`,
          amount: BILL,
          content: `MBVCB.3278907687.${bills[0]?.code} A001 T10.CT tu 0123 toi 0821`,
        },
        { on: `${MONTH}-06`, amount: BILL, content: `IBFT ${bills[1]?.code} A002` },
        { on: `${MONTH}-07`, amount: 50_000, content: 'nop tien cho' },
      ],
    });
    await accountant.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'sao-ke.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    await accountant.sees('Tệp tự chứng minh: số dư và từng dòng đều khớp.');
    expect(await accountant.faults()).toEqual([]);
    await accountant.press(/^Nhập \d+ dòng/);
    await accountant.sees('Đã nhập sao kê.');
    await accountant.open('/workbench?state=unmatched');
    await accountant.sees('50.000 đ');
    expect(await accountant.faults()).toEqual([]);
    expect(accountant.errors).toEqual([]);
  });

  it('takes cash at the desk, and the cashier sees what is to be handed in', async () => {
    const collector = await office.signIn('collector', PASSWORD);
    await collector.open('/receipts/new');
    const who = collector.page.getByRole('combobox', { name: 'Điểm kinh doanh hoặc tiểu thương' });
    await who.pressSequentially('A-003');
    await collector.page.getByRole('option', { name: /A-003/ }).first().waitFor();
    // In a quick hand's way: what is offered is never an answer to what stood there before.
    expect(await collector.page.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('A-003'),
    ]);
    await who.press('ArrowDown');
    await who.press('Enter');
    await collector.press(/^Ghi phiếu thu 100/);
    await collector.sees(/Đã ghi phiếu PT-\d{4}-000001/);
    expect(await collector.faults()).toEqual([]);
    expect(collector.errors).toEqual([]);
    const cashier = await office.signIn('cashier', PASSWORD);
    await cashier.open('/hand-ins');
    await cashier.sees('100.000 đ');
    expect(await cashier.faults()).toEqual([]);
    expect(cashier.errors).toEqual([]);
  });

  it('ends in a share that anybody can work out, and in books that hold', async () => {
    await head.open(`/shares?month=${MONTH}`);
    await head.sees('Huyện Đồng Văn');
    expect(await head.faults()).toEqual([]);
    const asked = program.cho40(
      'report',
      'share',
      ...`--month ${MONTH} --by district --as is --json`.split(' '),
    );
    // Two transfers named by their codes; 50,000 đ nobody has named; the cash was taken today.
    expect(JSON.parse(asked.stdout)).toMatchObject({
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
    const verified = program.cho40('verify', '--json');
    expect(JSON.parse(verified.stdout)).toMatchObject({ violations: [] });
  });
});
