import { vnd } from '@cho40/kernel';
import { Papers } from '@cho40/platform';
import { describePrinted, textOfPages } from '../../../../test/support/printed';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { depositPaper, handInPaper, safeCountPaper } from '../domain/safe-papers';

const notes = [
  { note: 500_000, count: 3 },
  { note: 50_000, count: 7 },
  { note: 2_000, count: 5 },
] as const;
const signed = {
  boardName: 'Ban quản lý chợ Đồng Văn',
  cashierName: 'Lò Thị Pà',
  notes,
};
const at = new Date('2026-11-23T09:05:00+07:00');

describePrinted('the papers of the safe', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const textOf = async (paper: Parameters<Papers['print']>[0][number]) =>
    textOfPages(await world.get(Papers).print([paper]));

  it('say in words what a collector brought, and what was missing', async () => {
    const [page, ...more] = await textOf(
      handInPaper({
        ...signed,
        number: 'QT-2026-00012',
        collectorName: 'Vàng Mí Sính',
        amount: vnd(1_860_000),
        expected: vnd(1_900_000),
        countedAt: at,
      }),
    );
    expect(more).toEqual([]);
    for (const words of [
      'BIÊN BẢN GIAO NHẬN TIỀN MẶT',
      '09 giờ 05 phút, ngày 23/11/2026',
      'Một triệu tám trăm sáu mươi nghìn đồng',
      'Thiếu 40.000 đ (Bốn mươi nghìn đồng)',
    ])
      expect(page).toContain(words);
  });

  it('list every note for the bank’s teller, with the sum in words', async () => {
    const [page, ...more] = await textOf(
      depositPaper({
        ...signed,
        number: 'NT-2026-00003',
        bankName: 'Vietcombank',
        accountNumber: '0123456789',
        holderName: 'BAN QUAN LY CHO DONG VAN',
        amount: vnd(1_860_000),
        carrierName: 'Giàng A Páo',
        leftAt: at,
      }),
    );
    expect(more).toEqual([]);
    for (const words of ['BẢNG KÊ NỘP TIỀN', 'NT-2026-00003', '0123456789', 'Giàng A Páo'])
      expect(page).toContain(words);
    expect(page).toMatch(/Loại 50\.000 đ\s+7\s+350\.000/);
    expect(page).toMatch(/Cộng\s+1\.860\.000/);
  });

  it('set a count of the safe against the books', async () => {
    const [page, ...more] = await textOf(
      safeCountPaper({
        ...signed,
        number: 'KK-2026-00001',
        counted: vnd(1_860_000),
        booked: vnd(1_850_000),
        witnessName: 'Nguyễn Thu Hà',
        remark: 'Thừa 10.000 đ, đang tìm phiếu thu ghi sót',
        countedAt: at,
      }),
    );
    expect(more).toEqual([]);
    expect(page).toMatch(/III\s+Chênh lệch \(I − II\)\s+-?−?10\.000/);
    expect(page).toContain('Thừa 10.000 đ (Mười nghìn đồng)');
  });
});
