import { CashModule, HandIns, Receipts } from '@cho40/cash';
import { month, vnd } from '@cho40/kernel';
import { type Actor, newId, systemActor } from '@cho40/platform';
import { Reconciliation, ReconciliationModule } from '@cho40/reconciliation';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { confirmedRecord } from '../../../test/support/confirmed-record';
import { verifiedPack } from '../../../test/support/proof-pack';
import { codeOf } from '../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { cashBook } from './cash-book/cash-book.queries';
import { ClosingModule } from './closing.module';
import { Periods, type Closing } from './periods/periods.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
const october = month('2026-10');
const REMARKS = ['daysUnproven', 'cashInHand', 'moneyUnmatched', 'outgoingUnclassified'];
let world: TestWorld;
let market: BilledMarket;
let periods: Periods;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule, ReconciliationModule, ClosingModule] });
  periods = world.get(Periods);
});
afterAll(() => world.close());

// October: three bills, 60,000 đ in cash of which 50,000 were handed in, one transfer of nobody.
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
  market = await billedMarket(world);
  await market.write(async (tx) => {
    await takeCash(tx);
    await world.get(HandIns).count(tx, {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(50_000),
      cashier,
    });
    await confirmedRecord(tx, market, { amount: 20_000, content: '=tien cho; "nop"' });
    await world.get(Reconciliation).matchOpen(tx, market.boardId, 100);
  });
  world.clock.moveTo('2026-11-03T10:00:00+07:00');
});

type Write = Parameters<BilledMarket['write']>[0];
const takeCash: Write = (tx) =>
  world.get(Receipts).take(tx, [
    {
      id: newId(),
      leaseId: market.leaseIds[0] ?? newId(),
      amount: vnd(60_000),
      takenAt: new Date('2026-10-12T02:00:00Z'),
      collector,
    },
  ]);
const read = <T>(work: Parameters<typeof world.db.read<T>>[1], actor = reader()) =>
  world.db.read(actor, work);
const reader = (): Actor => systemActor([market.boardId]);
const close = (change: Partial<Closing> = {}) =>
  market.write((tx) =>
    periods.close(tx, market.boardId, {
      month: october,
      acknowledged: REMARKS,
      note: 'Sao kê về muộn',
      ...change,
    }),
  );
const seen = (of = october) => read((tx) => periods.get(tx, market.boardId, of));
const pack = (of = october) => read((tx) => periods.proofPack(tx, market.boardId, of));

describe('before a month is closed', () => {
  it('is said what stands open in it', async () => {
    const { items, closed } = await seen();
    expect(closed).toBeNull();
    expect(items.map(({ code, weight }) => `${weight} ${code}`)).toEqual([
      'remark daysUnproven',
      'remark moneyUnmatched',
      'remark cashInHand',
    ]);
    expect(items[1]?.facts).toEqual({ count: 1, amount: 20_000, oldestOn: '2026-10-12' });
    expect(items[2]?.facts).toEqual({ name: 'Vàng Mí Sính', amount: 10_000 });
  });

  it('is refused while it runs, and while a remark was not read or not answered', async () => {
    expect(await codeOf(close({ month: month('2026-11') }))).toBe('closing.monthNotOver');
    expect(await codeOf(close({ acknowledged: [] }))).toBe('closing.remarksOpen');
    expect(await codeOf(close({ note: ' ' }))).toBe('closing.noteMissing');
    expect((await seen()).closed).toBeNull();
  });

  it('is refused on a board whose checks are broken', async () => {
    await world.corrupt(market.boardId, [
      `insert into platform.check_run (id, started_at) values ('${newId()}', now())`,
      `insert into platform.violation (id, run_id, board_id, invariant, row_key, facts)
       select '${newId()}', id, '${market.boardId}', 'x', 'x', '{}' from platform.check_run limit 1`,
    ]);
    expect(await codeOf(close())).toBe('closing.checksBroken');
  });
});

describe('a closed month', () => {
  it('keeps who closed it, what stood open then and why', async () => {
    await close();
    await market.write(takeCash);
    const { closed, items, movements } = await seen();
    expect(closed).toMatchObject({ closedByName: 'system', note: 'Sao kê về muộn' });
    expect(items).toContainEqual(expect.objectContaining({ code: 'cashInHand' }));
    const inHand = movements.find(({ account }) => account.startsWith('cash/collector'));
    expect(inHand?.closing).toBe(10_000);
    expect(await brokenInvariants(world, market.boardId)).toEqual([]);
  });

  it('is closed once, by one of two at once', async () => {
    const codes = await Promise.all([codeOf(close()), codeOf(close())]);
    expect(codes.filter((code) => code === 'no refusal')).toHaveLength(1);
    expect(await codeOf(close())).toBe('closing.monthClosed');
  });

  it('gives its proof pack for ever as it was then, and the next month hangs on it', async () => {
    await close();
    const kept = await pack();
    await market.write(takeCash);
    expect((await pack()).equals(kept)).toBe(true);
    world.clock.moveTo('2026-12-02T10:00:00+07:00');
    const open = await verifiedPack(await pack(month('2026-11')));
    expect(open.code).toBe(0);
    expect(open.manifest).toMatchObject({
      state: 'provisional',
      previousHash: (await verifiedPack(kept)).manifest.hash,
    });
  });

  it('is nobody’s business whose right covers single markets', async () => {
    const narrow: Actor = { ...reader(), markets: [market.marketId] };
    const work = read((tx) => periods.get(tx, market.boardId, october), narrow);
    expect(await codeOf(work)).toBe('closing.boardNotFound');
    expect(await codeOf(seen(month('2026-12')))).toBe('closing.monthNotFound');
  });
});

describe('a proof pack', () => {
  it('holds against itself, without the program', async () => {
    await close();
    const { code, output, manifest } = await verifiedPack(await pack());
    expect(output).toContain('Toàn bộ đều đúng.');
    expect(code).toBe(0);
    expect(manifest.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['transfers.csv', 6],
      ['bills.csv', 3],
      ['payments.csv', 1],
      ['unmatched.csv', 1],
      ['settlements.csv', 0],
      ['cash-differences.csv', 1],
      ['cash-slips.csv', 1],
      ['bank-days.csv', 31],
    ]);
  });

  it.each([
    ['an amount', 'transfers.csv', ';50000;', ';50001;'],
    ['a bill’s sum', 'bills.csv', ';100000;', ';10000;'],
    ['who holds cash', 'cash-differences.csv', ';10000', ';0'],
    ['a reason', 'transfers.csv', 'cash handed in', 'cash handed on'],
  ])('in which somebody changed %s is found wrong', async (_what, file, from, to) => {
    await close();
    const { code, output } = await verifiedPack(await pack(), { file, from, to });
    expect(code).toBe(1);
    expect(output).toContain(`SAI   ${file}`);
  });
});

it('the cash book carries the safe from month to month by its slips', async () => {
  const book = (of: string) => read((tx) => cashBook(tx, market.boardId, month(of)));
  expect(await book('2026-10')).toMatchObject({
    opening: 0,
    rows: [{ number: 'QT-2026-00001', personName: 'Vàng Mí Sính', balance: 50_000 }],
    closing: 50_000,
  });
  expect(await book('2026-11')).toMatchObject({ opening: 50_000, rows: [], closing: 50_000 });
});

describe('verify finds', () => {
  const corrupt = async (...statements: string[]) => {
    await close();
    await world.corrupt(market.boardId, statements);
    return brokenInvariants(world, market.boardId);
  };
  const edited = (table: string, change: string) => [
    `alter table ${table} disable trigger append_only`,
    `update ${table} set ${change}`,
    `alter table ${table} enable always trigger append_only`,
  ];

  it('a transfer that was edited after its month was closed', async () => {
    const broken = await corrupt(...edited('ledger.transfer', `reason = 'another'`));
    expect(broken).toEqual(['closing.closedMonthsStayAsClosed']);
  });

  it('a month that hangs on another than the one before it', async () => {
    const broken = await corrupt(...edited('closing.period', `hash = sha256('x')`));
    expect(broken).toEqual(['closing.monthsAreChained']);
  });

  it('a proof pack that was exchanged', async () => {
    const broken = await corrupt(...edited('closing.proof_pack', `zip = 'x'`));
    expect(broken).toEqual(['closing.closedMonthsAreProven']);
  });
});
