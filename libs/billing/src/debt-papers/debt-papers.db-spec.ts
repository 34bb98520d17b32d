import type { Id } from '@cho40/kernel';
import { newId, Papers } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { cashPaid } from '../../../../test/support/cash-paid';
import { describePrinted, textOfPages } from '../../../../test/support/printed';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BillingModule } from '../billing.module';
import { LeaseStatements } from '../statements/lease-statements.service';
import { DebtPapers } from './debt-papers.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world);
});

const leaseAt = (place: number) => market.leaseIds[place] ?? newId();
const make = (kind: 'notice' | 'confirmation', leaseIds: readonly Id[]) =>
  market.write((tx) => world.get(DebtPapers).make(tx, kind, leaseIds));
const numbersOf = async (leaseId: Id) => {
  const { items } = await market.write((tx) =>
    world.get(DebtPapers).list(tx, { leaseId, limit: 50 }),
  );
  return items.map(({ number, level }) => [number, level]);
};
describe('debt notices', () => {
  it('are made only for what is past its due day and the market’s grace', async () => {
    world.clock.moveTo('2026-10-20T09:00:00+07:00');
    expect(await make('notice', [leaseAt(0)])).toMatchObject({
      ids: [],
      skipped: [{ stallCode: 'A-1', why: 'no-debt' }],
    });
    world.clock.moveTo('2026-10-21T09:00:00+07:00');
    expect((await make('notice', [leaseAt(0)])).ids).toHaveLength(1);
  });

  it('rise from one to three, each after the week of the one before; and begin anew', async () => {
    world.clock.moveTo('2026-10-21T09:00:00+07:00');
    await make('notice', [leaseAt(0), leaseAt(1)]);
    world.clock.moveTo('2026-10-28T09:00:00+07:00');
    expect((await make('notice', [leaseAt(0)])).skipped).toMatchObject([
      { why: 'too-soon', payBy: '2026-10-28' },
    ]);
    for (const day of ['2026-10-29', '2026-11-06', '2026-11-14']) {
      world.clock.moveTo(`${day}T09:00:00+07:00`);
      await make('notice', [leaseAt(0)]);
    }
    expect(await numbersOf(leaseAt(0))).toEqual([
      ['05/2026/TB-CN', 3],
      ['04/2026/TB-CN', 3],
      ['03/2026/TB-CN', 2],
      ['01/2026/TB-CN', 1],
    ]);
    await cashPaid(world, market, 0, 100_000);
    await market.issue('2026-11');
    world.clock.moveTo('2026-12-31T09:00:00+07:00');
    await make('notice', [leaseAt(0)]);
    expect((await numbersOf(leaseAt(0)))[0]).toEqual(['06/2026/TB-CN', 1]);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('made by two clerks at once are one', async () => {
    world.clock.moveTo('2026-10-21T09:00:00+07:00');
    const both = await Promise.all([make('notice', [leaseAt(0)]), make('notice', [leaseAt(0)])]);
    expect(both.flatMap(({ ids }) => ids)).toHaveLength(1);
  });

  it('of a lease out of reach are refused', async () => {
    const other = await billedMarket(world);
    await expect(make('notice', [other.leaseIds[0] ?? newId()])).rejects.toThrow(
      'billing.leaseNotFound',
    );
  });
});

describePrinted('debt papers on paper', () => {
  const printed = async (kind: 'notice' | 'confirmation') => {
    const { ids } = await make(kind, [leaseAt(0)]);
    const sheets = await market.write((tx) => world.get(DebtPapers).papers(tx, ids));
    const file = await world.get(Papers).print(sheets);
    return textOfPages(file).join(' ').replace(/\s+/g, ' ');
  };

  it('say the notice’s number, level, bills, sum in words and last day, as it was made', async () => {
    world.clock.moveTo('2026-10-21T09:00:00+07:00');
    const text = await printed('notice');
    expect(text).toContain('Số: 01/2026/TB-CN');
    expect(text).toContain('Lần 1');
    expect(text).toContain('Kính gửi: Ông (bà) Sùng Thị Máy');
    expect(text).toContain('Cộng 100.000 Bằng chữ: Một trăm nghìn đồng.');
    expect(text).toContain('trước hết ngày 28/10/2026');
  });

  it('say what both sides confirm', async () => {
    const text = await printed('confirmation');
    expect(text).toContain('Số: 01/2026/BB-ĐCCN');
    expect(text).toContain('Tính đến hết ngày 01/10/2026');
    expect(text).toContain('ĐẠI DIỆN BÊN B KẾ TOÁN BÊN A ĐẠI DIỆN BÊN A');
  });

  it('show a lease’s account entry by entry', async () => {
    const sheet = await market.write((tx) => world.get(LeaseStatements).paper(tx, leaseAt(0)));
    const file = await world.get(Papers).print([sheet]);
    const [page = ''] = textOfPages(file);
    expect(page.replace(/\s+/g, ' ')).toMatch(/01\/10\/2026 Phải nộp kỳ 10\/2026 .* 100\.000/);
  });
});
