import { businessDate, type Id } from '@cho40/kernel';
import { AdminUnits, Boards, Markets, MarketsModule, Stalls, Zones } from '@cho40/markets';
import { newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import type { NewLease } from './domain/lease-terms';
import { leaseOfStallOn } from './leases/leases.queries';
import { LeaseCourse } from './leases/lease-course.service';
import { Leases } from './leases/leases.service';
import { TenancyModule } from './tenancy.module';
import { Vendors } from './vendors/vendors.service';

const day = businessDate;
let world: TestWorld;
let vendors: Vendors;
let leases: Leases;
let course: LeaseCourse;
let boardId: Id;
let marketId: Id;
let code: string;
let stallIds: Id[];
let vendorId: Id;
let made = 0;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TenancyModule] });
  vendors = world.get(Vendors);
  leases = world.get(Leases);
  course = world.get(LeaseCourse);
  await world.db.write(systemActor([]), (tx) => world.get(AdminUnits).load(tx));
});
afterAll(() => world.close());

const write = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = systemActor([boardId])) =>
  world.db.write(actor, work);

/** A board with one market of three stalls and one vendor. */
beforeEach(async () => {
  boardId = newId();
  made += 1;
  code = `CHO${made}`;
  await write(async (tx) => {
    await world.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ Mèo Vạc' });
    ({ id: marketId } = await world.get(Markets).create(tx, {
      boardId,
      code,
      name: 'Chợ Mèo Vạc',
      declaredClass: 2,
      construction: 'solid',
      meets: 'daily',
      openedOn: day('2010-01-01'),
    }));
    const [zoneId = newId()] = await world
      .get(Zones)
      .create(tx, marketId, [{ code: 'A', name: 'Dãy A' }]);
    stallIds = await world.get(Stalls).create(
      tx,
      marketId,
      ['A-01', 'A-02', 'A-03'].map((one) => ({ zoneId, code: one, areaM2: 4, goodsGroup: 'Rau' })),
    );
    [vendorId = newId()] = await vendors.create(tx, [{ boardId, name: 'Vàng Thị Mỷ' }]);
  });
});

const stall = (at: number) => stallIds[at] ?? newId();
const aLease = (change: Partial<NewLease> = {}): NewLease => ({
  stallId: stall(0),
  vendorId,
  validFrom: day('2026-01-01'),
  ...change,
});
const sign = (...signed: NewLease[]) => write((tx) => leases.sign(tx, signed));
const get = (id: Id) => write((tx) => leases.get(tx, id));

describe('a vendor', () => {
  it('is shown with the last four digits of a phone that lies sealed', async () => {
    const [id = newId()] = await write((tx) =>
      vendors.create(tx, [{ boardId, name: 'Sùng Mí Sò', phone: '+84 912 345 678' }]),
    );
    expect(await write((tx) => vendors.get(tx, id))).toEqual({
      id,
      boardId,
      kind: 'person',
      name: 'Sùng Mí Sò',
      representedBy: null,
      representedAs: null,
      phoneLast4: '5678',
      idNumberLast4: null,
      taxCodeLast4: null,
      hasAddress: false,
      stallCount: 0,
    });
    const [row] = await write((tx) =>
      tx.sql<{ text: string }>('select v::text as text from tenancy.vendor v where id = $1', [id]),
    );
    expect(row?.text).not.toContain('912345678');
    expect(row?.text).not.toContain(Buffer.from('0912345678').toString('hex'));
  });

  it('whose phone number cannot be one is refused, the number unrepeated', async () => {
    const enter = write((tx) => vendors.create(tx, [{ boardId, name: 'Ai đó', phone: '12' }]));
    await expect(enter).rejects.toMatchObject({ code: 'tenancy.phoneInvalid', facts: {} });
  });

  it('leaves no name in the audit', async () => {
    const rows = await write((tx) =>
      tx.sql<{ text: string }>(`select a::text as text from platform.audit a
                                 where act = 'tenancy.createVendors'`),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain('Vàng');
  });

  it('is found without marks or by the last four digits, and forgets a number', async () => {
    const [id = newId()] = await write((tx) =>
      vendors.create(tx, [{ boardId, name: 'Giàng Thị Dợ', phone: '0987654321' }]),
    );
    const find = (q: string) =>
      write((tx) => vendors.list(tx, { q, limit: 50 })).then((page) => page.total);
    expect(await find('giang thi do')).toBe(1);
    expect(await find('4321')).toBe(1);
    await write((tx) => vendors.change(tx, id, { phone: null }));
    expect(await find('4321')).toBe(0);
  });
});

describe('a lease', () => {
  it('gets the next number of its market, whoever signs', async () => {
    const [first = newId()] = await sign(aLease());
    const rest = await sign(aLease({ stallId: stall(1) }), aLease({ stallId: stall(2) }));
    const numbers = await Promise.all([first, ...rest].map((id) => get(id)));
    expect(numbers.map((lease) => lease.number)).toEqual([
      `HD-${code}-0001`,
      `HD-${code}-0002`,
      `HD-${code}-0003`,
    ]);
  });

  it('signed by three at once still has a number of its own', async () => {
    await Promise.all(stallIds.map((stallId) => sign(aLease({ stallId }))));
    const all = await write((tx) => leases.list(tx, { limit: 50 }));
    expect(new Set(all.items.map((lease) => lease.number)).size).toBe(3);
  });

  it('is refused where another runs, naming the stall and the other’s days', async () => {
    await sign(aLease({ validFrom: day('2026-01-01'), validTo: day('2026-06-30') }));
    const again = sign(
      aLease({ stallId: stall(1) }),
      aLease({ validFrom: day('2026-06-30'), validTo: day('2026-12-31') }),
    );
    await expect(again).rejects.toMatchObject({
      code: 'tenancy.leaseOverlaps',
      facts: {
        stallCode: 'A-01',
        number: `HD-${code}-0001`,
        from: '2026-01-01',
        to: '2026-06-30',
      },
    });
    expect(await write((tx) => leases.list(tx, { limit: 50 }))).toMatchObject({ total: 1 });
    await sign(aLease({ validFrom: day('2026-07-01') }));
  });

  it('is refused beside another in the same go, and when ten sign at once one does', async () => {
    await expect(sign(aLease(), aLease())).rejects.toMatchObject({
      code: 'tenancy.leaseOverlaps',
    });
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => sign(aLease())));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await brokenInvariants(world, boardId)).toEqual([]);
  });

  it('is signed once, however often the request comes', async () => {
    const lease = aLease({ id: newId() });
    const [first, second] = [await sign(lease), await sign(lease)];
    expect(second).toEqual(first);
    expect(await write((tx) => leases.list(tx, { limit: 50 }))).toMatchObject({ total: 1 });
  });

  it('does not take a number that stands on another', async () => {
    await sign(aLease({ number: 'HD-01/2026' }));
    await expect(sign(aLease({ stallId: stall(1), number: 'HD-01/2026' }))).rejects.toMatchObject({
      code: 'tenancy.leaseNumberTaken',
    });
  });

  it('needs a stall within reach and a vendor of the same board', async () => {
    await expect(sign(aLease({ vendorId: newId() }))).rejects.toMatchObject({
      code: 'tenancy.vendorMissing',
    });
    const elsewhere = { ...systemActor([boardId]), markets: [newId()] };
    await expect(write((tx) => leases.sign(tx, [aLease()]), elsewhere)).rejects.toMatchObject({
      code: 'tenancy.stallMissing',
    });
    await expect(sign(aLease({ validTo: day('2025-12-31') }))).rejects.toMatchObject({
      code: 'tenancy.leaseDaysReversed',
    });
  });

  it('ends early, and the stall is free on the day after', async () => {
    const [id = newId()] = await sign(aLease());
    await write((tx) => course.terminate(tx, id, { on: day('2026-03-15'), reason: 'Trả điểm' }));
    const on = (text: string) => write((tx) => leaseOfStallOn(tx, stall(0), day(text)));
    expect(await on('2026-03-15')).toMatchObject({ id, vendorName: 'Vàng Thị Mỷ' });
    expect(await on('2026-03-16')).toBeNull();
    await expect(
      write((tx) => course.terminate(tx, id, { on: day('2026-04-01'), reason: 'Trả điểm' })),
    ).rejects.toMatchObject({
      code: 'tenancy.leaseEndedAlready',
    });
  });

  it('is counted in its market on the days it runs, and hidden beyond one’s right', async () => {
    await sign(aLease({ validTo: day('2026-03-31') }), aLease({ stallId: stall(1) }));
    const leased = (on: string, actor?: Actor) =>
      write((tx) => leases.leasedPerMarket(tx, day(on)), actor);
    expect(await leased('2026-03-31')).toEqual([{ marketId, leasedCount: 2 }]);
    expect(await leased('2026-04-01')).toEqual([{ marketId, leasedCount: 1 }]);
    const elsewhere = { ...systemActor([boardId]), markets: [newId()] };
    expect(await leased('2026-04-01', elsewhere)).toEqual([]);
    expect(await write((tx) => leases.list(tx, { limit: 50 }), elsewhere)).toMatchObject({
      total: 0,
    });
    expect(await write((tx) => vendors.list(tx, { limit: 50 }), elsewhere)).toMatchObject({
      total: 0,
    });
  });
});

describe('verify finds', () => {
  async function broken(...statements: string[]) {
    await world.corrupt(boardId, statements);
    return brokenInvariants(world, boardId);
  }

  it('two leases of a stall on one day', async () => {
    await sign(aLease(), aLease({ stallId: stall(1) }));
    const names = await broken(
      'alter table tenancy.lease drop constraint lease_no_overlap',
      `update tenancy.lease set stall_id = '${stall(0)}'`,
    );
    expect(names).toEqual(['tenancy.oneLeasePerStallAndDay']);
  });

  it('a lease on a stall of another market', async () => {
    await sign(aLease());
    const names = await broken(
      'alter table tenancy.lease disable trigger user',
      'alter table tenancy.lease drop constraint lease_board_id_market_id_stall_id_fkey',
      `update tenancy.lease set market_id = '${newId()}'`,
    );
    expect(names).toEqual(['tenancy.leaseIsInItsStallsMarket']);
  });

  it('a lease of a vendor whom the board does not know', async () => {
    await sign(aLease());
    const names = await broken(
      'alter table tenancy.lease drop constraint lease_board_id_vendor_id_fkey',
      `update tenancy.lease set vendor_id = '${newId()}'`,
    );
    expect(names).toEqual(['tenancy.vendorIsOfTheBoard']);
  });

  it('a phone number that lies open', async () => {
    const names = await broken(
      `update tenancy.vendor set phone_sealed = '0912345678', phone_last4 = '5678'`,
    );
    expect(names).toEqual(['tenancy.personalFactsAreSealed']);
  });
});
