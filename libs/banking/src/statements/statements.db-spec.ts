import { vnd } from '@cho40/kernel';
import { TestBank } from '../../../../test/support/bank';
import { camt053, camt054, mt940 } from '../../../../test/support/statement-messages';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { BankingModule } from '../banking.module';
import { readStatementFile } from './statement-file';
import { Statements } from './statements.service';

let world: TestWorld;
let bank: TestBank;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  bank = await TestBank.open(world, { openedOn: '2026-10-05', openingBalance: 1_000_000 });
});
afterEach(async () => {
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});

const lines = [
  { on: '2026-10-05', amount: 450_000, content: 'MBVCB.1.SKX1000000001 nop tien' },
  { on: '2026-10-05', amount: 450_000, content: 'tien cho' },
  { on: '2026-10-05', amount: 450_000, content: 'tien cho' },
  { on: '2026-10-06', amount: -200_000, content: 'phi ngan hang' },
];
const days = () => bank.printed('2026-10-05', '2026-10-06', 1_000_000, lines);

describe('importing a statement', () => {
  it('previews what it would do and changes nothing', async () => {
    expect(await bank.preview(days())).toMatchObject({
      layout: 'vietcombank',
      accountNumber: bank.account.number,
      fromOn: '2026-10-05',
      toOn: '2026-10-06',
      opening: 1_000_000,
      credits: 1_350_000,
      debits: 200_000,
      closing: 2_150_000,
      rowCount: 4,
      newCount: 4,
      knownCount: 0,
      linkedCount: 0,
      conflicts: [],
      booksOpening: 1_000_000,
      isImported: false,
      statementId: null,
    });
    expect(await bank.records()).toEqual([]);
  });

  it('books every row, proves its days, and the ledger ends where the bank does', async () => {
    await bank.import(days());
    expect(await bank.records()).toHaveLength(4);
    expect(await bank.provenDays()).toEqual(['2026-10-05', '2026-10-06']);
    expect(await bank.balance()).toBe(2_150_000);
  });

  it('twice changes nothing, and says so', async () => {
    const first = await bank.import(days());
    const second = await bank.import(days());
    expect(second).toMatchObject({
      isImported: true,
      statementId: first.statementId,
      newCount: 0,
      knownCount: 4,
    });
    expect(await bank.records()).toHaveLength(4);
  });

  it('knows the rows of an overlapping file, also in another print', async () => {
    await bank.import(bank.printed('2026-10-05', '2026-10-05', 1_000_000, lines.slice(0, 3)));
    const noise = { order: 'newestFirst', numbers: 'dot', hasRichText: true } as const;
    expect(await bank.import({ ...days(), noise })).toMatchObject({ newCount: 1, knownCount: 3 });
    expect(await bank.records()).toHaveLength(4);
  });

  it('of a day printed at noon is completed by the evening’s', async () => {
    await bank.import(bank.printed('2026-10-05', '2026-10-05', 1_000_000, lines.slice(0, 2)));
    expect(await bank.import(days())).toMatchObject({ newCount: 2, knownCount: 2 });
    expect(await bank.balance()).toBe(2_150_000);
  });

  it('at once from five desks books each row once', async () => {
    const files = [days(), { ...days(), noise: { order: 'newestFirst' as const } }];
    await Promise.all([0, 1, 0, 1, 0].map((at) => bank.import(files[at] ?? days())));
    expect(await bank.records()).toHaveLength(4);
  });
});

describe('the same days in another form', () => {
  const inForm = async (written: string) =>
    bank.commit(await readStatementFile('sao-ke', Buffer.from(written)));

  it('bring nothing new: each row is the one that the first form showed', async () => {
    await bank.import(days());
    for (const written of [mt940(days()), camt053(days())])
      expect(await inForm(written)).toMatchObject({ newCount: 0, knownCount: 4 });
    expect(await bank.records()).toHaveLength(4);
    expect(await bank.balance()).toBe(2_150_000);
  });

  it('complete a day that the first form showed in part', async () => {
    await bank.import(bank.printed('2026-10-05', '2026-10-05', 1_000_000, lines.slice(0, 2)));
    expect(await inForm(mt940(days()))).toMatchObject({ newCount: 2, knownCount: 2 });
    expect(await bank.balance()).toBe(2_150_000);
  });

  it('are refused where nobody can say which row is which', async () => {
    await bank.import(bank.printed('2026-10-05', '2026-10-05', 1_000_000, lines.slice(0, 1)));
    const unlike = lines.map((line, at) => ({ ...line, content: `KHAC HAN ${at}` }));
    const file = mt940(bank.printed('2026-10-05', '2026-10-06', 1_000_000, unlike));
    await expect(inForm(file)).rejects.toMatchObject({ code: 'banking.statementUnlike' });
    expect(await bank.records()).toHaveLength(1);
  });

  it('as notifications show money that is believed once a statement proves it', async () => {
    expect(await inForm(camt054(days()))).toMatchObject({ newCount: 4, opening: null });
    expect(await bank.balance()).toBe(1_000_000);
    expect(await bank.provenDays()).toEqual([]);
    expect(await bank.import(days())).toMatchObject({ newCount: 0, linkedCount: 4 });
    expect(await bank.records()).toHaveLength(4);
    expect(await bank.balance()).toBe(2_150_000);
  });
});

describe('a row that a feed has shown', () => {
  const shown = (id: number, content: string, at = '2026-10-05 08:00:00') =>
    bank.seen({ id, amount: 450_000, content, at });

  it('is linked to its record; what the feed lost is inserted and counted', async () => {
    world.clock.moveTo('2026-10-04T09:00:00+07:00');
    await bank.openFeed();
    await bank.ingest(shown(1, 'SKX1000000001 nop tien'), shown(2, 'tien cho'));
    expect(await bank.import(days())).toMatchObject({ newCount: 2, linkedCount: 2, lostByFeed: 2 });
    expect((await bank.records()).map(({ sources }) => sources)).toEqual([
      'sepay+statement',
      'sepay+statement',
      'statement',
      'statement',
    ]);
  });

  it('is no loss of the feed on days before there was one', async () => {
    world.clock.moveTo('2026-10-06T09:00:00+07:00');
    await bank.openFeed();
    expect(await bank.import(days())).toMatchObject({ newCount: 4, lostByFeed: 1 });
  });

  it('late in the evening is found on the next day, and counts where the bank books it', async () => {
    const late = { id: 3, amount: 450_000, content: 'tien cho', at: '2026-10-05 23:55:00' };
    await bank.ingest(bank.seen(late));
    expect(
      await bank.import(bank.printed('2026-10-05', '2026-10-05', 1_000_000, [])),
    ).toMatchObject({ rowCount: 0, closing: 1_000_000 });
    expect(await bank.provenDays()).toEqual([]);
    const next = [{ on: '2026-10-06', amount: 450_000, content: 'tien cho' }];
    await bank.import(bank.printed('2026-10-06', '2026-10-06', 1_000_000, next));
    expect(await bank.records()).toHaveLength(1);
    expect(await bank.provenDays()).toEqual(['2026-10-05', '2026-10-06']);
  });

  it('proves a credit that came by an API key alone', async () => {
    await bank.ingest({ ...shown(4, 'tien cho'), confirms: false });
    expect(await bank.balance()).toBe(1_000_000);
    await bank.import(days());
    expect((await bank.records()).every(({ isBelieved }) => isBelieved)).toBe(true);
    expect(await bank.balance()).toBe(2_150_000);
  });

  it('leaves a day unproven while the feed shows money that the bank does not', async () => {
    await bank.ingest(shown(5, 'khong co trong sao ke'));
    await bank.import(days());
    expect(await bank.provenDays()).toEqual(['2026-10-06']);
  });

  it('arriving after the statement is linked all the same', async () => {
    await bank.import(days());
    await bank.ingest(
      shown(1, 'SKX1000000001 nop tien'),
      shown(2, 'tien cho'),
      shown(3, 'tien cho'),
    );
    expect(await bank.records()).toHaveLength(4);
    expect(await bank.balance()).toBe(2_150_000);
  });
});

describe('a statement is refused', () => {
  it('when it belongs to another account', async () => {
    const other = { ...days(), account: '9998887776' };
    await expect(bank.import(other)).rejects.toMatchObject({
      code: 'banking.statementAccountMissing',
    });
  });

  it('when its rows lie before the account was taken into use', async () => {
    const early = [{ on: '2026-10-04', amount: 1, content: 'x' }];
    await expect(
      bank.import(bank.printed('2026-10-01', '2026-10-31', 0, early)),
    ).rejects.toMatchObject({ code: 'banking.statementBeforeAccount' });
  });

  it('whole, when it does not add up: no row of it is booked', async () => {
    const upload = await bank.upload(days());
    const broken = { ...upload, statement: { ...upload.statement, closing: vnd(1) } };
    const commit = world.db.write(bank.actor, (tx) => world.get(Statements).commit(tx, broken));
    await expect(commit).rejects.toMatchObject({ constraint: 'statement_proves_itself' });
    expect(await bank.records()).toEqual([]);
  });
});
