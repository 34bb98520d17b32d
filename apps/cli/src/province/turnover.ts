import { addDays, dayOf, type Id, type Month } from '@cho40/kernel';
import type { Tx } from '@cho40/platform';
import { LeaseCourse, Leases, Vendors } from '@cho40/tenancy';
import { chanceOf } from './chance';
import { aName, aPhone } from './people';
import { PROVINCE_SEED, type PlannedBoard } from './plan';
import type { Scene } from './scene';

// Of a hundred leases less than one ends in a month; most of those stalls are let again at once.
const LEAVES = 0.007;
const LET_AGAIN = 0.8;

interface Running {
  readonly leaseId: Id;
  readonly stallId: Id;
}

/** A few vendors leave during the month, and others take over their stalls in the middle of it. */
export async function changeVendors(
  { libs }: Scene,
  tx: Tx,
  { board, boardId, month }: { board: PlannedBoard; boardId: Id; month: Month },
): Promise<void> {
  const chance = chanceOf(PROVINCE_SEED, 'turnover', board.key, month);
  const running = await tx.sql<Running>(
    `select l.lease_id as "leaseId", l.stall_id as "stallId"
       from tenancy.v_lease l
       join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
       join markets.v_market m on m.board_id = l.board_id and m.market_id = l.market_id
      where l.board_id = $1 and l.valid_to is null
      order by m.code, s.code`,
    [boardId],
  );
  for (const { leaseId, stallId } of running.filter(() => chance.happens(LEAVES))) {
    const leftOn = dayOf(month, chance.between(5, 24));
    await libs.get(LeaseCourse).terminate(tx, leaseId, { on: leftOn, reason: 'Trả điểm' });
    if (!chance.happens(LET_AGAIN)) continue;
    const newcomer = { boardId, name: aName(chance), phone: aPhone(chance) };
    const [vendorId] = await libs.get(Vendors).create(tx, [newcomer]);
    // Who came in July agreed to pay by the quarter.
    const billingCycle = month.endsWith('-07') ? 'quarter' : 'month';
    const validFrom = addDays(leftOn, 3);
    if (vendorId) await libs.get(Leases).sign(tx, [{ stallId, vendorId, validFrom, billingCycle }]);
  }
}
