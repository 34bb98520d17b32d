import { Markets } from '@cho40/markets';
import { Sealer } from '@cho40/platform';
import { Leases, Vendors } from '@cho40/tenancy';
import type { MoveInRows } from '../../../../test/support/move-in-workbook';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { MoveInModule } from '../movein.module';
import { aMarket, codesOf, MovingIn } from './test/moving-in';

let world: TestWorld;
let board: MovingIn;

beforeAll(async () => {
  world = await testWorld({ imports: [MoveInModule] });
  board = await MovingIn.aBoard(world);
  await board.write((tx) =>
    tx.sql(
      `insert into markets.admin_unit (id, code, level, name, parent_id, valid_from, valid_to)
       values ('P91@2025-07', '91', 'province', 'Tỉnh Thử', null, '2025-07-01', null),
              ('C90001@2025-07', '90001', 'commune', 'Xã Thử Một', 'P91@2025-07', '2025-07-01', null),
              ('C90002@2025-07', '90002', 'commune', 'Xã Thử Hai', 'P91@2025-07', '2025-07-01', null),
              ('C90003', '90003', 'commune', 'Xã Thử Cũ', null, null, '2025-06-30'),
              ('D991', '991', 'district', 'Huyện Thử', null, null, '2025-06-30')`,
    ),
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  board = await MovingIn.aBoard(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, board.boardId)).toEqual([]);
});

const PLACE = { 'Xã, phường': 'Thử Một', 'Địa bàn huyện cũ': 991, 'Chuyển nhượng điểm': 'Tự do' };
const WHO = { 'Số căn cước': '002090001234', 'Mã số thuế': '5100123456' };
const AWARD = {
  'Hình thức giao điểm': 'Đấu giá',
  'Số văn bản giao điểm': '15/QĐ-BQL',
  'Ngày văn bản giao điểm': '20/12/2024',
  'Nhóm giá': 'Nhóm 1',
};

const firstOf = <Row>([first, ...rest]: readonly Row[], more: object): Row[] =>
  first ? [{ ...first, ...more }, ...rest] : [];

/** A market of three stalls; its first vendor and lease, and the market itself, told in full. */
function toldInFull(more: { place?: object; who?: object; award?: object } = {}) {
  const { rows } = aMarket(3, 5);
  const payer = rows.vendors[1]?.['Mã tiểu thương'];
  return {
    ...rows,
    markets: firstOf(rows.markets, { ...PLACE, ...more.place }),
    vendors: firstOf(rows.vendors, { ...WHO, ...more.who }),
    leases: firstOf(rows.leases, { ...AWARD, 'Mã người nộp tiền': payer, ...more.award }),
  };
}

async function movedIn(rows: MoveInRows): Promise<MoveInRows> {
  const { id, found } = await board.take(rows);
  expect(codesOf(found)).toEqual([]);
  expect(await board.enter(id, found)).toMatchObject({ state: 'done' });
  return rows;
}

describe('what a board would type on screens comes in with its workbook', () => {
  it('where its markets lie, who its vendors are and how the stalls were given', async () => {
    const { boardId } = board;
    const rows = await movedIn(toldInFull());
    const [markets, vendors, leases] = await board.write(async (tx) => [
      await world.get(Markets).list(tx, { boardId, limit: 9 }),
      await world.get(Vendors).list(tx, { boardId, q: '002090001234', limit: 9 }),
      await world.get(Leases).list(tx, { q: String(rows.leases[0]?.['Số hợp đồng']), limit: 9 }),
    ]);
    expect(markets.items).toMatchObject([
      { communeName: 'Xã Thử Một', formerDistrictName: 'Huyện Thử', transferPolicy: 'free' },
    ]);
    expect(vendors.items).toMatchObject([{ idNumberLast4: '1234', taxCodeLast4: '3456' }]);
    expect(leases.items).toMatchObject([
      {
        award: 'auction',
        awardNumber: '15/QĐ-BQL',
        awardOn: '2024-12-20',
        priceClass: 'Nhóm 1',
        payerName: rows.vendors[1]?.['Họ và tên'],
      },
    ]);
  });

  it('a person’s numbers lie sealed, and nothing of the file names them', async () => {
    await movedIn(toldInFull());
    const [vendor] = await board.write((tx) =>
      tx.sql<{ sealed: Buffer; row: string }>(
        `select id_number_sealed as sealed, v::text as row from tenancy.vendor v
          where board_id = $1 and id_number_last4 is not null`,
        [board.boardId],
      ),
    );
    expect(world.get(Sealer).open(vendor?.sealed ?? Buffer.of())).toBe('002090001234');
    expect(vendor?.row).not.toContain('002090001234');
    const kept = await board.write((tx) =>
      tx.sql<{ row: string }>(
        `select f::text as row from movein.file f where board_id = $1
         union all select a::text from platform.audit a where board_id = $1`,
        [board.boardId],
      ),
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.filter(({ row }) => /002090001234|5100123456/.test(row))).toEqual([]);
  });

  it('and the same workbook again finds all of it there', async () => {
    const rows = await movedIn(toldInFull());
    const { found } = await board.take(rows);
    expect(codesOf(found)).toEqual([]);
    expect(found.counts).toMatchObject({ vendors: { new: 0, known: 3 }, leases: { new: 0 } });
  });

  it('what the books say otherwise, or not at all, is told and not changed', async () => {
    const told = toldInFull();
    const old = { ...told, leases: told.leases.map((lease) => ({ ...lease, 'Nhóm giá': null })) };
    await movedIn(old);
    const { found } = await board.take({
      ...told,
      markets: firstOf(told.markets, {
        'Xã, phường': '90002',
        'Chuyển nhượng điểm': 'Theo thủ tục',
      }),
      vendors: firstOf(told.vendors, { 'Số căn cước': '002090009999' }),
      leases: firstOf(told.leases, {
        'Hình thức giao điểm': 'Đấu thầu',
        'Mã người nộp tiền': null,
      }),
    });
    expect(codesOf(found)).toEqual([
      ['markets', 2, 'commune', 'differs'],
      ['markets', 2, 'transferPolicy', 'differs'],
      ['vendors', 2, 'idNumber', 'differs'],
      ['leases', 2, 'award', 'differs'],
      ['leases', 2, 'priceClass', 'notInBooks'],
    ]);
    expect(JSON.stringify(found.problems)).not.toMatch(/002090001234|002090009999/);
  });
});

describe('and what cannot be', () => {
  it('is told cell by cell', async () => {
    const rows = toldInFull({
      place: { 'Xã, phường': 'Xã Thử Cũ', 'Địa bàn huyện cũ': 'Huyện Lạ' },
      who: { 'Số căn cước': '=1+1' },
      award: { 'Hình thức giao điểm': null, 'Mã người nộp tiền': 'KHONG-CO' },
    });
    const [, second = {}, third = {}] = rows.vendors;
    const [awarded = {}, lumpSum = {}, wrongDay = {}] = rows.leases;
    const { found } = await board.take({
      ...rows,
      vendors: [...rows.vendors.slice(0, 1), { ...second, 'Chức vụ': 'Giám đốc' }, third],
      leases: [
        awarded,
        { ...lumpSum, 'Kỳ nộp': 'Một lần', 'Đến ngày': null },
        { ...wrongDay, 'Ngày văn bản giao điểm': '31/02/2024' },
      ],
    });
    expect(codesOf(found)).toEqual([
      ['vendors', 2, 'idNumber', 'notAnIdNumber'],
      ['leases', 4, 'awardOn', 'notADay'],
      ['markets', 2, 'commune', 'unknownUnit'],
      ['markets', 2, 'formerDistrict', 'unknownUnit'],
      ['vendors', 3, 'representedBy', 'representedByNobody'],
      ['leases', 2, 'award', 'awardMissing'],
      ['leases', 2, 'payerCode', 'unknownVendor'],
      ['leases', 3, 'validTo', 'termOpen'],
    ]);
  });

  it('a citizen’s number of two vendors, of the file or of the books; not of a person and a business', async () => {
    const rows = toldInFull();
    const [first, second, ...others] = rows.vendors;
    const both = (kind: string) => [{ ...first }, { ...second, ...WHO, Loại: kind }, ...others];
    const taken = async (vendors: MoveInRows['vendors']) =>
      codesOf((await board.take({ ...rows, vendors })).found);
    expect(await taken(both('Cá nhân'))).toEqual([['vendors', 3, 'idNumber', 'twice']]);
    expect(await taken(both('Hộ kinh doanh'))).toEqual([]);
    await movedIn(rows);
    const another = { ...first, 'Mã tiểu thương': 'TT-MOI', 'Họ và tên': 'Vàng Mí Sính' };
    expect(await taken([another])).toContainEqual(['vendors', 2, 'idNumber', 'idNumberKnown']);
  });
});
