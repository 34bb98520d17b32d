import { PaymentCodes } from '@cho40/billing';
import { CodedError, type Id } from '@cho40/kernel';
import { JobRunner, newId, type Actor, systemActor } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { confirmedRecord, type MovedMoney } from '../../../../test/support/confirmed-record';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { LeftWaiting } from '../left-waiting';
import { ReconciliationModule } from '../reconciliation.module';
import { RecordConfirmedProcessor } from '../record-confirmed.processor';
import { Corrections } from './corrections.service';
import { Reconciliation } from './reconciliation.service';

let world: TestWorld;
let market: BilledMarket;
let reconciliation: Reconciliation;
let corrections: Corrections;
let processor: RecordConfirmedProcessor;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  reconciliation = world.get(Reconciliation);
  corrections = world.get(Corrections);
  processor = world.get(RecordConfirmedProcessor);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-12T10:05:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

const arrives = (money: MovedMoney, into = market) =>
  into.write((tx) => confirmedRecord(tx, into, money));
const match = (limit = 100) =>
  market.write((tx) => reconciliation.matchOpen(tx, market.boardId, limit));
const billCode = async (place: number, period = '2026-10', of = market) => {
  const billId = await of.billOf(place, period);
  const [bill] = await of.write((tx) =>
    tx.sql<{ code: string }>('select code from billing.bill where id = $1', [billId]),
  );
  return bill?.code ?? '';
};
const stallCode = async (place: number) => {
  await market.write((tx) => world.get(PaymentCodes).ensureForStalls(tx, market));
  const [stall] = await market.write((tx) =>
    tx.sql<{ code: string }>(
      `select c.code from billing.v_payment_code c
         join tenancy.v_lease l on l.stall_id = c.stall_id where l.lease_id = $1`,
      [market.leaseIds[place]],
    ),
  );
  return stall?.code ?? '';
};

interface Stands {
  state: string;
  reason: string;
  market_id: Id | null;
  lease_id: Id | null;
  allocated: number | null;
}
const standing = async (recordId: Id) => {
  const [row] = await market.write((tx) =>
    tx.sql<Stands>(
      `select s.state, s.reason, s.market_id, p.lease_id, p.allocated
         from reconciliation.standing s
         left join billing.payment p on p.id = s.payment_id
        where s.record_id = $1`,
      [recordId],
    ),
  );
  return row;
};
const paidOf = async (place: number) => {
  const rows = await market.write((tx) =>
    tx.sql<{ paid: number }>(
      'select paid from billing.v_bill where lease_id = $1 order by period',
      [market.leaseIds[place]],
    ),
  );
  return rows.map(({ paid }) => paid);
};

describe('a transfer with the code of a bill', () => {
  it('pays that bill first, through whatever the banks did to the text', async () => {
    const code = await billCode(0);
    const text = `MBVCB.3278907687.038471.${code.toLowerCase().replace(/(.{7})/, '$1 ')}.CT tu 0123`;
    const recordId = await arrives({ content: text, amount: 130_000 });
    expect(await match()).toEqual({ matched: 1, unmatched: 0, outgoing: 0 });
    expect(await standing(recordId)).toEqual({
      state: 'matched',
      reason: 'code',
      market_id: market.marketId,
      lease_id: market.leaseIds[0],
      allocated: 130_000,
    });
    expect(await paidOf(0)).toEqual([30_000, 100_000]);
  });

  it('that is void leaves its money with the lease', async () => {
    const code = await billCode(1);
    const billId = await market.billOf(1, '2026-10');
    await world.corrupt(market.boardId, [
      `update billing.bill set voided_at = now(), void_reason = 'wrong' where id = '${billId}'`,
      `insert into ledger.transfer
         (board_id, id, key, debit, credit, amount, on_date, at, reason, reverses,
          booked_month)
       select board_id, gen_random_uuid(), key || ':undo', credit, debit, amount, on_date, at,
              'void', id, booked_month from ledger.transfer where key = 'bill:${billId}:1'`,
    ]);
    const recordId = await arrives({ content: code, amount: 150_000 });
    await match();
    expect(await standing(recordId)).toMatchObject({
      state: 'matched',
      reason: 'billVoid',
      allocated: 100_000,
    });
  });
});

describe('a transfer with the code of a stall', () => {
  it('pays the oldest debt of who leased the stall on that day', async () => {
    const code = await stallCode(2);
    const next = newId();
    await market.write((tx) =>
      tx.sql(
        `with ended as (
           update tenancy.lease set valid_to = '2026-10-11' where id = $1 returning *)
         insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
         select board_id, $2, market_id, stall_id, vendor_id, 'next', '2026-10-12' from ended`,
        [market.leaseIds[2], next],
      ),
    );
    const before = await arrives({ content: code, bookedAt: '2026-10-11T23:59:59+07:00' });
    const after = await arrives({ content: code, bookedAt: '2026-10-12T00:00:00+07:00' });
    await match();
    expect(await standing(before)).toMatchObject({ lease_id: market.leaseIds[2] });
    expect(await standing(after)).toMatchObject({ lease_id: next, allocated: 0 });
    expect(await paidOf(2)).toEqual([100_000, 0]);
  });

  it('nobody leases waits, its market known', async () => {
    const code = await stallCode(0);
    const recordId = await arrives({ content: code, bookedAt: '2025-04-30T10:00:00+07:00' });
    await match();
    expect(await standing(recordId)).toMatchObject({
      state: 'unmatched',
      reason: 'stallVacant',
      market_id: market.marketId,
    });
  });
});

describe('a transfer that names nobody', () => {
  it('waits, with the reason', async () => {
    const [code, other] = [await billCode(0), await billCode(1)];
    const theirs = await billCode(0, '2026-10', await billedMarket(world));
    const typo = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const reasons = [];
    for (const content of ['tien cho thang 10', `${code} ${other}`, theirs, typo]) {
      const recordId = await arrives({ content });
      await match();
      reasons.push((await standing(recordId))?.reason);
    }
    expect(reasons).toEqual(['noCode', 'twoCodes', 'anotherBoard', 'noCode']);
    expect(await paidOf(0)).toEqual([0, 0]);
  });

  it('keeps a repaired code as a suggestion and credits nobody', async () => {
    const recordId = await arrives({ content: (await billCode(0)).slice(0, -1) });
    await match();
    const [decision] = await market.write((tx) =>
      tx.sql<{ reason: string; evidence: { repairs: string[] } }>(
        'select reason, evidence from reconciliation.decision where record_id = $1',
        [recordId],
      ),
    );
    expect(decision?.reason).toBe('badCode');
    expect(decision?.evidence.repairs).toContain(await billCode(0));
    expect(await standing(recordId)).toMatchObject({ state: 'unmatched', lease_id: null });
  });
});

it('outgoing money stands apart, whatever its text says', async () => {
  const recordId = await arrives({ content: await billCode(0), direction: 'out' });
  expect(await match()).toEqual({ matched: 0, unmatched: 0, outgoing: 1 });
  expect(await standing(recordId)).toMatchObject({ state: 'outgoing', reason: 'outgoing' });
});

describe('running again', () => {
  it('decides on what is missing and leaves the rest as it stands', async () => {
    const recordId = await arrives({ content: 'tien cho' });
    await match();
    await arrives({ content: await billCode(0) });
    expect(await match()).toEqual({ matched: 1, unmatched: 0, outgoing: 0 });
    expect(await match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0 });
    const decisions = await market.write((tx) =>
      tx.sql('select from reconciliation.decision where record_id = $1', [recordId]),
    );
    expect(decisions).toHaveLength(1);
  });

  it('by ten at once decides on each record once', async () => {
    const code = await billCode(0);
    for (let at = 0; at < 8; at += 1)
      await arrives({ content: at % 2 ? code : '', amount: 10_000 });
    const counts = await Promise.all(Array.from({ length: 10 }, () => match(3 + 5)));
    expect(counts.reduce((sum, one) => sum + one.matched, 0)).toBe(4);
    expect(counts.reduce((sum, one) => sum + one.unmatched, 0)).toBe(4);
    expect(await paidOf(0)).toEqual([0, 40_000]);
  });
});

describe('the job of a confirmed record', () => {
  const job = () => ({
    id: newId(),
    kind: processor.kind,
    boardId: market.boardId,
    subjectId: null,
  });

  it('takes every record that waits', async () => {
    await arrives({ content: await billCode(0) });
    await arrives({ content: '' });
    await processor.handle(job());
    await processor.handle(job());
    expect(await match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0 });
  });

  it('gives nobody money while an invariant of the board is broken', async () => {
    const recordId = await arrives({ content: await billCode(0) });
    const stop = [newId(), newId()];
    await market.write(async (tx) => {
      await tx.sql('insert into platform.check_run (id, started_at) values ($1, now())', [stop[0]]);
      await tx.sql(
        `insert into platform.violation (id, run_id, board_id, invariant, row_key, facts)
         values ($1, $2, $3, 'x', 'y', '{}')`,
        [stop[1], stop[0], market.boardId],
      );
    });
    await processor.handle(job());
    expect(await standing(recordId)).toBeUndefined();
    await market.write((tx) =>
      tx.sql('update platform.violation set cleared_at = now() where id = $1', [stop[1]]),
    );
    await world.get(LeftWaiting).ringAgain();
    await world.get(JobRunner).drain();
    expect(await standing(recordId)).toMatchObject({ state: 'matched' });
  });
});

describe('a person', () => {
  const accountant = (): Actor => ({
    ...systemActor([market.boardId]),
    userId: newId(),
    displayName: 'Kế toán',
  });
  const undo = (recordId: Id) =>
    world.db.write(accountant(), (tx) => corrections.undo(tx, recordId, 'nhầm sạp'));
  const assign = (recordId: Id, place: number, billId?: Id, actor = accountant()) =>
    world.db.write(actor, (tx) =>
      corrections.assign(tx, recordId, {
        leaseId: market.leaseIds[place] ?? newId(),
        ...(billId ? { billId } : {}),
        reason: 'người nộp gọi điện',
      }),
    );
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'no refusal',
      (error: unknown) => (error instanceof CodedError ? error.code : error),
    );
  const trailOf = async (recordId: Id) => {
    const rows = await market.write((tx) =>
      tx.sql<{ trail: string }>(
        `select concat_ws(' ', d.state, d.reason, d.decided_by_name) as trail
           from reconciliation.decision d where record_id = $1 order by at, id`,
        [recordId],
      ),
    );
    return rows.map(({ trail }) => trail);
  };

  it('undoes a match, and gives the money to another lease, leaving a trail', async () => {
    const recordId = await arrives({ content: await billCode(0) });
    await match();
    await undo(recordId);
    expect(await paidOf(0)).toEqual([0, 0]);
    expect(await standing(recordId)).toMatchObject({ state: 'unmatched', reason: 'undone' });
    expect(await match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0 });
    await assign(recordId, 1, await market.billOf(1, '2026-10'));
    expect(await paidOf(1)).toEqual([0, 100_000]);
    expect(await trailOf(recordId)).toEqual([
      'matched code',
      'unmatched undone Kế toán',
      'matched person Kế toán',
    ]);
    const audit = await market.write((tx) =>
      tx.sql<{ act: string }>('select act from platform.audit order by seq'),
    );
    expect(audit.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['reconciliation.undo', 'reconciliation.assign']),
    );
  });

  it('cannot undo what is not matched, nor assign what is', async () => {
    const recordId = await arrives({ content: '' });
    await match();
    expect(await codeOf(undo(recordId))).toBe('reconciliation.recordNotMatched');
    await assign(recordId, 0);
    expect(await codeOf(assign(recordId, 1))).toBe('reconciliation.recordNotOpen');
    expect(await codeOf(undo(newId()))).toBe('reconciliation.recordNotFound');
  });

  it('of two who assign at once, one is refused', async () => {
    const recordId = await arrives({ content: '' });
    await match();
    const codes = await Promise.all([codeOf(assign(recordId, 0)), codeOf(assign(recordId, 1))]);
    expect(new Set(codes)).toEqual(new Set(['no refusal', 'reconciliation.recordNotOpen']));
  });

  it('cannot give money to a lease out of reach, nor to another lease’s bill', async () => {
    const recordId = await arrives({ content: '' });
    await match();
    expect(await codeOf(assign(recordId, 9))).toBe('reconciliation.leaseNotFound');
    const elsewhere = { ...accountant(), markets: [newId()] };
    expect(await codeOf(assign(recordId, 0, undefined, elsewhere))).toBe(
      'reconciliation.leaseNotFound',
    );
    expect(await codeOf(assign(recordId, 0, await market.billOf(1, '2026-10')))).toBe(
      'reconciliation.billNotOfLease',
    );
  });
});
