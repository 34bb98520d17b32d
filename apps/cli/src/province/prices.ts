import { businessDate, type BusinessDate, type Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { Decisions, Tariffs, type NewTariff } from '@cho40/tariffs';
import type { PlannedBoard, PlannedMarket } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

interface PlannedDecision {
  readonly number: string;
  readonly issuedOn: BusinessDate;
  readonly from: BusinessDate;
  /** đồng per m² and month for markets of class 1, 2, 3; of market days; sanitation per point. */
  readonly space: Readonly<Record<1 | 2 | 3, number>>;
  readonly marketDays: number;
  readonly sanitation: number;
}

// Made up, in the order of magnitude of decisions on đ/m²/month that provinces have published.
const DECISIONS: readonly PlannedDecision[] = [
  {
    number: '47/2024/QĐ-UBND',
    issuedOn: businessDate('2024-12-10'),
    from: businessDate('2025-01-01'),
    space: { 1: 42_000, 2: 34_000, 3: 24_000 },
    marketDays: 60_000,
    sanitation: 15_000,
  },
  {
    number: '21/2025/QĐ-UBND',
    issuedOn: businessDate('2025-11-28'),
    from: businessDate('2026-01-01'),
    space: { 1: 45_000, 2: 36_000, 3: 26_000 },
    marketDays: 65_000,
    sanitation: 18_000,
  },
];

/** The province's decisions, before and after it became another province. */
export async function recordDecisions({ libs }: Scene, tx: Tx): Promise<void> {
  for (const { number, issuedOn, from } of DECISIONS) {
    const isBefore = issuedOn < '2025-07-01';
    await libs.get(Decisions).record(tx, {
      provinceId: isBefore ? 'P02' : 'P08',
      number,
      issuer: `Ủy ban nhân dân tỉnh ${isBefore ? 'Hà Giang' : 'Tuyên Quang'}`,
      title: 'Quy định giá dịch vụ sử dụng diện tích bán hàng tại chợ trên địa bàn tỉnh',
      issuedOn,
      effectiveFrom: from,
    });
  }
}

/** What a market charges by a decision. */
function pricesOf(
  decision: PlannedDecision,
  { meets, declaredClass }: PlannedMarket,
): Pick<NewTariff, 'feeType' | 'unit' | 'price'>[] {
  const space: Pick<NewTariff, 'feeType' | 'unit' | 'price'> =
    meets === 'market-days'
      ? { feeType: 'space', unit: 'point-month', price: decision.marketDays }
      : { feeType: 'space', unit: 'm2-month', price: decision.space[declaredClass] };
  return [space, { feeType: 'sanitation', unit: 'point-month', price: decision.sanitation }];
}

/** The accountant drafts each market's prices, the head puts them in force, oldest first. */
export async function setPrices(
  { libs }: Scene,
  tx: Tx,
  board: PlannedBoard,
  boardId: Id,
): Promise<void> {
  const tariffs = libs.get(Tariffs);
  const accountant = actingAs(tx, await actorOf(tx, board, boardId, 'accountant'));
  const head = actingAs(tx, await actorOf(tx, board, boardId, 'boardHead'));
  for (const decision of DECISIONS) {
    const [row] = await tx.sql<{ id: Id }>('select id from tariffs.decision where number = $1', [
      decision.number,
    ]);
    if (!row) throw new Error(`decision ${decision.number} was not recorded`);
    for (const market of board.markets) {
      const [place] = await tx.sql<{ id: Id }>(
        'select market_id as id from markets.v_market where board_id = $1 and code = $2',
        [boardId, market.code],
      );
      if (!place) throw new Error(`market ${market.code} was not founded`);
      for (const price of pricesOf(decision, market)) {
        const draft = { ...price, decisionId: row.id, validFrom: decision.from };
        const { id } = await tariffs.draft(accountant, place.id, draft);
        await tariffs.approve(head, id);
      }
    }
  }
}
