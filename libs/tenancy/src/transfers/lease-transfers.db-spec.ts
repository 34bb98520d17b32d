import { businessDate, type Id } from '@cho40/kernel';
import { MarketsModule } from '@cho40/markets';
import { newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { aLetMarket, insertLetMarket, type LetMarket } from '../../../../test/support/let-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { Leases } from '../leases/leases.service';
import { TenancyModule } from '../tenancy.module';
import { LeaseTransfers, type NewTransfer } from './lease-transfers.service';

const day = businessDate;
let world: TestWorld;
let transfers: LeaseTransfers;
let leases: Leases;
let at: LetMarket;
let leaseId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TenancyModule] });
  transfers = world.get(LeaseTransfers);
  leases = world.get(Leases);
});
afterAll(() => world.close());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => world.db.write(actor, work);

/** A stall leased for the year, in a market that transfers as said. */
async function leased(policy: 'forbidden' | 'by-procedure' | 'free'): Promise<void> {
  at = aLetMarket();
  await as(at.staff, (tx) => insertLetMarket(tx, at, policy));
  const [holder] = at.vendorIds;
  [leaseId = newId()] = await as(at.staff, (tx) =>
    leases.sign(tx, [
      {
        stallId: at.stallIds[0],
        vendorId: holder,
        validFrom: day('2026-01-01'),
        validTo: day('2026-12-31'),
        billingCycle: 'quarter',
      },
    ]),
  );
}

const aTransfer = (change: Partial<NewTransfer> = {}): NewTransfer => ({
  vendorId: at.vendorIds[1],
  from: day('2026-12-01'),
  reason: 'Chuyển cho con',
  documentNumber: '21/ĐN',
  documentOn: day('2026-11-20'),
  ...change,
});
const ask = (change: Partial<NewTransfer> = {}) =>
  as(at.staff, (tx) => transfers.ask(tx, leaseId, aTransfer(change)));
const decide = (id: Id, decision: 'approved' | 'refused', actor: Actor = at.head) =>
  as(actor, (tx) => transfers.decide(tx, id, { decision, reason: 'Đã xem hồ sơ' }));
const lease = (id: Id) => as(at.staff, (tx) => leases.get(tx, id));

describe('where a market forbids transfers', () => {
  it('a stall passes to nobody', async () => {
    await leased('forbidden');
    await expect(ask()).rejects.toMatchObject({
      code: 'tenancy.transferForbidden',
      facts: { market: 'Chợ Mèo Vạc' },
    });
  });
});

describe('where stalls pass freely', () => {
  it('one passes at once, its debt and its bills stay with the lease before', async () => {
    await leased('free');
    const wish = { id: newId(), documentNumber: null, documentOn: null };
    const done = await ask(wish);
    expect(done).toMatchObject({ state: 'done', policy: 'free', decidedBy: null });
    expect(await ask(wish)).toEqual(done);
    expect(await lease(leaseId)).toMatchObject({
      validTo: '2026-11-30',
      endedAs: 'transferred',
      agreedTo: '2026-12-31',
    });
    expect(await lease(done.newLeaseId ?? leaseId)).toMatchObject({
      vendorId: at.vendorIds[1],
      validFrom: '2026-12-01',
      validTo: '2026-12-31',
      billingCycle: 'quarter',
      transferredFrom: leaseId,
    });
    expect(await brokenInvariants(world, at.boardId)).toEqual([]);
  });
});

describe('where transfers need a procedure', () => {
  beforeEach(() => leased('by-procedure'));

  it('one needs its document, waits, and is approved by another person', async () => {
    await expect(ask({ documentNumber: null })).rejects.toMatchObject({
      code: 'tenancy.transferNeedsDocument',
    });
    const { id, state } = await ask();
    expect(state).toBe('waiting');
    expect(await lease(leaseId)).toMatchObject({ validTo: '2026-12-31', hasOpenTransfer: true });
    for (const alone of [at.staff, systemActor([at.boardId])])
      await expect(decide(id, 'approved', alone)).rejects.toMatchObject({
        code: 'tenancy.anotherPersonApproves',
      });
    const done = await decide(id, 'approved');
    expect(done).toMatchObject({ state: 'done', decidedBy: at.head.userId });
    expect(await decide(id, 'approved')).toEqual(done);
    await expect(decide(id, 'refused')).rejects.toMatchObject({ code: 'tenancy.transferDecided' });
    expect(await brokenInvariants(world, at.boardId)).toEqual([]);
  });

  it('approved by its maker is refused by the database itself', async () => {
    const { id } = await ask();
    const alone = as(at.staff, (tx) =>
      tx.sql(
        `update tenancy.lease_transfer
            set decision = 'refused', decided_by = created_by, decided_at = now()
          where id = $1`,
        [id],
      ),
    );
    await expect(alone).rejects.toThrow(/transfer_needs_two_people/);
  });

  it('refused, all stays as it was and another may be asked for', async () => {
    const { id } = await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'tenancy.transferWaits' });
    expect(await decide(id, 'refused')).toMatchObject({ state: 'refused', newLeaseId: null });
    expect(await lease(leaseId)).toMatchObject({ validTo: '2026-12-31', endedAs: null });
    expect(await ask()).toMatchObject({ state: 'waiting' });
  });

  it('two who approve at once pass it on once', async () => {
    const { id } = await ask();
    await Promise.all([decide(id, 'approved'), decide(id, 'approved')]);
    const all = await as(at.staff, (tx) => leases.list(tx, { limit: 50 }));
    expect(all.total).toBe(2);
  });

  it.each<[string, () => Partial<NewTransfer>, string]>([
    ['to its own holder', () => ({ vendorId: at.vendorIds[0] }), 'tenancy.transferToHolder'],
    ['from its first day on', () => ({ from: day('2026-01-01') }), 'tenancy.leaseDayOutside'],
    ['after its last day', () => ({ from: day('2027-01-01') }), 'tenancy.leaseDayOutside'],
    ['to whom the board does not know', () => ({ vendorId: newId() }), 'tenancy.vendorMissing'],
  ])('a stall does not pass %s', async (_how, change, code) => {
    await expect(ask(change())).rejects.toMatchObject({ code });
  });
});

describe('verify finds', () => {
  const broken = async (...statements: string[]) => {
    await world.corrupt(at.boardId, statements);
    return brokenInvariants(world, at.boardId);
  };

  it('a stall that passed on without its transfer, or to another than it names', async () => {
    await leased('free');
    await ask();
    const names = await broken(
      `update tenancy.lease_transfer set vendor_id = '${at.vendorIds[0]}'`,
    );
    expect(names).toEqual(['tenancy.transfersPassTheStall']);
  });

  it('a transfer that one person made and approved', async () => {
    await leased('by-procedure');
    const { id } = await ask();
    await decide(id, 'approved');
    const names = await broken(
      'alter table tenancy.lease_transfer drop constraint transfer_needs_two_people',
      'update tenancy.lease_transfer set decided_by = created_by',
    );
    expect(names).toEqual(['tenancy.transfersByProcedureHaveTwoPeople']);
  });

  it('an end that did not cut its lease', async () => {
    await leased('free');
    await as(at.staff, (tx) =>
      tx.sql(
        `insert into tenancy.lease_end (board_id, lease_id, kind, last_day, agreed_to, reason)
         values ($1, $2, 'terminated', '2026-06-30', '2026-12-31', 'Trả điểm')`,
        [at.boardId, leaseId],
      ),
    );
    expect(await brokenInvariants(world, at.boardId)).toEqual(['tenancy.endsCutTheirLease']);
  });

  it('a renewal that is not the holder’s', async () => {
    await leased('free');
    await as(at.staff, (tx) =>
      leases.sign(tx, [
        {
          stallId: at.stallIds[0],
          vendorId: at.vendorIds[1],
          validFrom: day('2027-01-01'),
          renewedFrom: leaseId,
        },
      ]),
    );
    expect(await brokenInvariants(world, at.boardId)).toEqual(['tenancy.renewalsFollow']);
  });

  it('a suspension outside its lease', async () => {
    await leased('free');
    await as(at.staff, (tx) =>
      tx.sql(
        `insert into tenancy.lease_suspension (board_id, id, lease_id, from_on, to_on, reason)
         values ($1, $2, $2, '2026-12-20', '2027-01-10', 'Sửa chợ')`,
        [at.boardId, leaseId],
      ),
    );
    expect(await brokenInvariants(world, at.boardId)).toEqual([
      'tenancy.suspensionsLieInTheirLease',
    ]);
  });
});
