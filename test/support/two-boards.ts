import { AdoptionModule, ShareReport, type Cutting, type ShareRow } from '@cho40/adoption';
import { month, type Id } from '@cho40/kernel';
import { newId, systemActor, type Actor } from '@cho40/platform';
import { BoardFacts } from './board-facts';
import type { LeaseFact } from './market-facts';
import { unitFact } from './unit-fact';
import { testWorld, type TestWorld } from './test-world';

export const OLD = '00715@2025-06';
export const NEW_LC = '00715@2025-07';
export const NEW_DV = '00721@2025-07';
export const MOVED = '00769@2025-07';
const [collector, otherCollector] = [newId(), newId()];

/**
 * Two boards of the former Hà Giang, figures made by hand. Market LC lay in xã Lũng Cú (old) until
 * 30 June 2025 and lies in xã Lũng Cú (new) since; DV the same with Đồng Văn, but its old commune
 * was never entered. MV has moved inside today's borders: to another commune on 1 September 2026.
 */
export interface TwoBoards {
  readonly world: TestWorld;
  readonly report: ShareReport;
  readonly bigBoard: Id;
  readonly smallBoard: Id;
  readonly dongVan: Id;
  /** Whoever reaches both. */
  readonly everybody: Actor;
  rowsOf(period: string, cutting: Cutting, actor?: Actor): Promise<readonly ShareRow[]>;
}

export const was = (by: Cutting['by']): Cutting => ({ by, as: 'was' });
export const is = (by: Cutting['by']): Cutting => ({ by, as: 'is' });
export const codes = (rows: readonly ShareRow[]) => rows.map((row) => row.code);

/** Today is 23 November 2026. The world is the caller's to close. */
export async function twoBoards(): Promise<TwoBoards> {
  const world = await testWorld({ imports: [AdoptionModule] });
  world.clock.moveTo('2026-11-23T09:00:00+07:00');
  const [bigBoard, smallBoard] = [newId(), newId()];
  const everybody = systemActor([bigBoard, smallBoard]);
  const report = world.get(ShareReport);
  const dongVan = await world.db.write(everybody, async (tx) => {
    await unitFact(tx, { id: '02', level: 'province', to: '2025-06-30' });
    await unitFact(tx, { id: '08', level: 'province', from: '2025-07-01' });
    await unitFact(tx, { id: '026', level: 'district', parent: '02', to: '2025-06-30' });
    await unitFact(tx, { id: '027', level: 'district', parent: '02', to: '2025-06-30' });
    await unitFact(tx, { id: OLD, level: 'commune', parent: '026', to: '2025-06-30' });
    for (const id of [NEW_LC, NEW_DV, MOVED])
      await unitFact(tx, { id, level: 'commune', parent: '08', from: '2025-07-01' });
    await factsOfSmallBoard(await BoardFacts.of(tx, smallBoard, '08'));
    return factsOfBigBoard(await BoardFacts.of(tx, bigBoard, '08'));
  });
  const rowsOf: TwoBoards['rowsOf'] = async (period, cutting, actor = everybody) => {
    const share = await world.db.read(actor, (tx) =>
      report.of(tx, { month: month(period), ...cutting }),
    );
    return share.rows;
  };
  return { world, report, bigBoard, smallBoard, dongVan, everybody, rowsOf };
}

// Markets LC and DV, one account. June and July 2025.
async function factsOfBigBoard(board: BoardFacts): Promise<Id> {
  const since = { from: '2025-07-01' };
  const lungCu = await board.market('LC', {
    district: '026',
    communes: [
      { id: OLD, to: '2025-06-30' },
      { id: NEW_LC, ...since },
    ],
  });
  const dongVan = await board.market('DV', {
    district: '026',
    communes: [{ id: NEW_DV, ...since }],
  });
  const [first, second] = [await board.lease(lungCu), await board.lease(lungCu)];
  const third = await board.lease(dongVan);
  const june = await board.bill(first, '2025-06', 300_000);
  await board.bill(second, '2025-06', 100_000);
  const juneOfThird = await board.bill(third, '2025-06', 200_000);
  await board.paidByBank(first, { amount: 100_000, on: '2025-06-30' }, june);
  await board.paidByBank(first, { amount: 150_000, on: '2025-07-01' }, june);
  await board.paidInCash(
    first,
    { amount: 100_000, on: '2025-07-02', collectorId: collector },
    undefined,
  );
  await board.paidInCash(
    second,
    { amount: 60_000, on: '2025-06-15', collectorId: collector },
    undefined,
  );
  await board.paidInCash(
    third,
    { amount: 200_000, on: '2025-06-20', collectorId: collector },
    juneOfThird,
  );
  await board.handedIn({ amount: 70_000, on: '2025-06-28', collectorId: collector });
  await board.unmatched({ amount: 40_000, on: '2025-06-10' });
  await board.unmatched({ amount: 25_000, on: '2025-06-11', marketId: lungCu });
  await board.record({ amount: 5_000, on: '2025-07-31' });
  await factsThatLeftAgain(board, third);
  return dongVan;
}

// August 2025 at Đồng Văn: 120,000 by bank, of which 30,000 were given back; 50,000 in cash; 70,000
// by bank that the bank took back.
async function factsThatLeftAgain(board: BoardFacts, lease: LeaseFact): Promise<void> {
  const on = '2025-08-10';
  await board.refunded(await board.paidByBank(lease, { amount: 120_000, on }), 30_000);
  await board.paidInCash(lease, { amount: 50_000, on, collectorId: newId() });
  await board.undone(await board.paidByBank(lease, { amount: 70_000, on }));
}

// Market MV alone. August and September 2026; all of August is proven.
async function factsOfSmallBoard(board: BoardFacts): Promise<void> {
  const meoVac = await board.market('MV', {
    district: '027',
    communes: [
      { id: NEW_LC, from: '2025-07-01', to: '2026-08-31' },
      { id: MOVED, from: '2026-09-01' },
    ],
  });
  const lease = await board.lease(meoVac);
  const august = await board.bill(lease, '2026-08', 500_000);
  await board.paidByBank(lease, { amount: 350_000, on: '2026-08-31' }, august);
  await board.paidInCash(
    lease,
    { amount: 100_000, on: '2026-09-30', collectorId: otherCollector },
    august,
  );
  await board.paidByBank(lease, { amount: 50_000, on: '2026-10-01' }, august);
  await board.unmatched({ amount: 50_000, on: '2026-09-05' });
  await board.proven('2026-08-01', '2026-08-31');
}
