import { businessDate, type BusinessDate, type Id } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { Decisions, Tariffs, type NewDecisionPrice, type NewTariff } from '@cho40/tariffs';
import type { PlannedBoard, PlannedMarket } from './plan';
import { actingAs, type Scene } from './scene';
import { actorOf } from './staff';

interface PlannedDecision {
  readonly number: string;
  readonly issuedOn: BusinessDate;
  readonly from: BusinessDate;
  readonly lines: readonly PlannedLine[];
}

/** Where a line is picked: by all, by markets of a class that meet daily, by market days. */
type PickedBy = 'all' | 1 | 2 | 3 | 'market-days';
type PlannedLine = NewDecisionPrice & { readonly by: PickedBy };

const perM2 = (by: 1 | 2 | 3, price: number, factors: Partial<PlannedLine> = {}): PlannedLine => ({
  description: `Điểm kinh doanh tại chợ hạng ${by}`,
  feeType: 'space',
  unit: 'm2-month',
  price,
  marketClass: by,
  by,
  ...factors,
});
const other = (
  by: PickedBy,
  feeType: string,
  unit: PlannedLine['unit'],
  price: number,
  factors: Pick<PlannedLine, 'description'> & Partial<PlannedLine>,
): PlannedLine => ({ by, feeType, unit, price, ...factors });

// Made up, in the order of magnitude of decisions that provinces have published.
const DECISIONS: readonly PlannedDecision[] = [
  {
    number: '47/2024/QĐ-UBND',
    issuedOn: businessDate('2024-12-10'),
    from: businessDate('2025-01-01'),
    lines: [
      perM2(1, 42_000),
      perM2(2, 34_000),
      perM2(3, 24_000),
      other('market-days', 'space', 'point-month', 60_000, { description: 'Điểm tại chợ phiên' }),
      other('all', 'sanitation', 'point-month', 15_000, { description: 'Vệ sinh mỗi điểm' }),
    ],
  },
  {
    number: '21/2025/QĐ-UBND',
    issuedOn: businessDate('2025-11-28'),
    from: businessDate('2026-01-01'),
    lines: [
      perM2(1, 45_000, { description: 'Chợ hạng 1, điểm có 3 mặt thoáng', openSides: 3 }),
      perM2(1, 40_000, { description: 'Chợ hạng 1, điểm có 2 mặt thoáng', openSides: 2 }),
      perM2(1, 36_000, { description: 'Chợ hạng 1, điểm có 1 mặt thoáng', openSides: 1 }),
      perM2(2, 36_000),
      perM2(3, 26_000),
      other('market-days', 'space', 'point-month', 65_000, { description: 'Điểm tại chợ phiên' }),
      other('all', 'sanitation', 'point-month', 18_000, { description: 'Vệ sinh mỗi điểm' }),
      other('market-days', 'space', 'm2-day', 2_000, {
        description: 'Bán không cố định trong nhà có mái che',
        isRoofed: true,
      }),
      other('market-days', 'space', 'm2-day', 1_000, {
        description: 'Nông sản tự sản xuất',
        goodsGroup: 'Nông sản',
      }),
      other('market-days', 'space', 'visit', 8_000, {
        description: 'Thực phẩm tươi, mỗi lượt vào chợ',
        goodsGroup: 'Thực phẩm tươi',
      }),
      other('market-days', 'space', 'session', 20_000, { description: 'Chỗ bán mỗi phiên' }),
      other(1, 'electricity', 'kwh', 3_200, { description: 'Điện dùng tại điểm kinh doanh' }),
      other(1, 'water', 'm3', 12_000, { description: 'Nước sạch dùng tại điểm kinh doanh' }),
    ],
  },
];

/** The province's decisions, before and after it became another province. */
export async function recordDecisions({ libs }: Scene, tx: Tx): Promise<void> {
  for (const { number, issuedOn, from, lines } of DECISIONS) {
    const isBefore = issuedOn < '2025-07-01';
    await libs.get(Decisions).record(tx, {
      provinceId: isBefore ? 'P02' : 'P08',
      number,
      issuer: `Ủy ban nhân dân tỉnh ${isBefore ? 'Hà Giang' : 'Tuyên Quang'}`,
      title: 'Quy định giá dịch vụ sử dụng diện tích bán hàng tại chợ trên địa bàn tỉnh',
      issuedOn,
      effectiveFrom: from,
      prices: lines.map(({ by: _by, ...line }) => line),
    });
  }
}

/** Which lines of a decision a market takes, at the price that they allow. */
function picksOf(
  { lines }: PlannedDecision,
  { meets, declaredClass }: PlannedMarket,
): Pick<NewTariff, 'decisionLine' | 'price' | 'taxPercent' | 'isPassThrough'>[] {
  const kind = meets === 'market-days' ? meets : declaredClass;
  return lines.flatMap(({ by, price, feeType }, at) => {
    if (by !== 'all' && by !== kind) return [];
    // Electricity is collected for the company that sells it; water is the board's own, with VAT.
    const isPassThrough = feeType === 'electricity';
    const taxPercent = feeType === 'water' ? 5 : null;
    return [{ decisionLine: at + 1, price, isPassThrough, taxPercent }];
  });
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
      for (const pick of picksOf(decision, market)) {
        const draft = { ...pick, decisionId: row.id, validFrom: decision.from };
        const { id } = await tariffs.draft(accountant, place.id, draft);
        await tariffs.approve(head, id);
      }
    }
  }
}
