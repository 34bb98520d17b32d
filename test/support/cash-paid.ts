import { businessDateOf, vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { newId } from '@cho40/platform';
import { Payments } from '@cho40/billing';
import type { BilledMarket } from './billed-market';
import type { TestWorld } from './test-world';

/** Cash for a lease, by the lease's place; given out by the rule. */
export function cashPaid(world: TestWorld, market: BilledMarket, place: number, amount: number) {
  const paidAt = world.clock.now();
  return market.write((tx) =>
    world.get(Payments).record(tx, [
      {
        id: newId(),
        boardId: market.boardId,
        marketId: market.marketId,
        leaseId: market.leaseIds[place] ?? newId(),
        source: 'cash',
        receiptId: newId(),
        amount: vnd(amount),
        paidAt,
        bookedOn: businessDateOf(paidAt),
        debit: account.cashOfCollector(newId()),
        reason: 'receipt',
        evidence: {},
      },
    ]),
  );
}
