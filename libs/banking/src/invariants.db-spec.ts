import { signedHeaders, TestBank } from '../../../test/support/bank';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { BankingModule } from './banking.module';
import { Deliveries } from './feeds/deliveries.service';

let world: TestWorld;
let bank: TestBank;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());

// Two days of a statement, one row of which a feed has shown, and a credit that waits for proof.
beforeEach(async () => {
  bank = await TestBank.open(world, { openedOn: '2026-10-05', openingBalance: 500_000 });
  const shown = { id: 1, amount: 450_000, content: 'SKX1000000001', at: '2026-10-05 08:00:00' };
  await bank.ingest(bank.seen(shown));
  await bank.import(
    bank.printed('2026-10-05', '2026-10-06', 500_000, [
      { on: '2026-10-05', amount: 450_000, content: 'SKX1000000001' },
      { on: '2026-10-06', amount: -50_000, content: 'phi' },
    ]),
  );
  const unproven = { id: 2, amount: 70_000, content: 'SKX2000000002', at: '2026-10-06 09:00:00' };
  await bank.ingest(bank.seen(unproven, { confirms: false }));
  expect(await brokenInvariants(world, bank.boardId)).toEqual([]);
});

const GUARDED = ['bank_record', 'sighting', 'confirmation', 'statement'] as const;

/** What no privilege allows, done by hand: as the owner, with the guards lifted and put back. */
async function corrupt(...statements: string[]): Promise<string[]> {
  const tables = [...GUARDED.map((name) => `banking.${name}`), 'ledger.transfer'];
  await world.corrupt(bank.boardId, [
    ...tables.map((table) => `alter table ${table} disable trigger append_only`),
    ...statements,
    ...tables.map((table) => `alter table ${table} enable always trigger append_only`),
  ]);
  return brokenInvariants(world, bank.boardId);
}
const ofBoard = () => `board_id = '${bank.boardId}'`;

describe('a corruption is found by', () => {
  it('banking.recordsArePosted: a posting that vanished', async () => {
    const broken = await corrupt(
      `delete from ledger.transfer where ${ofBoard()} and key like 'record:%:in'`,
    );
    expect(broken).toEqual(['banking.recordsArePosted', 'banking.closingEqualsLedger']);
  });

  it('banking.recordsArePosted: a posting of another amount', async () => {
    const broken = await corrupt(
      `update ledger.transfer set amount = amount + 1
        where ${ofBoard()} and key like 'record:%:in'`,
    );
    expect(broken).toEqual(['banking.recordsArePosted', 'banking.closingEqualsLedger']);
  });

  it('banking.openingsArePosted', async () => {
    const broken = await corrupt(
      `update banking.receiving_account set opening_balance = 1 where ${ofBoard()}`,
    );
    expect(broken).toEqual(['banking.openingsArePosted']);
  });

  it('banking.bankAccountsMoveByRecords: money taken off the account by hand', async () => {
    const broken = await corrupt(
      `insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, at, reason,
         booked_month)
       values ('${bank.boardId}', gen_random_uuid(), 'by-hand', 'outgoing/unclassified',
         'bank/970436/${bank.account.number}', 100000, '2026-10-06', now(), 'x',
         '2026-10')`,
    );
    expect(broken).toEqual(['banking.bankAccountsMoveByRecords', 'banking.closingEqualsLedger']);
  });

  it('banking.confirmationsHaveProof: a credit believed without proof', async () => {
    const broken = await corrupt(
      `insert into banking.confirmation (board_id, record_id, sighting_id, at)
       select board_id, record_id, id, now() from banking.sighting
        where ${ofBoard()} and not confirms`,
    );
    expect(broken).toEqual(['banking.recordsArePosted', 'banking.confirmationsHaveProof']);
  });

  it('banking.sightingsShowTheirRecord', async () => {
    const broken = await corrupt(
      'alter table banking.sighting drop constraint sighting_board_id_record_id_amount_direction_fkey',
      `update banking.sighting set amount = amount + 1
        where ${ofBoard()} and source = 'sepay' and confirms`,
    );
    expect(broken).toEqual(['banking.sightingsShowTheirRecord']);
    await corrupt(
      `update banking.sighting set amount = amount - 1
        where ${ofBoard()} and source = 'sepay' and confirms`,
      `alter table banking.sighting
         add constraint sighting_board_id_record_id_amount_direction_fkey
         foreign key (board_id, record_id, amount, direction)
         references banking.bank_record (board_id, id, amount, direction)`,
    );
  });

  it('banking.recordsWereSeen: a record nobody showed', async () => {
    const broken = await corrupt(
      `insert into banking.bank_record (board_id, id, account_id, direction, amount, booked_at,
         booked_on, content, recorded_at)
       values ('${bank.boardId}', gen_random_uuid(), '${bank.account.id}', 'in', 5,
         '2026-10-06T05:00:00Z', '2026-10-06', '', now())`,
    );
    expect(broken).toEqual(['banking.recordsWereSeen']);
  });

  it('banking.deliveriesAreRead: a delivery that nobody would read', async () => {
    const { feedId, secret } = await bank.openFeed();
    const body = bank.body({ id: 0, amount: 1, content: '', at: '2026-10-05 08:00:00' });
    const headers = signedHeaders(secret, body, world.clock.now());
    await world.get(Deliveries).receive({ feedId, provider: 'sepay' }, headers, body);
    expect(await corrupt(`delete from banking.reading where ${ofBoard()}`)).toEqual([
      'banking.deliveriesAreRead',
    ]);
  });

  it('banking.liveAccountsAreProven: one that is live at once, by nobody’s payment', async () => {
    const lift = ['account_live_after_a_day', 'account_proven_by_money'];
    const broken = await corrupt(
      ...lift.map((name) => `alter table banking.receiving_account drop constraint ${name}`),
      `update banking.receiving_account set proof = 'probe', live_at = approved_at
        where ${ofBoard()}`,
    );
    expect(broken).toEqual(['banking.liveAccountsAreProven']);
  });

  it('banking.statementsProveThemselves and its sums', async () => {
    const broken = await corrupt(
      'alter table banking.statement drop constraint statement_proves_itself',
      `update banking.statement set credits = credits + 1 where ${ofBoard()}`,
    );
    expect(broken).toEqual(['banking.statementsProveThemselves', 'banking.statementSumsAreBooked']);
    await corrupt(
      `update banking.statement set credits = credits - 1 where ${ofBoard()}`,
      `alter table banking.statement
         add constraint statement_proves_itself check (opening + credits - debits = closing)`,
    );
  });
});
