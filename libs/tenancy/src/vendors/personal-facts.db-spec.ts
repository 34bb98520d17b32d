import { addDays, businessDate, type Id } from '@cho40/kernel';
import { MarketsModule } from '@cho40/markets';
import { newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { aLetMarket, insertLetMarket, type LetMarket } from '../../../../test/support/let-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import type { NewCertificate } from '../certificates/certificate.entity';
import { Certificates } from '../certificates/certificates.service';
import { Leases } from '../leases/leases.service';
import { TenancyModule } from '../tenancy.module';
import { PersonalViews } from './personal-views.service';
import type { NewVendor } from './vendor.entity';
import { Vendors } from './vendors.service';

const today = businessDate('2026-11-23');
let world: TestWorld;
let vendors: Vendors;
let certificates: Certificates;
let at: LetMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TenancyModule] });
  vendors = world.get(Vendors);
  certificates = world.get(Certificates);
});
afterAll(() => world.close());
beforeEach(async () => {
  at = aLetMarket();
  await write((tx) => insertLetMarket(tx, at));
});

const write = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = at.staff) =>
  world.db.write(actor, work);

async function aVendor(change: Partial<NewVendor> = {}): Promise<Id> {
  const vendor = { boardId: at.boardId, name: 'Hộ Sùng Mí Sò', ...change };
  const [id = newId()] = await write((tx) => vendors.create(tx, [vendor]));
  return id;
}
const whole = {
  kind: 'household' as const,
  representedBy: 'Sùng Mí Sò',
  phone: '0912 345 678',
  idNumber: '002185004321',
  taxCode: '0101234567-001',
  address: 'Thôn Tủng Vài, xã Đồng Văn',
};

describe('who a vendor is', () => {
  it('lies sealed, is shown masked, and opened only with a trace of who looked', async () => {
    const id = await aVendor(whole);
    expect(await write((tx) => vendors.get(tx, id))).toMatchObject({
      kind: 'household',
      representedBy: 'Sùng Mí Sò',
      phoneLast4: '5678',
      idNumberLast4: '4321',
      taxCodeLast4: '7001',
      hasAddress: true,
    });
    const [row] = await write((tx) =>
      tx.sql<{ text: string }>('select v::text as text from tenancy.vendor v where id = $1', [id]),
    );
    for (const text of ['0912345678', '002185004321', '0101234567-001', 'Tủng Vài'])
      for (const open of [text, Buffer.from(text).toString('hex')])
        expect(row?.text).not.toContain(open);
    expect(await write((tx) => world.get(PersonalViews).open(tx, id, 'screen'))).toEqual({
      phone: '0912345678',
      idNumber: '002185004321',
      taxCode: '0101234567-001',
      address: 'Thôn Tủng Vài, xã Đồng Văn',
    });
    const seen = await write((tx) =>
      tx.sql(
        `select actor_id as "by", after from platform.audit
          where act = 'tenancy.viewPersonal' and subject = $1`,
        [`vendor:${id}`],
      ),
    );
    expect(seen).toEqual([{ by: at.staff.userId, after: { purpose: 'screen' } }]);
    expect(await brokenInvariants(world, at.boardId)).toEqual([]);
  });

  it('is found by a whole number or its end, never by a part in the middle', async () => {
    await aVendor(whole);
    const found = async (q: string) =>
      (await write((tx) => vendors.list(tx, { q, limit: 50 }))).total;
    for (const q of ['0912345678', '+84 912 345 678', '5678', '002185004321', '4321', '7001'])
      expect([q, await found(q)]).toEqual([q, 1]);
    for (const q of ['0912345679', '12345', '2185']) expect([q, await found(q)]).toEqual([q, 0]);
  });

  it('stands once in a board’s list, and once more with their business', async () => {
    await aVendor(whole);
    await expect(aVendor(whole)).rejects.toMatchObject({ code: 'tenancy.vendorKnown', facts: {} });
    await aVendor({ ...whole, kind: 'person' });
  });

  it('keeps what is not given and forgets what is null', async () => {
    const id = await aVendor(whole);
    await write((tx) => vendors.change(tx, id, { idNumber: null, name: 'Hộ Sùng' }));
    expect(await write((tx) => vendors.get(tx, id))).toMatchObject({
      name: 'Hộ Sùng',
      idNumberLast4: null,
      phoneLast4: '5678',
    });
    const wrong = write((tx) => vendors.change(tx, id, { taxCode: '12' }));
    await expect(wrong).rejects.toMatchObject({ code: 'tenancy.taxCodeInvalid', facts: {} });
  });
});

describe('a certificate', () => {
  const enter = (change: Partial<NewCertificate> = {}) =>
    write(async (tx) => {
      const [id = newId()] = await certificates.enter(tx, [
        {
          vendorId: at.vendorIds[0],
          kind: 'food-safety',
          number: '12/ATTP',
          issuer: 'Sở Công Thương',
          issuedOn: businessDate('2023-11-01'),
          ...change,
        },
      ]);
      return id;
    });
  const states = async () =>
    (await write((tx) => certificates.list(tx, { limit: 50 }))).items.map(
      ({ number, state }) => `${number} ${state}`,
    );

  it('is valid, expires soon, is expired or has no end, what expires first in front', async () => {
    await enter({ number: 'D', kind: 'business-registration' });
    await enter({ number: 'C', kind: 'health', expiresOn: addDays(today, 31) });
    await enter({ number: 'B', kind: 'fire-training', expiresOn: addDays(today, 30) });
    await enter({ number: 'A', expiresOn: addDays(today, -1) });
    expect(await states()).toEqual(['A expired', 'B soon', 'C valid', 'D valid']);
  });

  it('is replaced by a newer one of its kind, unless that one is withdrawn', async () => {
    await enter({ number: 'old', expiresOn: addDays(today, 5) });
    const id = await enter({
      number: 'new',
      issuedOn: businessDate('2026-11-01'),
      expiresOn: addDays(today, 900),
    });
    expect(await states()).toEqual(['old replaced', 'new valid']);
    await write((tx) => certificates.change(tx, id, { withdrawnOn: today }));
    expect(await states()).toEqual(['old soon', 'new withdrawn']);
  });

  it('ends after it was issued, and another kind says what it is', async () => {
    const reversed = enter({ expiresOn: businessDate('2023-10-31') });
    await expect(reversed).rejects.toMatchObject({ code: 'tenancy.certificateDaysReversed' });
    await expect(enter({ kind: 'other' })).rejects.toMatchObject({
      code: 'tenancy.certificateTitleMissing',
    });
  });

  it('is listed where its vendor sells, and hidden from whoever sees another market', async () => {
    const [vendorId] = at.vendorIds;
    await enter();
    const sell = { stallId: at.stallIds[0], vendorId, validFrom: businessDate('2026-01-01') };
    const here = () => write((tx) => certificates.list(tx, { marketId: at.marketId, limit: 50 }));
    expect(await here()).toMatchObject({ total: 0 });
    await write((tx) => world.get(Leases).sign(tx, [sell]));
    expect(await here()).toMatchObject({ total: 1 });
    const elsewhere = { ...systemActor([at.boardId]), markets: [newId()] };
    expect(await write((tx) => certificates.list(tx, { limit: 50 }), elsewhere)).toMatchObject({
      total: 0,
    });
  });
});
