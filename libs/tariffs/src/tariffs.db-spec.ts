import { businessDate, type Id } from '@cho40/kernel';
import { AdminUnits, Boards, Markets, MarketsModule } from '@cho40/markets';
import { brokenConstraint, newId, systemActor, type Actor, type Tx } from '@cho40/platform';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { Decisions } from './decisions/decisions.service';
import { TariffsModule } from './tariffs.module';
import type { NewDecisionPrice } from './decisions/decision.entity';
import type { NewTariff } from './tariffs/tariff.entity';
import { Tariffs } from './tariffs/tariffs.service';

const day = businessDate;
let world: TestWorld;
let decisions: Decisions;
let tariffs: Tariffs;
let boardId: Id;
let marketId: Id;
let decisionId: Id;
let staff: Actor;
let head: Actor;
let made = 0;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule, TariffsModule] });
  decisions = world.get(Decisions);
  tariffs = world.get(Tariffs);
  await world.db.write(systemActor([]), (tx) => world.get(AdminUnits).load(tx));
});
afterAll(() => world.close());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => world.db.write(actor, work);

/** A board's market, a decision in force since 2025, and two people. */
beforeEach(async () => {
  boardId = newId();
  made += 1;
  staff = { ...systemActor([boardId]), userId: newId(), displayName: 'Nhân viên' };
  head = { ...systemActor([boardId]), userId: newId(), displayName: 'Trưởng ban' };
  await as(staff, async (tx) => {
    await world.get(Boards).create(tx, { id: boardId, name: 'Ban quản lý chợ Yên Minh' });
    ({ id: marketId } = await world.get(Markets).create(tx, {
      boardId,
      code: `CHO${made}`,
      name: 'Chợ Yên Minh',
      declaredClass: 2,
      construction: 'solid',
      meets: 'daily',
      openedOn: day('2010-01-01'),
    }));
    ({ id: decisionId } = await decisions.record(tx, aDecision()));
  });
});

const aDecision = (change: object = {}) => ({
  provinceId: 'P08',
  number: `${made}/2025/QĐ-UBND`,
  issuer: 'UBND tỉnh Tuyên Quang',
  title: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
  issuedOn: day('2025-01-02'),
  effectiveFrom: day('2025-01-15'),
  prices: [aLine(), aLine({ description: 'Điểm ở góc', price: 45_000, isCorner: true })],
  ...change,
});
const aLine = (change: Partial<NewDecisionPrice> = {}): NewDecisionPrice => ({
  description: 'Điểm kinh doanh',
  feeType: 'space',
  unit: 'm2-month',
  price: 60_000,
  ...change,
});
const aTariff = (change: Partial<NewTariff> = {}): NewTariff => ({
  decisionId,
  decisionLine: 1,
  price: 40_000,
  validFrom: day('2025-05-01'),
  ...change,
});
const draft = (change: Partial<NewTariff> = {}) =>
  as(staff, (tx) => tariffs.draft(tx, marketId, aTariff(change)));
const approve = (id: Id, actor = head) => as(actor, (tx) => tariffs.approve(tx, id));
const inForce = () =>
  as(staff, (tx) => tx.sql<{ price: number }>('select price from tariffs.v_tariff'));

describe('a price', () => {
  it('is nobody’s charge until another person has approved it', async () => {
    const { id, state } = await draft();
    expect(state).toBe('draft');
    expect(await inForce()).toEqual([]);
    await expect(approve(id, staff)).rejects.toMatchObject({
      code: 'tariffs.anotherPersonApproves',
    });
    expect(await approve(id)).toMatchObject({ state: 'approved', approvedBy: head.userId });
    expect(await inForce()).toEqual([{ price: 40_000 }]);
  });

  it('approved by its maker is refused by the database itself', async () => {
    const { id } = await draft();
    const alone = as(staff, (tx) =>
      tx.sql(
        `update tariffs.tariff set approved_by = created_by, approved_at = now() where id = $1`,
        [id],
      ),
    );
    expect(await alone.catch(brokenConstraint)).toBe('tariff_needs_two_people');
  });

  it('ends on the day before the next one begins', async () => {
    await approve((await draft()).id);
    await approve((await draft({ price: 45_000, validFrom: day('2026-10-11') })).id);
    const listed = await as(staff, (tx) => tariffs.list(tx, marketId));
    expect(listed.map((one) => [one.price, one.validFrom, one.validTo])).toEqual([
      [45_000, '2026-10-11', null],
      [40_000, '2025-05-01', '2026-10-10'],
    ]);
    expect(await brokenInvariants(world, boardId)).toEqual([]);
  });

  it('is not approved before one that stands already from a later day', async () => {
    await approve((await draft({ validFrom: day('2026-10-11') })).id);
    const early = await draft({ validFrom: day('2026-01-01') });
    await expect(approve(early.id)).rejects.toMatchObject({
      code: 'tariffs.tariffLaterStands',
      facts: { from: '2026-10-11', feeType: 'space' },
    });
  });

  it('of two approved at once for the same day stands once', async () => {
    const ids = [(await draft()).id, (await draft({ price: 50_000 })).id];
    const tries = await Promise.allSettled(ids.map((id) => approve(id)));
    expect(tries.map((one) => one.status).sort((a, b) => a.localeCompare(b))).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await inForce()).toHaveLength(1);
  });

  it('is drafted and approved once, however often the requests come', async () => {
    const id = newId();
    await draft({ id });
    await draft({ id });
    await approve(id);
    await approve(id);
    expect(await as(staff, (tx) => tariffs.list(tx, marketId))).toHaveLength(1);
    const acts = await as(staff, (tx) =>
      tx.sql(`select from platform.audit where act like 'tariffs.%Tariff'`),
    );
    expect(acts).toHaveLength(2);
  });

  it('is refused above its decision’s line, by the database too', async () => {
    await expect(draft({ price: 60_001 })).rejects.toMatchObject({
      code: 'tariffs.priceAboveDecision',
      facts: { line: 1, ceilingVnd: 60_000 },
    });
    const { id } = await draft();
    const raised = world.corrupt(boardId, [
      `update tariffs.tariff set price = 60001 where id = '${id}'`,
    ]);
    expect(await raised.catch(brokenConstraint)).toBe('tariff_within_its_ceiling');
  });

  it('may be for a part of what its line names, never for more', async () => {
    expect(await draft({ openSides: 3, rowGrade: 2 })).toMatchObject({ openSides: 3, rowGrade: 2 });
    await expect(draft({ decisionLine: 2, isCorner: false, price: 1 })).rejects.toMatchObject({
      code: 'tariffs.tariffBeyondItsLine',
    });
  });

  it('does not pass over those for whom the decision allows less', async () => {
    const { id } = await draft({ price: 50_000 });
    await expect(approve(id)).rejects.toMatchObject({
      code: 'tariffs.cheaperLinePassedOver',
      facts: { line: 2, ceilingVnd: 45_000 },
    });
    await approve((await draft({ decisionLine: 2, price: 45_000 })).id);
    expect(await approve(id)).toMatchObject({ state: 'approved' });
  });

  it('lies within the days of its decision, and ends with it', async () => {
    await expect(draft({ validFrom: day('2025-01-14') })).rejects.toMatchObject({
      code: 'tariffs.tariffOutsideDecision',
    });
    const ending = await as(staff, (tx) =>
      decisions.record(tx, aDecision({ number: `END-${made}`, effectiveTo: day('2026-12-31') })),
    );
    expect(await draft({ decisionId: ending.id })).toMatchObject({ validTo: '2026-12-31' });
  });

  it('is a line of a decision there is, in a market one may see', async () => {
    await expect(draft({ decisionLine: 7 })).rejects.toMatchObject({
      code: 'tariffs.decisionLineMissing',
    });
    await expect(draft({ decisionId: newId() })).rejects.toMatchObject({
      code: 'tariffs.decisionMissing',
    });
    const { id } = await draft();
    const elsewhere = { ...head, markets: [newId()] };
    await expect(approve(id, elsewhere)).rejects.toMatchObject({ code: 'tariffs.tariffMissing' });
    await expect(as(elsewhere, (tx) => tariffs.list(tx, marketId))).rejects.toMatchObject({
      code: 'markets.marketMissing',
    });
  });
});

describe('a decision', () => {
  it('is recorded once under its number in its province', async () => {
    const number = `X${made}/QĐ-UBND`;
    await as(staff, (tx) => decisions.record(tx, aDecision({ number })));
    await expect(
      as(staff, (tx) => decisions.record(tx, aDecision({ number }))),
    ).rejects.toMatchObject({ code: 'tariffs.decisionNumberTaken' });
    await as(staff, (tx) => decisions.record(tx, aDecision({ number, provinceId: 'P02' })));
    const found = await as(staff, (tx) => decisions.list(tx, { q: number, limit: 50 }));
    expect(found.items.map((one) => one.provinceName).sort((a, b) => a.localeCompare(b))).toEqual([
      'Hà Giang',
      'Tuyên Quang',
    ]);
  });

  it('has a line that was typed wrong replaced by another, which alone is picked then', async () => {
    const more = await as(staff, (tx) =>
      decisions.addPrices(tx, decisionId, [aLine({ price: 70_000, replaces: 1 })]),
    );
    expect(more.prices.map(({ lineNumber, replacedBy }) => [lineNumber, replacedBy])).toEqual([
      [1, 3],
      [2, null],
      [3, null],
    ]);
    await expect(draft()).rejects.toMatchObject({ code: 'tariffs.decisionLineReplaced' });
    const again = as(staff, (tx) =>
      decisions.addPrices(tx, decisionId, [aLine({ price: 80_000, replaces: 1 })]),
    );
    await expect(again).rejects.toMatchObject({ code: 'tariffs.decisionLineReplaced' });
  });

  it('whose line is for another class of market is not picked', async () => {
    await as(staff, (tx) => decisions.addPrices(tx, decisionId, [aLine({ marketClass: 3 })]));
    await expect(draft({ decisionLine: 3 })).rejects.toMatchObject({
      code: 'tariffs.decisionLineOfOtherMarkets',
    });
  });

  it('that ends before it begins is refused', async () => {
    await expect(
      as(staff, (tx) => decisions.record(tx, aDecision({ effectiveTo: day('2025-01-01') }))),
    ).rejects.toMatchObject({ code: 'tariffs.decisionDaysReversed' });
  });
});

describe('verify finds', () => {
  async function broken(...statements: string[]) {
    await world.corrupt(boardId, statements);
    return brokenInvariants(world, boardId);
  }

  it('a price approved by its maker', async () => {
    await approve((await draft()).id);
    const names = await broken(
      'alter table tariffs.tariff drop constraint tariff_needs_two_people',
      'update tariffs.tariff set approved_by = created_by',
    );
    expect(names).toEqual(['tariffs.approvedByAnother']);
  });

  it('two prices of a fee type on one day', async () => {
    await approve((await draft()).id);
    await approve((await draft({ validFrom: day('2026-01-01') })).id);
    const names = await broken(
      'alter table tariffs.tariff drop constraint tariff_no_overlap',
      'update tariffs.tariff set valid_to = null',
    );
    expect(names).toEqual(['tariffs.onePricePerFeeTypeAndDay']);
  });

  it('a price above its decision, or for more than its line names', async () => {
    await approve((await draft()).id);
    const above = await broken(
      'alter table tariffs.tariff drop constraint tariff_within_its_ceiling',
      'update tariffs.tariff set price = ceiling + 1',
    );
    expect(above).toEqual(['tariffs.priceWithinItsDecision']);
    const beside = await broken(
      'update tariffs.tariff set price = 1, decision_line = 2, ceiling = 45000',
    );
    expect(beside).toEqual(['tariffs.priceWithinItsDecision']);
  });

  it('a price older than its decision', async () => {
    await approve((await draft()).id);
    const names = await broken(`update tariffs.tariff set valid_from = '2024-12-31'`);
    expect(names).toEqual(['tariffs.priceStandsOnItsDecision']);
  });
});
