import { addDays, businessDate, vnd, type BusinessDate, type Id } from '@cho40/kernel';
import { MarketsModule } from '@cho40/markets';
import { newId, type Tx } from '@cho40/platform';
import { aLetMarket, insertLetMarket, type LetMarket } from '../../../../test/support/let-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { leaseStateOn } from '../domain/lease-state';
import type { NewLease } from '../domain/lease-terms';
import { TenancyModule } from '../tenancy.module';
import type { NewSuspension } from './suspensions.queries';
import { LeaseCourse } from './lease-course.service';
import { Leases } from './leases.service';

const day = businessDate;
const today = day('2026-11-23');
const reason = 'Hai bên thỏa thuận';
let world: TestWorld;
let course: LeaseCourse;
let leases: Leases;
let at: LetMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TenancyModule] });
  course = world.get(LeaseCourse);
  leases = world.get(Leases);
});
afterAll(() => world.close());
beforeEach(async () => {
  at = aLetMarket();
  await write((tx) => insertLetMarket(tx, at));
});

const write = <T>(work: (tx: Tx) => Promise<T>) => world.db.write(at.staff, work);

async function sign(change: Partial<NewLease> = {}): Promise<Id> {
  const [id = newId()] = await write((tx) =>
    leases.sign(tx, [
      {
        stallId: at.stallIds[0],
        vendorId: at.vendorIds[0],
        validFrom: day('2026-01-01'),
        validTo: day('2026-12-31'),
        ...change,
      },
    ]),
  );
  return id;
}
const get = (id: Id) => write((tx) => leases.get(tx, id));
const suspend = (id: Id, change: Partial<NewSuspension> = {}) =>
  write((tx) => course.suspend(tx, id, { from: day('2026-11-10'), to: null, reason, ...change }));
const terminate = (id: Id, on: BusinessDate) =>
  write((tx) => course.terminate(tx, id, { on, reason }));
/** The days that billing leaves out. */
const unbilled = (id: Id) =>
  write((tx) =>
    tx.sql<{ from: string; to: string | null }>(
      `select from_on as from, to_on as to from tenancy.v_lease_suspension
        where lease_id = $1 order by from_on`,
      [id],
    ),
  );

describe('the terms of a lease', () => {
  it('may name another who works the stall and another who pays', async () => {
    const [holder, other] = at.vendorIds;
    const id = await sign({ operatorId: other, payerId: holder, dueDay: 5, graceDays: 3 });
    expect(await get(id)).toMatchObject({ operatorId: other, payerId: null, dueDay: 5 });
    const [row] = await write((tx) =>
      tx.sql(
        `select holder_id, operator_id, payer_id, due_day, grace_days, billing_cycle
           from tenancy.v_lease where lease_id = $1`,
        [id],
      ),
    );
    expect(row).toEqual({
      holder_id: holder,
      operator_id: other,
      payer_id: holder,
      due_day: 5,
      grace_days: 3,
      billing_cycle: 'month',
    });
  });

  it('say how the stall was given, or nothing of it', async () => {
    await expect(sign({ awardNumber: '12/QĐ-BQL' })).rejects.toMatchObject({
      code: 'tenancy.awardMissing',
    });
    const id = await sign({ award: 'auction', awardNumber: '12/QĐ-BQL', awardOn: today });
    expect(await get(id)).toMatchObject({ award: 'auction', awardNumber: '12/QĐ-BQL' });
  });

  it('need an end where the whole term is paid in one sum', async () => {
    const endless = sign({ billingCycle: 'lump-sum', validTo: null });
    await expect(endless).rejects.toMatchObject({ code: 'tenancy.lumpSumNeedsEnd' });
  });

  it('are corrected while it stands, what is not given stays', async () => {
    const id = await sign({ priceClass: 'Nhóm 1', payerId: at.vendorIds[1] });
    const amended = await write((tx) =>
      leases.amend(tx, id, { payerId: at.vendorIds[0], depositAgreed: vnd(2_000_000) }),
    );
    expect(amended).toMatchObject({
      payerId: null,
      priceClass: 'Nhóm 1',
      depositAgreed: 2_000_000,
    });
    const stranger = write((tx) => leases.amend(tx, id, { operatorId: newId() }));
    await expect(stranger).rejects.toMatchObject({ code: 'tenancy.vendorMissing' });
  });
});

describe('a renewal', () => {
  it('is a lease of its own that goes on from the day after', async () => {
    const id = await sign({ billingCycle: 'quarter', depositAgreed: vnd(1_500_000) });
    const wish = { id: newId(), validTo: day('2027-12-31') };
    const renewed = await write((tx) => course.renew(tx, id, wish));
    expect(renewed).toMatchObject({
      id: wish.id,
      state: 'coming',
      renewedFrom: id,
      validFrom: '2027-01-01',
      billingCycle: 'quarter',
      depositAgreed: 1_500_000,
    });
    expect(await write((tx) => course.renew(tx, id, wish))).toEqual(renewed);
    expect(await get(id)).toMatchObject({ renewedBy: wish.id, state: 'running' });
    const again = write((tx) => course.renew(tx, id, { validTo: day('2028-12-31') }));
    await expect(again).rejects.toMatchObject({ code: 'tenancy.leaseRenewedAlready' });
    const { line } = await write((tx) => course.history(tx, id));
    expect(line.map(({ id: one, cameBy }) => [one, cameBy])).toEqual([
      [id, 'first'],
      [wish.id, 'renewal'],
    ]);
    expect(await brokenInvariants(world, at.boardId)).toEqual([]);
  });

  it('asked for twice at once is made once', async () => {
    const id = await sign();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => write((tx) => course.renew(tx, id, {}))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('never meets whoever signed for the days after', async () => {
    const id = await sign();
    await sign({ vendorId: at.vendorIds[1], validFrom: day('2027-01-01'), validTo: null });
    const late = write((tx) => course.renew(tx, id, {}));
    await expect(late).rejects.toMatchObject({ code: 'tenancy.leaseOverlaps' });
  });
});

describe('a suspension', () => {
  it('leaves its days unbilled until the stall is resumed', async () => {
    const id = await sign();
    expect(await suspend(id)).toMatchObject({ state: 'suspended' });
    expect(await unbilled(id)).toEqual([{ from: '2026-11-10', to: null }]);
    const resumed = await write((tx) => course.resume(tx, id, day('2026-12-01')));
    expect(resumed).toMatchObject({ state: 'suspended' });
    expect(await unbilled(id)).toEqual([{ from: '2026-11-10', to: '2026-11-30' }]);
  });

  it('that is lifted on its first day never was', async () => {
    const id = await sign();
    await suspend(id, { from: today });
    expect(await write((tx) => course.resume(tx, id, today))).toMatchObject({ state: 'running' });
    expect(await unbilled(id)).toEqual([]);
  });

  it('lies within the lease and beside no other, and is entered once', async () => {
    const id = await sign();
    const once = { id: newId(), from: day('2026-03-01'), to: day('2026-03-31') };
    await suspend(id, once);
    await suspend(id, once);
    expect(await unbilled(id)).toHaveLength(1);
    const overlapping = suspend(id, { from: day('2026-03-31') });
    await expect(overlapping).rejects.toMatchObject({ code: 'tenancy.suspensionOverlaps' });
    const outside = suspend(id, { from: day('2026-12-20'), to: day('2027-01-10') });
    await expect(outside).rejects.toMatchObject({ code: 'tenancy.leaseDayOutside' });
  });
});

describe('a termination', () => {
  it('keeps its reason and the day that was agreed, and cuts what was suspended after', async () => {
    const id = await sign();
    await suspend(id);
    const ended = await terminate(id, day('2026-11-30'));
    expect(ended).toMatchObject({
      validTo: '2026-11-30',
      agreedTo: '2026-12-31',
      endedAs: 'terminated',
      endedReason: reason,
      acts: ['amend', 'resume'],
    });
    expect(await unbilled(id)).toEqual([{ from: '2026-11-10', to: '2026-11-30' }]);
    expect(await terminate(id, day('2026-11-30'))).toEqual(ended);
    await expect(terminate(id, day('2026-11-25'))).rejects.toMatchObject({
      code: 'tenancy.leaseEndedAlready',
    });
    expect(await brokenInvariants(world, at.boardId)).toEqual([]);
  });

  it('before the first day leaves one day that nobody is billed for', async () => {
    const first = addDays(today, 10);
    const id = await sign({ validFrom: first, validTo: null });
    await terminate(id, first);
    expect(await unbilled(id)).toEqual([{ from: first, to: first }]);
    await sign({ vendorId: at.vendorIds[1], validFrom: addDays(first, 1), validTo: null });
  });

  it('never comes after the agreed day', async () => {
    const id = await sign();
    await expect(terminate(id, day('2027-01-01'))).rejects.toMatchObject({
      code: 'tenancy.leaseDayOutside',
    });
  });
});

describe('the list of leases', () => {
  it('tells those that end soon, stand still, or are billed by quarter', async () => {
    const [first, second, third] = at.stallIds;
    await sign({ stallId: first, validTo: day('2026-12-05') });
    const still = await sign({ stallId: second, validTo: null, billingCycle: 'quarter' });
    await sign({ stallId: third, validTo: day('2026-10-31'), payerId: at.vendorIds[1] });
    await suspend(still);
    const found = (filter: object) =>
      write((tx) => leases.list(tx, { limit: 50, ...filter })).then(({ items }) =>
        items.map(({ stallCode }) => stallCode),
      );
    expect(await found({ endsBy: day('2026-12-31') })).toEqual(['A-1']);
    expect(await found({ state: 'suspended' })).toEqual(['A-2']);
    expect(await found({ state: 'expired' })).toEqual(['A-3']);
    expect(await found({ billingCycle: 'quarter' })).toEqual(['A-2']);
    expect(await found({ vendorId: at.vendorIds[1] })).toEqual(['A-3']);
    expect(await found({ zoneId: at.marketId, marketId: at.marketId })).toHaveLength(3);
    expect(await found({ zoneId: newId(), marketId: at.marketId })).toEqual([]);
    expect(await found({ sort: '-validTo' })).toEqual(['A-1', 'A-3', 'A-2']);
  });

  it('says of a lease what the rules say, in every state', async () => {
    const days = [null, addDays(today, -1), today, addDays(today, 1)];
    const cases = [addDays(today, -9), today, addDays(today, 1)].flatMap((validFrom) =>
      days.flatMap((validTo) =>
        ([null, 'terminated', 'transferred'] as const).flatMap((endedAs) =>
          [true, false].flatMap((isRenewed) =>
            [true, false].map((isSuspended) => {
              return { validFrom, validTo, endedAs, isRenewed, isSuspended };
            }),
          ),
        ),
      ),
    );
    const rows = await write((tx) =>
      tx.sql<{ state: string }>(
        `select tenancy.lease_state(c."validFrom", c."validTo", c."endedAs", c."isRenewed",
                                    c."isSuspended", $2) as state
           from rows from (jsonb_to_recordset($1::jsonb) as ("validFrom" date,
             "validTo" date, "endedAs" text, "isRenewed" boolean, "isSuspended" boolean)) with ordinality as c ("validFrom", "validTo", "endedAs", "isRenewed", "isSuspended", n)
          order by n`,
        [JSON.stringify(cases), today],
      ),
    );
    expect(rows.map(({ state }) => state)).toEqual(cases.map((one) => leaseStateOn(one, today)));
    expect(new Set(rows.map(({ state }) => state)).size).toBe(7);
  });
});
