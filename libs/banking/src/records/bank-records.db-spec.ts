import type { Id } from '@cho40/kernel';
import * as fc from 'fast-check';
import { TestBank, type Shown } from '../../../../test/support/bank';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BankingModule } from '../banking.module';
import { Questions } from '../questions/questions.service';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());

const openBank = () => TestBank.open(world, { openedOn: '2026-10-01', openingBalance: 0 });

const byAmount = (one: number, other: number) => one - other;

describe('any order and any repetition of what the bank shows', () => {
  // Two genuine equal payments, a prefix the statement drops, one the feed lost, money going out.
  const payments: readonly Shown[] = [
    { id: 1, amount: 45_000, content: 'tien cho A-012', at: '2026-10-05 08:00:00' },
    { id: 2, amount: 45_000, content: 'tien cho A-012', at: '2026-10-05 08:00:00' },
    { id: 3, amount: 45_000, content: 'MBVCB.77.SKX1000000003.CT tu', at: '2026-10-05 09:30:00' },
    { id: 4, amount: 45_000, content: 'SKX1000000004', at: '2026-10-06 23:50:00' },
    { id: 5, amount: -20_000, content: 'phi dich vu', at: '2026-10-06 00:10:00' },
  ];
  const printed = [
    { on: '2026-10-05', amount: 45_000, content: 'tien cho A-012' },
    { on: '2026-10-05', amount: 45_000, content: 'tien cho A-012' },
    { on: '2026-10-05', amount: 45_000, content: 'SKX1000000003.CT tu' },
    { on: '2026-10-06', amount: -20_000, content: 'phi dich vu' },
    { on: '2026-10-06', amount: 70_000, content: 'mat o kenh bao' },
    { on: '2026-10-07', amount: 45_000, content: 'SKX1000000004' },
  ];
  const isWhole = async (bank: TestBank) => {
    const records = await bank.records();
    expect(records.map(({ amount }) => amount).sort(byAmount)).toEqual(
      printed.map(({ amount }) => amount).sort(byAmount),
    );
    expect(records.map(({ sources }) => sources).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'sepay+statement'),
      'statement',
    ]);
    expect(await bank.balance()).toBe(230_000);
    expect(await bank.provenDays()).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
  };

  it('gives the same records', async () => {
    // 0 to 4: a delivery; 5 to 7: the statement whole, or of its first day, or of its last two.
    const shows = fc.shuffledSubarray(
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((what) => Array.from({ length: 5 }, () => what)),
      { minLength: 40, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(shows, async (order) => {
        const bank = await openBank();
        const files = await Promise.all([
          bank.upload(bank.printed('2026-10-05', '2026-10-07', 0, printed)),
          bank.upload(bank.printed('2026-10-05', '2026-10-05', 0, printed.slice(0, 3))),
          bank.upload(bank.printed('2026-10-06', '2026-10-07', 135_000, printed.slice(3))),
        ]);
        const show = [
          ...payments.map((payment) => () => bank.ingest(bank.seen(payment))),
          ...files.map((file) => () => bank.commit(file)),
        ];
        for (const what of order) await show[what]?.();
        await isWhole(bank);
      }),
      { numRuns: 6 },
    );
  });

  it('gives the same records when everything comes at once', async () => {
    const bank = await openBank();
    const statement = bank.printed('2026-10-05', '2026-10-07', 0, printed);
    await Promise.all([
      ...payments.map((payment) => bank.ingest(bank.seen(payment))),
      bank.import(statement),
      ...payments.map((payment) => bank.ingest(bank.seen(payment))),
      bank.import(statement),
    ]);
    await isWhole(bank);
  });

  it('takes copies within one call for what they are', async () => {
    const bank = await openBank();
    const rows = [...payments, ...payments, ...payments].map((payment) => bank.seen(payment));
    const kinds = (await bank.ingest(...rows)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...payments.map(() => 'new'),
      ...payments.map(() => 'known'),
      ...payments.map(() => 'known'),
    ]);
  });
});

describe('a row that fits two different records', () => {
  const two = [
    { id: 1, amount: 45_000, content: 'AAA.SKX1000000001', at: '2026-10-05 08:00:00' },
    { id: 2, amount: 45_000, content: 'BBB.SKX1000000001', at: '2026-10-05 09:00:00' },
  ];
  let bank: TestBank;
  const question = async () => {
    const [open] = await world.db.read(bank.actor, (tx) =>
      tx.sql<{ id: Id; candidates: string[] }>(
        `select id, facts -> 'candidates' as candidates from banking.question
          where answered_at is null`,
      ),
    );
    if (!open) throw new Error('no question is open');
    return open;
  };
  const answer = async (given: string) => {
    const { id } = await question();
    await world.db.write(bank.actor, (tx) =>
      world.get(Questions).answer(tx, { questionId: id, answer: given }),
    );
  };
  const row = { on: '2026-10-05', amount: 45_000, content: 'SKX1000000001' };

  beforeEach(async () => {
    bank = await openBank();
    await bank.ingest(...two.map((each) => bank.seen(each)));
    const done = await bank.import(bank.printed('2026-10-05', '2026-10-05', 0, [row]));
    expect(done.conflicts).toEqual([
      { kind: 'two-fit', rowNumber: 10, bookedOn: '2026-10-05', direction: 'in', amount: 45_000 },
    ]);
  });

  it('waits for a person, its day unproven, and is not asked twice', async () => {
    expect(await bank.provenDays()).toEqual([]);
    const other = { ...bank.printed('2026-10-05', '2026-10-06', 0, [row]) };
    expect(await bank.import(other)).toMatchObject({ knownCount: 1, conflicts: [] });
    expect(await bank.records()).toHaveLength(2);
  });

  it('is linked to the record the person names', async () => {
    const { candidates } = await question();
    await answer(candidates[1] ?? '');
    expect((await bank.records()).map(({ sources }) => sources)).toEqual([
      'sepay',
      'sepay+statement',
    ]);
    expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
  });

  it('is a third one when the person says so', async () => {
    await answer('new');
    expect(await bank.records()).toHaveLength(3);
    expect(await bank.balance()).toBe(135_000);
    expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
  });

  it('takes no answer that is none of its choices, and no second one', async () => {
    await expect(answer('keep')).rejects.toMatchObject({ code: 'banking.answerNotPossible' });
    await expect(answer(bank.boardId)).rejects.toMatchObject({ code: 'banking.answerNotPossible' });
    const { id } = await question();
    await answer('new');
    const again = world.db.write(bank.actor, (tx) =>
      world.get(Questions).answer(tx, { questionId: id, answer: 'new' }),
    );
    await expect(again).rejects.toMatchObject({ code: 'banking.questionAnswered' });
  });
});

it('takes in a thousand movements at once, each as one record', async () => {
  const bank = await openBank();
  const rows = Array.from({ length: 1_000 }, (_, at) =>
    bank.seen({
      id: at,
      amount: 45_000 + (at % 5) * 1_000,
      content: `MBVCB.${at}.SKX${1_000_000_000 + at} nop tien cho`,
      at: `2026-10-${String((at % 28) + 1).padStart(2, '0')} 08:00:00`,
    }),
  );
  await bank.ingest(...rows);
  expect(await bank.records()).toHaveLength(1_000);
}, 30_000);
