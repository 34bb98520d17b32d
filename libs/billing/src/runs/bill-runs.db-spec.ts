import { month, type Id } from '@cho40/kernel';
import { brokenConstraint, newId, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { codeOf } from '../../../../test/support/refusals';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { BillRuns } from './bill-runs.service';

const october = month('2026-10');
let world: TestWorld;
let runs: BillRuns;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  runs = world.get(BillRuns);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { months: [] });
});

const write = <T>(work: (tx: Tx) => Promise<T>) => market.write(work);
const issue = (period = october) => write((tx) => runs.issue(tx, market.marketId, period));
const rehearse = (period = october) => write((tx) => runs.rehearse(tx, market.marketId, period));
const count = async (table: 'bill' | 'bill_run' | 'allocation') => {
  const rows = await write((tx) =>
    tx.sql<{ table: string }>(
      `select 'bill' as table from billing.bill union all
       select 'bill_run' from billing.bill_run union all
       select 'allocation' from billing.allocation`,
    ),
  );
  return rows.filter((row) => row.table === table).length;
};

describe('a month of a market', () => {
  it('is rehearsed without a trace', async () => {
    const { bills, total, newCount, problems } = await rehearse();
    expect([bills.length, total, newCount, problems]).toEqual([3, 300_000, 3, []]);
    expect(await count('bill')).toBe(0);
  });

  it('is issued: a bill with its code for every lease, each line posted', async () => {
    const { billCount, total } = await issue();
    expect([billCount, total]).toEqual([3, 300_000]);
    const rows = await write((tx) =>
      tx.sql<{ code: string; due_on: string; account: string }>(
        `select b.code, b.due_on, t.debit as account
           from billing.bill b
           join billing.payment_code c on c.code = b.code and c.bill_id = b.id
           join ledger.transfer t on t.key = 'bill:' || b.id || ':1' and t.amount = b.total
          order by b.lease_id`,
      ),
    );
    expect(rows.map((row) => row.account)).toEqual(market.leaseIds.map((id) => `receivable/${id}`));
    expect(rows[0]?.due_on).toBe('2026-10-10');
    expect(new Set(rows.map((row) => row.code)).size).toBe(3);
  });

  it('issued again changes nothing and answers the same', async () => {
    const first = await issue();
    world.clock.moveTo('2026-10-20T09:00:00+07:00');
    expect(await issue()).toEqual(first);
    expect([await count('bill'), await count('bill_run')]).toEqual([3, 1]);
  });

  it('issued by ten at once is issued once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect([await count('bill'), await count('bill_run')]).toEqual([3, 1]);
  });

  it('gives a late lease its bill in a further run', async () => {
    await issue();
    const leaseId = newId();
    await write((tx) =>
      tx.sql(
        `with ended as (
           update tenancy.lease set valid_to = '2026-10-15' where id = $1 returning *)
         insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
         select board_id, $2, market_id, stall_id, vendor_id, 'late', '2026-10-16' from ended`,
        [market.leaseIds[0], leaseId],
      ),
    );
    const { runs: issued, total } = await issue();
    expect(issued.map((run) => [run.billCount, run.total])).toEqual([
      [3, 300_000],
      [1, 51_613],
    ]);
    expect(total).toBe(351_613);
  });

  it('leaves nothing behind when the transaction fails after issuing', async () => {
    const failing = write(async (tx) => {
      await runs.issue(tx, market.marketId, october);
      throw new Error('the power went out');
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect([await count('bill'), await count('bill_run')]).toEqual([0, 0]);
    expect((await issue()).billCount).toBe(3);
  });

  it('shows who left, who is new and whose price changed against the month before', async () => {
    await issue(month('2026-09'));
    const [leaver, mover] = market.leaseIds;
    await write(async (tx) => {
      await tx.sql(`update tenancy.lease set valid_to = '2026-09-30' where id = $1`, [leaver]);
      await tx.sql(`update tenancy.lease set valid_to = '2026-10-10' where id = $1`, [mover]);
      await tx.sql(
        `insert into tenancy.lease (board_id, id, market_id, stall_id, vendor_id, number, valid_from)
         select board_id, $2, market_id, stall_id, vendor_id, 'new', '2026-10-01'
           from tenancy.lease where id = $1`,
        [leaver, newId()],
      );
    });
    const { bills } = await rehearse();
    expect(bills.map((bill) => [bill.stallCode, bill.oddities, bill.total])).toEqual([
      ['A-1', ['left'], 0],
      ['A-1', ['new'], 100_000],
      ['A-2', ['changed'], 32_258],
      ['A-3', [], 100_000],
    ]);
  });
});

// Its keys are looked up once for a statement's rows (migrations/0061).
describe('the database itself refuses', () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  const copy = (table: string, change: string) =>
    `insert into billing.${table}
     select (jsonb_populate_record(c, ${change})).* from billing.${table} c`;
  const line = (change: string) =>
    copy('bill_line', `jsonb_build_object('id', gen_random_uuid(), 'line_number', 9, ${change})`);
  const bill = (change: string) =>
    copy('bill', `jsonb_build_object('id', gen_random_uuid(), 'code', 'QX1', ${change})`);
  beforeEach(() => issue());

  it.each([
    [
      'a line of no bill',
      'bill_line_board_id_bill_id_fkey',
      `${line(`'bill_id', '${nobody}'`)} limit 1`,
    ],
    ['lines of no price', 'bill_line_board_id_tariff_id_fkey', line(`'tariff_id', '${nobody}'`)],
    ['lines of no fee', 'bill_line_fee_type_fkey', line(`'fee_type', 'parking'`)],
    ['lines of no reading', 'bill_line_has_its_reading', line(`'reading_id', '${nobody}'`)],
    [
      'one such line among others',
      'bill_line_board_id_tariff_id_fkey',
      line(`'tariff_id', case when c.id = (select min(id::text)::uuid from billing.bill_line)
                              then '${nobody}' else c.tariff_id::text end`),
    ],
    [
      'a bill of no lease',
      'bill_board_id_market_id_lease_id_fkey',
      `${bill(`'lease_id', '${nobody}'`)} limit 1`,
    ],
    [
      'a bill of no run',
      'bill_board_id_run_id_fkey',
      `${bill(`'period', '2026-11', 'run_id', '${nobody}'`)} limit 1`,
    ],
    [
      'a code of another market’s bill',
      'payment_code_board_id_market_id_bill_id_fkey',
      `insert into billing.payment_code (code, board_id, market_id, kind, bill_id, created_at)
       select 'QX1000000000', board_id, gen_random_uuid(), 'bill', gen_random_uuid(), now()
         from billing.bill limit 1`,
    ],
  ])('%s', async (_, constraint, sql) => {
    const refused = await write((tx) => tx.sql(sql)).catch((error: unknown) => error);
    expect(brokenConstraint(refused)).toBe(constraint);
  });

  it.each([
    'delete from billing.bill',
    'truncate billing.bill cascade',
    'update billing.bill set id = gen_random_uuid()',
    'update billing.bill set lease_id = gen_random_uuid()',
    'update billing.bill_line set bill_id = gen_random_uuid()',
    'update billing.bill_line set tariff_id = gen_random_uuid()',
    'delete from tariffs.tariff',
    'delete from tenancy.lease',
    'update tenancy.lease set market_id = gen_random_uuid()',
  ])('even the owner’s: %s', async (statement) => {
    await expect(world.corrupt(market.boardId, [statement])).rejects.toThrow('is append-only');
  });
});

describe('issuing is refused', () => {
  const without = (sql: string, id: Id) => world.corrupt(market.boardId, [`${sql} '${id}'`]);

  it('without an approved price', async () => {
    await without(
      'update tariffs.tariff set approved_at = null, approved_by = null where id =',
      market.tariffId,
    );
    expect(await codeOf(issue())).toBe('billing.noTariff');
  });

  it('without a receiving account in use', async () => {
    await without(
      `update banking.receiving_account set closed_on = '2026-09-30' where id =`,
      market.accountId,
    );
    expect(await codeOf(issue())).toBe('billing.noReceivingAccount');
  });

  it('without a code prefix', async () => {
    await without(
      `update billing.code_prefix set retired_on = '2026-09-30' where market_id =`,
      market.marketId,
    );
    expect(await codeOf(issue())).toBe('billing.noPrefix');
  });

  it('before the market opened, and more than a month ahead', async () => {
    expect(await codeOf(issue(month('2025-04')))).toBe('billing.monthBeforeOpening');
    expect(await codeOf(issue(month('2026-12')))).toBe('billing.monthTooFar');
  });

  it('for a market of another board, which does not exist for this one', async () => {
    const other = await billedMarket(world, { months: [] });
    const attempt = write((tx) => runs.issue(tx, other.marketId, october));
    expect(await codeOf(attempt)).toBe('billing.marketNotFound');
  });
});
