import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Boards } from '@cho40/markets';
import { newId, readSheets, systemActor } from '@cho40/platform';
import { moveInXlsx, oldBooks, type MoveInRows } from '../support/move-in-workbook';
import { describeInBrowser, OfficeBrowser } from '../support/office-browser';
import type { Screen } from '../support/screen';
import { testApi, type TestApi } from '../support/test-api';

const { rows, total } = oldBooks({ code: 'MEOVAC', prefix: 'QMX', stalls: 6, owesEach: 3 });

describeInBrowser('a board leaves its spreadsheets', () => {
  let api: TestApi;
  let office: OfficeBrowser;
  let head: Screen;
  const boardId = newId();

  beforeAll(async () => {
    api = await testApi();
    await api.db.write(systemActor([boardId]), (tx) =>
      api.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' }),
    );
    office = await OfficeBrowser.on(api);
    head = await office.screenOf(await api.person('boardHead', { kind: 'board', id: boardId }));
  });
  afterAll(async () => {
    await office.close();
    await api.close();
  });
  afterEach(() => expect(head.errors).toEqual([]));

  const upload = async (given: Partial<MoveInRows>) => {
    await head.open('/move-in');
    await send(await moveInXlsx(given));
  };
  const send = async (buffer: Buffer) => {
    await head.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'so-cu.xlsx', mimeType: '', buffer });
    await head.sees('Trong tệp có');
  };
  const downloaded = async (button: string): Promise<Buffer> => {
    const [file] = await Promise.all([head.page.waitForEvent('download'), head.press(button)]);
    const path = join(mkdtempSync(join(tmpdir(), 'cho40-')), 'tep.xlsx');
    await file.saveAs(path);
    return readFileSync(path);
  };
  const prove = async (amount: number) => {
    for (const name of ['Nợ cũ của chợ MEOVAC', 'Tổng nợ cũ của tất cả các chợ'])
      await head.page.getByRole('textbox', { name }).fill(String(amount));
    await head.press('Chuyển vào sổ');
  };

  it('whose empty workbook says how it is filled in', async () => {
    await head.open('/move-in');
    const sheets = await readSheets(await downloaded('Tải tệp mẫu'));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Hướng dẫn',
      'Ví dụ',
      'Chợ',
      'Điểm kinh doanh',
      'Tiểu thương',
      'Hợp đồng',
      'Nợ đầu kỳ',
    ]);
    expect(await head.faults()).toEqual([]);
  });

  it('whose wrong file comes back with each wrong cell and its reason', async () => {
    const wrong = {
      ...rows,
      stalls: rows.stalls.map((one, at) => (at === 1 ? { ...one, 'Diện tích (m²)': 'to' } : one)),
      debts: rows.debts.map((one, at) => (at === 0 ? { ...one, 'Số tiền còn nợ': -5 } : one)),
    };
    await upload(wrong);
    await head.sees('2 ô chưa đúng');
    await head.sees('Không phải số.');
    expect(await head.faults()).toEqual([]);
    const sheets = await readSheets(await downloaded('Tải tệp có tô màu và lý do'));
    expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['Điểm kinh doanh', 'E3', 3, 'Diện tích (m²)', 'Không phải số.'],
      ['Nợ đầu kỳ', 'D2', 2, 'Số tiền còn nợ', 'Không phải số đồng tròn lớn hơn 0, ví dụ 450.000.'],
    ]);
  });

  it('whose debts are believed only to the đồng', async () => {
    await upload(rows);
    await head.sees('Chứng minh nợ cũ');
    expect(await head.faults()).toEqual([]);
    await prove(total + 1_000);
    await head.sees(/Nợ cũ không khớp ở MEOVAC/);
    await prove(total);
    await head.sees('Đang đọc tệp…');
    await api.drainJobs();
    await head.sees(/Đã chuyển xong/);
    await head.open('/stalls');
    await head.sees('A-0001');
  });

  it('and whose same file again changes nothing', async () => {
    await upload(rows);
    await head.sees('Mọi dòng của tệp đã có trong sổ. Không còn gì để ghi.');
  });

  it('lays the old book beside the new one, the largest difference first', async () => {
    await head.open('/comparison');
    await head.sees('Chưa có số nào để so');
    const csv = 'Mã điểm kinh doanh;Số tiền\nA-0001;450000\nB-0002;120.000\n';
    await head.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'so-cu.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await head.sees('A-0001');
    await head.sees('Chỉ có ở sổ cũ');
    expect(await head.faults()).toEqual([]);
    const [sheet] = await readSheets(await downloaded('Excel'));
    expect(sheet?.rows.slice(1).map(({ cells }) => cells.slice(0, 5))).toEqual([
      ['A-0001', expect.any(String), 450_000, null, -450_000],
      ['B-0002', expect.any(String), 120_000, null, -120_000],
    ]);
  });
});
