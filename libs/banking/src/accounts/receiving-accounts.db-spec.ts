import { businessDate, vnd, type Id } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { brokenConstraint, newId, type Reading, systemActor } from '@cho40/platform';
import { approver, proposer, TestBank } from '../../../../test/support/bank';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BankingModule } from '../banking.module';
import { probeCandidates } from './proving.queries';
import { ReceivingAccounts } from './receiving-accounts.service';
import { SilentAccounts } from './silent-accounts.service';

let world: TestWorld;
let bank: TestBank;
let serial = 0;
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

  describe('is shown to payers', () => {
    const seeProbe = (id: Id, content: string) =>
      bank.ingest(
        bank.seen({ id, amount: 1_000, content, at: '2026-11-24 08:00:00' }, { accountId: id }),
      );
    const payable = async (id: Id) => {
      const [found] = await world.db.read(bank.actor, (tx) =>
        tx.sql<{ liveAt: Date }>(
          'select live_at as "liveAt" from banking.v_payable_account where account_id = $1',
          [id],
        ),
      );
      return found?.liveAt.toISOString();
    };
    let id: Id;
    let code: string;
    beforeEach(async () => {
      world.clock.moveTo('2026-11-23T09:00:00+07:00');
      ({ id } = await propose({ number: String(3_000 + (serial += 1)) }));
      code = (await approve(id)).probeCode ?? '';
    });

    it('a day after its approval when its probe was seen before', async () => {
      expect(await payable(id)).toBeUndefined();
      world.clock.moveTo('2026-11-23T10:00:00+07:00');
      await seeProbe(id, `MBVCB.1.${code.toLowerCase()} thu`);
      expect(await payable(id)).toBe('2026-11-24T02:00:00.000Z');
    });

    it('from the probe on when that comes later, and money without the code is no probe', async () => {
      await seeProbe(id, 'tien cho');
      expect(await payable(id)).toBeUndefined();
      world.clock.moveTo('2026-11-26T10:00:00+07:00');
      await bank.ingest(
        bank.seen(
          { id: 2, amount: 1_000, content: code, at: '2026-11-26 09:59:00' },
          { accountId: id },
        ),
      );
      expect(await payable(id)).toBe('2026-11-26T03:00:00.000Z');
    });

    it('not by a probe that nothing proves: an API key could say so', async () => {
      const row = { id: 1, amount: 1_000, content: code, at: '2026-11-23 09:30:00' };
      await bank.ingest(bank.seen(row, { accountId: id, confirms: false }));
      expect(await payable(id)).toBeUndefined();
    });

    it('by a payment that another person names', async () => {
      await seeProbe(id, 'ngan hang khong in noi dung');
      const [candidate] = await world.db.read(bank.actor, (tx) => probeCandidates(tx, id));
      const recordId = candidate?.recordId ?? newId();
      const prove = (record: Id, by = approver) =>
        world.db.write(bank.actor, (tx) => world.get(ReceivingAccounts).prove(tx, id, record, by));
      expect(await codeOf(prove(recordId, proposer))).toBe('banking.accountNeedsAnotherPerson');
      expect(await codeOf(prove(newId()))).toBe('banking.probeNotFound');
      expect(await prove(recordId)).toMatchObject({ proof: 'person', proofRecordId: recordId });
      expect(await codeOf(prove(recordId))).toBe('banking.accountAlreadyProven');
    });

    it.each([
      ['account_live_after_a_day', `proof = 'probe', live_at = approved_at`],
      ['account_proven_by_money', `proof = 'probe', live_at = approved_at + interval '2 days'`],
      ['account_live_when_proven', `live_at = approved_at + interval '2 days'`],
    ])('never otherwise: the database says %s', async (constraint, change) => {
      const broken = world.corrupt(bank.boardId, [
        `update banking.receiving_account set ${change} where id = '${id}'`,
      ]);
      expect(brokenConstraint(await broken.catch((error: unknown) => error))).toBe(constraint);
    });

    it('as of old only where it was in use before probes were asked for', async () => {
      world.clock.moveTo('2026-11-24T00:00:00+07:00');
      const late = await propose({ number: '4001' });
      await approve(late.id);
      const asOfOld = (account: Id) =>
        world.db.write(bank.actor, (tx) => world.get(ReceivingAccounts).provenEarlier(tx, account));
      await asOfOld(id);
      expect(await payable(id)).toBe('2026-11-24T02:00:00.000Z');
      const refused = await asOfOld(late.id).catch((error: unknown) => error);
      expect(brokenConstraint(refused)).toBe('account_proven_by_money');
    });

    it('and never by money of another account, nor approved or proven a second time', async () => {
      await seeProbe(id, code);
      const other = await propose({ number: '4002' });
      await approve(other.id);
      const change = async (account: Id, to: string) =>
        brokenConstraint(
          await world
            .corrupt(bank.boardId, [
              `update banking.receiving_account set ${to} where id = '${account}'`,
            ])
            .catch((error: unknown) => error),
        );
      const record = `(select proof_record_id from banking.receiving_account where id = '${id}')`;
      const stolen = `proof = 'probe', proof_record_id = ${record}, live_at = now() + interval '9 days'`;
      expect(await change(other.id, stolen)).toBe('account_proven_by_its_own_money');
      expect(await change(id, "live_at = live_at + interval '1 day'")).toBe('account_proven_once');
      expect(await change(id, 'approved_by = id')).toBe('account_approved_once');
    });
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

describe('an account that usually receives money', () => {
  const receive = async (...days: number[]) => {
    const rows = days.map((day) => ({
      id: `day-${day}`,
      amount: 10_000,
      content: '',
      at: `2026-11-${String(day).padStart(2, '0')} 08:00:00`,
    }));
    await bank.ingest(...rows.map((row) => bank.seen(row)));
  };
  const dailyMarkets = (count: number) =>
    world.db.write(bank.actor, (tx) =>
      tx.sql(
        `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
           opened_on)
         select $1, m.id, upper(right(m.id::text, 12)), 'Chợ Mèo Vạc', 2, 'solid', 'daily',
                '2025-05-01'
           from unnest($2::uuid[]) as m (id)`,
        [bank.boardId, Array.from({ length: count }, () => newId())],
      ),
    );
  const silent = (today: string, hour = '08:00') => {
    world.clock.moveTo(`${today}T${hour}:00+07:00`);
    return world.db.read(bank.actor, (tx) => world.get(SilentAccounts).now(tx));
  };

  it('is silent for unusually long, until money comes', async () => {
    await bank.openFeed();
    await receive(1, 2, 3, 4, 5, 6, 7, 8);
    expect(await silent('2026-11-10')).toEqual([]);
    const { id: accountId, number } = bank.account;
    const silence = {
      accountId,
      number,
      since: '2026-11-08',
      days: 2,
      usualDays: 0,
      usualBy: null,
    };
    expect(await silent('2026-11-11')).toEqual([silence]);
    await receive(11);
    expect(await silent('2026-11-11')).toEqual([]);
  });

  it('is missed on the market morning itself, an hour after money is usually there', async () => {
    await bank.openFeed();
    await dailyMarkets(1);
    await receive(1, 2, 3, 4, 5, 6, 7, 8);
    expect(await silent('2026-11-09', '09:00')).toEqual([]);
    const { id: accountId, number } = bank.account;
    expect(await silent('2026-11-09', '09:01')).toEqual([
      { accountId, number, since: '2026-11-08', days: 0, usualDays: 0, usualBy: 480 },
    ]);
    await receive(9);
    expect(await silent('2026-11-09', '12:00')).toEqual([]);
  });

  it('costs as many queries as all accounts of a province', async () => {
    const queriesOf = async (banks: readonly TestBank[]) => {
      let queries = 0;
      const actor = systemActor(banks.map(({ boardId }) => boardId));
      const silent = await world.db.read(actor, (tx) => {
        const sql: Reading['sql'] = (text, parameters) => {
          queries += 1;
          return tx.sql(text, parameters);
        };
        return world.get(SilentAccounts).now({ ...tx, sql });
      });
      return { queries, silent: silent.map(({ accountId, usualBy }) => ({ accountId, usualBy })) };
    };
    const others = [bank, await TestBank.open(world), await TestBank.open(world)];
    for (const one of others) {
      bank = one;
      await bank.openFeed();
      await dailyMarkets(2);
      await receive(1, 2, 3, 4, 5, 6, 7, 8);
    }
    world.clock.moveTo('2026-11-09T10:00:00+07:00');
    const [one, all] = [await queriesOf([bank]), await queriesOf(others)];
    expect(one.silent).toEqual([{ accountId: bank.account.id, usualBy: 480 }]);
    expect(all.silent).toHaveLength(3);
    expect(all.queries).toBe(one.queries);
  });

  it('is judged without a feed by the days that a statement covers', async () => {
    await receive(1, 2, 3, 4, 5, 6, 7, 8);
    expect(await silent('2026-11-20')).toEqual([]);
  });
});
