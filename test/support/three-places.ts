import type { Id } from '@cho40/kernel';
import { newId, SYSTEM_BOARD, systemActor, type Tx } from '@cho40/platform';
import { Feeds } from '@cho40/banking';
import { Users } from '@cho40/identity';
import { BoardFacts } from './board-facts';
import type { LeaseFact } from './market-facts';
import { unitFact } from './unit-fact';
import { hangCard } from './places/card-rows';
import { delivery, hangWallet, layout, question } from './places/banking-rows';
import { besides, hangDebt, hangMeter, hangTicket } from './places/billing-rows';
import { hangIncident, hangPaymentReceipt, hangSafe, hangTicketBook } from './places/cash-rows';
import { hangClaimAndRefund, hangPayers } from './places/reconciliation-rows';
import { hangOnLease } from './places/tenancy-rows';
import { PASSWORD, type TestApi } from './test-api';

/** One market with a row of everything that hangs on it. */
export interface Place {
  readonly boardId: Id;
  readonly communeId: string;
  readonly marketId: Id;
  readonly zoneId: Id;
  readonly stallId: Id;
  readonly vendorId: Id;
  readonly leaseId: Id;
  readonly tariffId: Id;
  readonly decisionId: Id;
  readonly billId: Id;
  readonly reliefId: Id;
  readonly depositUseId: Id;
  readonly recordId: Id;
  readonly receiptId: Id;
  readonly paymentId: Id;
  readonly shiftId: Id;
  readonly accountId: Id;
  readonly feedId: Id;
  readonly deliveryId: Id;
  readonly questionId: Id;
  readonly userId: Id;
}

/** One's own market, a sister market of the same board, and a market of another district's board. */
export interface ThreePlaces {
  readonly own: Place;
  readonly sister: Place;
  readonly other: Place;
}

export type Placed = Omit<Place, 'userId' | 'feedId' | 'deliveryId' | 'questionId'>;

interface Lot {
  readonly code: string;
  readonly communeId: string;
  readonly district: string;
}

export async function threePlaces(api: TestApi): Promise<ThreePlaces> {
  const [board, otherBoard] = [newId(), newId()];
  const write = <T>(boardId: Id, work: (tx: Tx) => Promise<T>) =>
    api.db.write(systemActor([boardId, SYSTEM_BOARD]), work);
  await write(board, units);
  const [own, sister] = await write(board, async (tx) => {
    const facts = await BoardFacts.of(tx, board, 'P08');
    return [
      await place(tx, facts, { code: 'OWN', communeId: 'C1', district: 'D026' }),
      await place(tx, facts, { code: 'SISTER', communeId: 'C2', district: 'D026' }),
    ] as const;
  });
  const other = await write(otherBoard, async (tx) =>
    place(tx, await BoardFacts.of(tx, otherBoard, 'P08'), {
      code: 'OTHER',
      communeId: 'C3',
      district: 'D027',
    }),
  );
  const withUser = async (at: Placed, username: string): Promise<Place> => {
    const scope = { scopeKind: 'market', scopeId: at.marketId } as const;
    const grants = [{ role: 'collector', ...scope }] as const;
    const user = { username, displayName: 'Người thu', password: PASSWORD, grants };
    return write(at.boardId, async (tx) => {
      const { id: userId } = await api.get(Users).create(tx, user);
      const { feedId } = await api.get(Feeds).open(tx, {
        boardId: at.boardId,
        provider: 'sepay',
        auth: 'hmac',
      });
      await layout(tx, at.boardId, feedId);
      const deliveryId = await delivery(tx, at.boardId, feedId);
      return { ...at, userId, feedId, deliveryId, questionId: await question(tx, at) };
    });
  };
  return {
    own: await withUser(own, 'user.own'),
    sister: await withUser(sister, 'user.sister'),
    other: await withUser(other, 'user.other'),
  };
}

async function units(tx: Tx): Promise<void> {
  await unitFact(tx, { id: 'P08', level: 'province' });
  for (const id of ['D026', 'D027']) await unitFact(tx, { id, level: 'district', parent: 'P08' });
  for (const id of ['C1', 'C2', 'C3'])
    await unitFact(tx, { id, level: 'commune', parent: 'P08', from: '2025-07-01' });
}

async function place(
  tx: Tx,
  facts: BoardFacts,
  { code, communeId, district }: Lot,
): Promise<Placed> {
  const communes = [{ id: communeId, from: '2025-07-01' }];
  const marketId = await facts.market(code, { district, communes });
  const lease = await facts.lease(marketId);
  const billId = await facts.bill(lease, '2026-10', 200_000);
  const on = '2026-10-12';
  const paymentId = await facts.paidByBank(lease, { amount: 50_000, on }, billId);
  await facts.paidInCash(lease, { amount: 30_000, on, collectorId: newId() }, billId);
  const [reliefId, depositUseId] = await besides(tx, facts, lease);
  const recordId = await facts.unmatched({ amount: 70_000, on, marketId });
  const [receipt] = await tx.sql<{ id: Id; shiftId: Id }>(
    'select id, shift_id as "shiftId" from cash.receipt where market_id = $1',
    [marketId],
  );
  const { id: receiptId, shiftId } = receipt ?? { id: newId(), shiftId: newId() };
  const { leaseId, stallId } = lease;
  await hangRows(tx, facts, { ...lease, recordId, receiptId, paymentId });
  return {
    boardId: facts.boardId,
    communeId,
    marketId,
    // BoardFacts gives a market's zone and tariff the market's id, a lease's vendor the lease's.
    zoneId: marketId,
    tariffId: marketId,
    decisionId: facts.tariffId,
    stallId,
    leaseId,
    vendorId: leaseId,
    billId,
    reliefId,
    depositUseId,
    recordId,
    receiptId,
    paymentId,
    shiftId,
    accountId: facts.accountId,
  };
}

/** What stands in a market besides, each row under its lease's own id. */
async function hangRows(
  tx: Tx,
  facts: BoardFacts,
  of: LeaseFact & Pick<Placed, 'recordId' | 'receiptId' | 'paymentId'>,
): Promise<void> {
  const { boardId } = facts;
  const { leaseId, receiptId, paymentId } = of;
  await hangOnLease(tx, boardId, leaseId);
  await hangMeter(tx, boardId, of);
  await hangDebt(tx, boardId, leaseId);
  await hangClaimAndRefund(tx, boardId, leaseId);
  await hangPaymentReceipt(tx, leaseId, paymentId);
  await hangIncident(tx, leaseId, receiptId);
  await hangTicket(tx, boardId, of);
  await hangTicketBook(tx, boardId, of);
  await hangSafe(tx, facts, leaseId);
  await hangPayers(tx, facts, of);
  await hangCard(tx, facts, of);
  await hangWallet(tx, facts, of);
}
