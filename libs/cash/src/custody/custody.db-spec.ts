import { vnd, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { confirmedRecord } from '../../../../test/support/confirmed-record';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { CashModule } from '../cash.module';
import { Deposits } from '../deposits/deposits.service';
import { candidatesOf, depositAccounts, depositPage } from '../deposits/deposits.queries';
import { collectorDifferences } from '../differences/differences.queries';
import { Differences, type NewDifferenceAct } from '../differences/differences.service';
import { HandIns, type NewHandIn } from '../hand-ins/hand-ins.service';
import { Receipts } from '../receipts/receipts.service';
import { custodyAt } from './custody.queries';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
const cashier = { id: newId(), name: 'Lò Thị Pà' };
const accountant = { id: newId(), name: 'Nguyễn Thu Hà' };
let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T08:00:00+07:00');
  market = await matchingMarket(world);
});
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const as = <T>(who: { id: Id; name: string }, work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId: who.id, displayName: who.name }, work);
const take = (amount: number) =>
  as(collector, (tx) =>
    world.get(Receipts).take(tx, [
      {
        id: newId(),
        leaseId: market.leaseIds[0] ?? newId(),
        amount: vnd(amount),
        takenAt: world.clock.now(),
        collector,
      },
    ]),
  );
const count = (amount: number, change: Partial<NewHandIn> = {}) =>
  as(cashier, (tx) =>
    world.get(HandIns).count(tx, {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      amount: vnd(amount),
      cashier,
      ...change,
    }),
  );
const settle = (kind: NewDifferenceAct['kind'], amount: number, by = cashier) =>
  as(by, (tx) =>
    world.get(Differences).act(tx, {
      id: newId(),
      boardId: market.boardId,
      collectorId: collector.id,
      kind,
      amount: vnd(amount),
      reason: 'theo biên bản',
      by,
    }),
  );
const prepare = (fiftyThousands: number, id = newId()) =>
  as(cashier, (tx) =>
    world.get(Deposits).prepare(tx, {
      id,
      boardId: market.boardId,
      accountId: market.accountId,
      notes: [{ note: 50_000, count: fiftyThousands }],
      carrierName: 'Giàng A Páo',
      cashier,
    }),
  ).then(() => id);
const arrives = async (amount: number) => {
  const recordId = await market.write((tx) =>
    confirmedRecord(tx, market, {
      amount,
      content: 'NOP TIEN MAT',
      bookedAt: '2026-10-12T11:00:00+07:00',
    }),
  );
  await market.match();
  return recordId;
};
const tie = (depositId: Id, recordId: Id, reason = '') =>
  as(accountant, (tx) =>
    world.get(Deposits).tie(tx, depositId, { recordId, reason, by: accountant }),
  );
const custody = async (at = world.clock.now()) => {
  const {
    people: _people,
    carried,
    ...sums
  } = await market.write((tx) => custodyAt(tx, market.boardId, at));
  return { ...sums, carried: carried.map(({ carrierName, amount }) => [carrierName, amount]) };
};

describe('a count that differs', () => {
  it('is refused until whoever counted confirms that very difference', async () => {
    await take(100_000);
    const counted = { id: newId(), expected: vnd(100_000) };
    expect(await codeOf(count(90_000, counted))).toBe('cash.countDiffers');
    const confirmed = { ...counted, confirmedDifference: -10_000 };
    expect(await count(90_000, confirmed)).toBe('counted');
    expect(await count(90_000, confirmed)).toBe('already');
    expect(await custody()).toMatchObject({
      taken: 100_000,
      inHand: 0,
      safe: 90_000,
      short: 10_000,
    });
  });

  it('stays under the collector’s name for ever, and is paid back by steps, never twice', async () => {
    await take(100_000);
    await count(70_000, { expected: vnd(100_000), confirmedDifference: -30_000 });
    await settle('paid-back', 20_000);
    const codes = await Promise.all([
      codeOf(settle('paid-back', 10_000)),
      codeOf(settle('paid-back', 10_000)),
    ]);
    expect(codes.sort()).toEqual(['cash.moreThanOpen', 'no refusal']);
    expect(await market.write((tx) => collectorDifferences(tx))).toMatchObject([
      { collectorName: 'Vàng Mí Sính', everShort: 30_000, shortage: 0, everOver: 0, surplus: 0 },
    ]);
    expect(await custody()).toMatchObject({ safe: 100_000, short: 0 });
  });

  it('with too much is kept apart: given back, found as a late receipt, or kept', async () => {
    await take(50_000);
    await count(90_000, { expected: vnd(50_000), confirmedDifference: 40_000 });
    await settle('given-back', 10_000);
    expect(await codeOf(settle('late-receipt', 20_000))).toBe('cash.moreThanInHand');
    await take(20_000);
    await settle('late-receipt', 20_000);
    await settle('kept', 10_000);
    expect(await codeOf(settle('kept', 1_000))).toBe('cash.moreThanOpen');
    expect(await custody()).toMatchObject({
      taken: 70_000,
      inHand: 0,
      safe: 80_000,
      over: 0,
      kept: 10_000,
    });
  });

  it('is never settled by whom it is about', async () => {
    await take(50_000);
    await count(40_000, { expected: vnd(50_000), confirmedDifference: -10_000 });
    expect(await codeOf(settle('paid-back', 10_000, collector))).toBe('cash.countedByCollector');
  });

  it('of notes that do not add up is typed again', async () => {
    await take(100_000);
    expect(await codeOf(count(90_000, { notes: [{ note: 50_000, count: 2 }] }))).toBe(
      'cash.notesDoNotAddUp',
    );
  });
});

describe('cash for the bank', () => {
  beforeEach(async () => {
    await take(500_000);
    await count(500_000);
  });

  it('leaves the safe’s books only when the bank shows it', async () => {
    const depositId = await prepare(8);
    expect(await custody()).toMatchObject({
      safe: 100_000,
      onTheWay: 400_000,
      banked: 0,
      carried: [['Giàng A Páo', 400_000]],
    });
    const recordId = await arrives(400_000);
    expect(await market.write((tx) => candidatesOf(tx, depositId))).toMatchObject([{ recordId }]);
    await tie(depositId, recordId);
    expect(await custody()).toMatchObject({ safe: 100_000, onTheWay: 0, banked: 400_000 });
  });

  it('of which the bank shows less stays visible until it is brought back', async () => {
    const depositId = await prepare(8);
    const recordId = await arrives(390_000);
    expect(await codeOf(tie(depositId, recordId))).toBe('cash.depositRecordDiffers');
    await tie(depositId, recordId, 'một tờ bị rách');
    expect(await custody()).toMatchObject({ safe: 100_000, onTheWay: 10_000, banked: 390_000 });
    await as(cashier, (tx) =>
      world.get(Deposits).takeBack(tx, depositId, { reason: 'mang tờ rách về', by: cashier }),
    );
    expect(await custody()).toMatchObject({ safe: 110_000, onTheWay: 0 });
  });

  it('tied to the wrong record is untied, and the record waits again', async () => {
    const depositId = await prepare(8);
    const recordId = await arrives(400_000);
    await tie(depositId, recordId);
    const untie = { reason: 'nhầm giao dịch', by: accountant };
    await as(accountant, (tx) => world.get(Deposits).untie(tx, depositId, untie));
    expect(await custody()).toMatchObject({ safe: 100_000, onTheWay: 400_000, banked: 0 });
    await tie(depositId, recordId);
    expect(await custody()).toMatchObject({ onTheWay: 0, banked: 400_000 });
  });

  it('is brought to no account that payers may not be told of yet', async () => {
    await world.corrupt(market.boardId, [
      'alter table banking.receiving_account disable trigger guarded',
      `update banking.receiving_account set live_at = '2026-10-12T10:05:01+07:00'`,
      'alter table banking.receiving_account enable trigger guarded',
    ]);
    const at = (now: Date) =>
      market.write((tx) => depositAccounts(tx, market.boardId, now)).then((all) => all.length);
    expect(await codeOf(prepare(1))).toBe('cash.accountNotLive');
    expect(await at(world.clock.now())).toBe(0);
    world.clock.moveTo('2026-10-12T10:05:01+07:00');
    expect(await codeOf(prepare(1))).toBe('no refusal');
    expect(await at(world.clock.now())).toBe(1);
  });

  it('is never more than the safe holds, of two at once', async () => {
    const codes = await Promise.all([codeOf(prepare(8)), codeOf(prepare(8))]);
    expect(codes.sort()).toEqual(['cash.notEnoughInSafe', 'no refusal']);
  });

  it('is tied to one record, and a record to one deposit', async () => {
    const [one, other] = [await prepare(4), await prepare(4)];
    const recordId = await arrives(200_000);
    await tie(one, recordId);
    expect([
      await codeOf(tie(one, await arrives(200_000))),
      await codeOf(tie(other, recordId)),
    ]).toEqual(['cash.depositTied', 'cash.recordNotOfDeposit']);
    const { items } = await market.write((tx) => depositPage(tx, { limit: 9 }));
    expect(items.map(({ onTheWay }) => onTheWay)).toEqual([200_000, 0]);
  });
});

it('every past instant is told as it was, whatever came later', async () => {
  const seen: [Date, Awaited<ReturnType<typeof custody>>][] = [];
  let minute = 0;
  const act = async (work: () => Promise<unknown>) => {
    world.clock.moveTo(`2026-10-12T09:${String((minute += 1)).padStart(2, '0')}:00+07:00`);
    await work();
    seen.push([world.clock.now(), await custody()]);
  };
  const depositId = newId();
  await act(() => take(300_000));
  await act(() => count(200_000));
  await act(() => count(90_000, { expected: vnd(100_000), confirmedDifference: -10_000 }));
  await act(() => take(50_000));
  await act(() => count(60_000, { expected: vnd(50_000), confirmedDifference: 10_000 }));
  await act(() => prepare(4, depositId));
  await act(() => settle('paid-back', 10_000));
  await act(async () => tie(depositId, await arrives(190_000), 'thiếu một tờ'));
  await act(() => settle('kept', 4_000));
  await act(() =>
    as(cashier, (tx) =>
      world.get(Deposits).takeBack(tx, depositId, { reason: 'tìm thấy', by: cashier }),
    ),
  );
  expect(seen.at(-1)?.[1]).toMatchObject({
    taken: 350_000,
    inHand: 0,
    safe: 170_000,
    onTheWay: 0,
    banked: 190_000,
    short: 0,
    over: 6_000,
    kept: 4_000,
  });
  for (const [at, then] of seen) expect(await custody(at)).toEqual(then);
});
