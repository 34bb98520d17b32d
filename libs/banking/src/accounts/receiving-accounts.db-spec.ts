import { businessDate, vnd, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { brokenConstraint, newId, systemActor } from '@cho40/platform';
import { approver, proposer, TestBank } from '../../../../test/support/bank';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BankingModule } from '../banking.module';
import { ReceivingAccounts } from './receiving-accounts.service';

let world: TestWorld;
let bank: TestBank;
beforeAll(async () => {
  world = await testWorld({ imports: [BankingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  bank = await TestBank.open(world);
});

const propose = (change: object = {}) =>
  world.db.write(bank.actor, (tx) =>
    world.get(ReceivingAccounts).propose(
      tx,
      {
        boardId: bank.boardId,
        bin: '970415',
        number: '1010',
        holderName: 'BQL CHO',
        openingBalance: vnd(0),
        openedOn: businessDate('2026-02-01'),
        ...change,
      },
      proposer,
    ),
  );
const approve = (id: Id, by = approver) =>
  world.db.write(bank.actor, (tx) => world.get(ReceivingAccounts).approve(tx, id, by));

describe('a receiving account', () => {
  it('is put into use by a second person', async () => {
    const { id } = await propose({ number: '2020' });
    await expect(approve(id, proposer)).rejects.toMatchObject({
      code: 'banking.accountNeedsAnotherPerson',
    });
    expect(await approve(id)).toMatchObject({ approvedByName: 'Trưởng ban' });
    await expect(approve(id)).rejects.toMatchObject({ code: 'banking.accountAlreadyApproved' });
  });

  it('is refused by the database itself when one person does both', async () => {
    const { id } = await propose({ number: '2021' });
    const alone = world.db.write(bank.actor, (tx) =>
      tx.sql(
        `update banking.receiving_account set approved_by = created_by, approved_at = now()
          where id = $1`,
        [id],
      ),
    );
    expect(brokenConstraint(await alone.catch((error: unknown) => error))).toBe(
      'account_needs_two_people',
    );
  });

  it('is used by one board at a time, whichever boards there are', async () => {
    const other = await TestBank.open(world);
    const taken = other.world.db.write(other.actor, (tx) =>
      world.get(ReceivingAccounts).propose(
        tx,
        {
          boardId: other.boardId,
          bin: bank.account.bin,
          number: bank.account.number,
          holderName: 'KHAC',
          openingBalance: vnd(0),
          openedOn: businessDate('2026-05-01'),
        },
        proposer,
      ),
    );
    await expect(taken).rejects.toMatchObject({ code: 'banking.accountInUse' });
  });

  it('cannot be proposed for a board out of reach', async () => {
    await expect(propose({ boardId: newId() })).rejects.toMatchObject({
      code: 'platform.notFound',
    });
  });

  it.each([
    [500_000, 500_000],
    [-300_000, -300_000],
    [0, undefined],
  ])('with %d đồng on it opens the ledger with %s', async (opening, balance) => {
    const number = `3${String(opening).replace(/\D/g, '')}`;
    const { id } = await propose({ number, openingBalance: vnd(opening) });
    await approve(id);
    const balances = await world.db.read(systemActor([bank.boardId]), (tx) =>
      world.get(Ledger).balances(tx, bank.boardId),
    );
    const ofAccount = balances.find(({ account }) => account === `bank/970415/${number}`);
    expect(ofAccount?.balance).toBe(balance);
  });
});
