import { AdminUnits } from '@cho40/markets';
import { newId, systemActor } from '@cho40/platform';
import { BoardFacts } from '../support/board-facts';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const TUYEN_QUANG = 'P08';
const DONG_VAN = 'D026';
const MEO_VAC = 'D027';

/** October at a market of Đồng Văn: 150,000 đ by bank, 50,000 in cash, 100,000 nobody is named for. */
async function october(api: TestApi): Promise<string> {
  const boardId = newId();
  await api.db.write(systemActor([boardId]), async (tx) => {
    await api.get(AdminUnits).load(tx);
    const board = await BoardFacts.of(tx, boardId, TUYEN_QUANG);
    const communes = [{ id: 'C00721@2025-07', from: '2025-07-01' }];
    const market = await board.market('DV-01', { district: DONG_VAN, communes });
    await board.market('MV-01', { district: MEO_VAC, communes });
    const lease = await board.lease(market);
    const bill = await board.bill(lease, '2026-10', 250_000);
    await board.paidByBank(lease, { amount: 150_000, on: '2026-10-05' }, bill);
    const cash = { amount: 50_000, on: '2026-10-06', collectorId: newId() };
    await board.paidInCash(lease, cash, bill);
    await board.unmatched({ amount: 100_000, on: '2026-10-07' });
  });
  return boardId;
}

describeInBrowser('the shares as the Department sees them', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let department: Screen;
  let boardId: string;

  beforeAll(async () => {
    api = await testApi();
    boardId = await october(api);
    office = await OfficeBrowser.on(api);
    department = await office.screenOf(
      await api.person('departmentViewer', { kind: 'unit', id: TUYEN_QUANG }),
    );
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(department.errors).toEqual([]));

  const tile = (name: string) => department.page.getByRole('listitem').filter({ hasText: name });

  it('are where the Department begins, as it has no day of money', async () => {
    await department.open('/');
    await department.page.waitForURL('**/app/shares');
  });

  it('are a range where money of the board has no name', async () => {
    await department.open('/shares?month=2026-10');
    await department.sees(/^50,0–83,3\s%$/);
    expect(await department.faults()).toEqual([]);
  });

  it('say "no data" of a district without any, and never 0', async () => {
    expect(await tile('Huyện Đồng Văn').innerText()).toMatch(/75,0\s%/);
    expect(await tile('Huyện Mèo Vạc').innerText()).toContain('chưa có số liệu');
  });

  it('open from a district to its markets, and back', async () => {
    await department.follow('Huyện Đồng Văn');
    await department.sees('Các chợ thuộc Huyện Đồng Văn');
    await tile('DV-01').waitFor();
    expect(await tile('MV-01').count()).toBe(0);
    expect(await department.faults()).toEqual([]);
    await department.press('Xem toàn tỉnh');
    await department.sees('Ô đậm hơn là tỷ lệ cao hơn');
  });

  it('are told month by month to somebody who walks the chart with the keyboard', async () => {
    const walk = department.page.getByRole('slider');
    await walk.focus();
    expect(await walk.getAttribute('aria-valuetext')).toContain('10/2026: Toàn bộ 75,0');
    await walk.press('ArrowLeft');
    expect(await walk.getAttribute('aria-valuetext')).toContain('09/2026: Toàn bộ —');
  });

  it('speak English to whoever wants it, also after coming back', async () => {
    await department.press('English');
    await department.sees('Share of cashless payments');
    await department.open('/shares?month=2026-10');
    await department.sees('Share of cashless payments');
    expect(await department.page.locator('html').getAttribute('lang')).toBe('en');
    await department.press('Tiếng Việt');
  });

  it('leave a page of the board closed, in words', async () => {
    await department.open('/bills');
    await department.sees('Tài khoản của bạn không xem được trang này');
  });

  describe('beside the day of the board', () => {
    let head: Screen;
    beforeAll(async () => {
      head = await office.screenOf(await api.person('boardHead', { kind: 'board', id: boardId }));
    });
    afterEach(() => expect(head.errors).toEqual([]));

    it('show its head what waits, and whether the books can be trusted', async () => {
      await head.open('/');
      await head.sees('Chưa rõ người nộp');
      await head.sees('Sổ sách có đáng tin không');
      expect(await head.faults()).toEqual([]);
    });

    it.each(['/users', '/verify', '/audit'])(
      'leave %s whole on a desk and on a phone',
      async (path) => {
        await head.open(path);
        expect(await head.faults()).toEqual([]);
      },
    );
  });
});
