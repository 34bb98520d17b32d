import { businessDate, type BusinessDate, type Id } from '@cho40/kernel';
import type { DatedRule, MarketDays, StallMaps, StallStates } from '@cho40/markets';
import type { Tx } from '@cho40/platform';

/** The markets whose stalls stand on a map; the first is the one of the demo's sign-ins. */
export const MAPPED: readonly string[] = ['HG-TRANPHU', 'DV-DONGVAN'];

type Days = Omit<DatedRule, 'validFrom'>;
const days = (change: Partial<Days>): Days => ({
  weekdays: [],
  branches: [],
  lunarDays: [],
  ...change,
});

// As the markets are known to meet: Phố Cáo and Lũng Phìn are chợ lùi, every sixth day.
const MEETS: Readonly<Record<string, Days>> = {
  'HG-NGOCDUONG': days({ weekdays: [7] }),
  'HG-PHUONGDO': days({ weekdays: [6] }),
  'DV-PHOCAO': days({ branches: ['dragon', 'dog'] }),
  'DV-LUNGPHIN': days({ branches: ['tiger', 'monkey'] }),
  'MV-KHAUVAI': days({ lunarDays: [2, 7, 12, 17, 22, 27] }),
  'YM-BACHDICH': days({ weekdays: [7] }),
  'YM-DUGIA': days({ weekdays: [5] }),
  'QB-QUYETTIEN': days({ weekdays: [6] }),
  'HSP-THONGNGUYEN': days({ weekdays: [7] }),
  'XM-NACHI': days({ weekdays: [4] }),
};

export async function setMarketDays(
  marketDays: MarketDays,
  tx: Tx,
  marketId: Id,
  code: string,
): Promise<void> {
  const meets = MEETS[code];
  if (!meets) return;
  await marketDays.setRule(tx, marketId, { ...meets, validFrom: businessDate('2012-01-01') });
  if (meets.branches.length === 0) return;
  await marketDays.except(tx, marketId, {
    from: businessDate('2026-02-16'),
    to: businessDate('2026-02-20'),
    kind: 'off',
    reason: 'Nghỉ Tết Bính Ngọ',
  });
}

const STALLS_PER_ROW = 10;

/** Two rows of stalls back to back, then a way; a zone begins a row of its own. */
export async function drawMap(maps: StallMaps, tx: Tx, marketId: Id): Promise<void> {
  const { stalls } = await maps.get(tx, marketId);
  const zones = [...new Set(stalls.map((stall) => stall.zoneId))];
  let row = 1;
  const cells = zones.flatMap((zoneId) => {
    const codes = stalls.filter((stall) => stall.zoneId === zoneId).map(({ code }) => code);
    const first = row;
    row += 2 * Math.ceil(codes.length / STALLS_PER_ROW);
    return codes.map((text, at) => {
      const line = Math.floor(at / STALLS_PER_ROW);
      const isPastWay = at % STALLS_PER_ROW >= STALLS_PER_ROW / 2;
      return {
        row: first + line + Math.floor(line / 2),
        column: (at % STALLS_PER_ROW) + (isPastWay ? 2 : 1),
        text,
      };
    });
  });
  await maps.place(tx, marketId, cells);
}

// Why a stall that nobody leases stands empty; the first few of each market.
const STATES = [
  { state: 'under-repair', reason: 'Dột mái, đang sửa' },
  { state: 'disputed', reason: 'Hai hộ cùng đề nghị thuê' },
  { state: 'locked', reason: 'Người thuê trước để lại hàng hóa' },
] as const;
const VACANT = { state: 'vacant', reason: 'Chưa có người thuê' } as const;

/** Says of every stall that nobody leases what it is at instead. */
export async function setStates(
  states: StallStates,
  tx: Tx,
  unleased: readonly Id[],
  fromOn: BusinessDate,
): Promise<void> {
  await states.set(
    tx,
    unleased.map((stallId, at) => ({ stallId, fromOn, ...(STATES[at] ?? VACANT) })),
  );
}
