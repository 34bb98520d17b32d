import { Client } from 'pg';
import type { Transfer } from './month-of-transfers';

/** A bank record with the live payment that was made of it. */
export interface KeptRecord {
  readonly on: string;
  readonly amount: number;
  readonly content: string;
  /** null where the money waits unmatched. */
  readonly leaseId: string | null;
}

export interface KeptBill {
  readonly leaseId: string;
  readonly period: string;
  readonly code: string;
  readonly total: number;
  readonly paid: number;
}

export interface KeptReceipt {
  readonly id: string;
  readonly leaseId: string;
  readonly amount: number;
}

const RECORDS = `
  select r.booked_on::text as on, r.amount::integer, r.content, p.lease_id as "leaseId"
    from banking.bank_record r
    left join billing.payment p
      on p.board_id = r.board_id and p.record_id = r.id and p.undone_at is null
   where r.booked_on = any ($1::date[])`;

const BILLS = `
  select lease_id as "leaseId", period, code, total::integer, paid::integer
    from billing.v_bill where voided_at is null and period = any ($1) order by code`;

const RECEIPTS = `
  select r.id, p.lease_id as "leaseId", p.amount::integer
    from cash.receipt r
    left join billing.payment p
      on p.board_id = r.board_id and p.receipt_id = r.id and p.undone_at is null
   where r.id = any ($1::uuid[])`;

/** What is told and not yet in the books. */
export interface Undone {
  readonly count: number;
  /** Jobs that somebody works on. */
  readonly running: number;
  /** How often those that are left were begun. */
  readonly attempts: number;
}

// A killed worker's lease ends after a minute, and what failed waits: here that time passes quickly.
const HURRY = `
  update platform.job
     set run_at = least(run_at, now()),
         lease_until = case when lease_until < now() + interval '58 s' then now()
                       else lease_until end
   where state in ('waiting', 'running')`;

const UNDONE_JOBS = `
  select count(*)::integer as count, count(*) filter (where state = 'running')::integer as running,
         coalesce(sum(attempts), 0)::integer as attempts
    from platform.job
   where state in ('waiting', 'running') and kind in ('banking.interpret', 'banking.recordConfirmed')`;

const SESSIONS = `
  select pid from pg_stat_activity
   where usename = current_user and pid <> pg_backend_pid() and backend_type = 'client backend'
   order by state = 'active' desc, random() limit 1`;

// What the database itself must refuse: the same sighting, payment and transfer a second time.
const SECOND_TIMES = [
  `insert into banking.sighting
   select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid()))).*
     from banking.sighting g where g.source <> 'statement' limit 1`,
  `insert into billing.payment (board_id, id, market_id, lease_id, source, record_id, amount,
     paid_at, booked_on, recorded_at, reason, rules_version)
   select board_id, gen_random_uuid(), market_id, lease_id, source, record_id, amount,
          paid_at, booked_on, recorded_at, reason, rules_version
     from billing.payment where source = 'bank' and undone_at is null limit 1`,
  `insert into ledger.transfer
   select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).*
     from ledger.transfer t where t.reverses is null limit 1`,
];
const BACK_MS = 60_000;
const UNIQUE_VIOLATION = '23505';

/** The tables themselves, looked at as the programs' role; they need not run for it. */
export class Books {
  constructor(
    private readonly url: () => string,
    private readonly boardId: string,
  ) {}

  records(transfers: readonly Transfer[]): Promise<KeptRecord[]> {
    const days = [...new Set(transfers.map(({ on }) => on))];
    return this.rows<KeptRecord>(RECORDS, [days]);
  }

  bills(months: readonly string[]): Promise<KeptBill[]> {
    return this.rows<KeptBill>(BILLS, [months]);
  }

  receipts(ids: readonly string[]): Promise<KeptReceipt[]> {
    return this.rows<KeptReceipt>(RECEIPTS, [ids]);
  }

  /** A session of the programs, one at work before one that waits. */
  async session(): Promise<number | undefined> {
    const [found] = await this.rows<{ pid: number }>(SESSIONS, []);
    return found?.pid;
  }

  /** Lets the minutes pass that jobs wait; gives what there still is to do. */
  async hurry(): Promise<Undone> {
    const [undone] = await this.look(async (client) => {
      await client.query(HURRY);
      return (await client.query<Undone>(UNDONE_JOBS)).rows;
    });
    return undone ?? { count: 0, running: 0, attempts: 0 };
  }

  /** How many facts the database would take a second time. */
  async takenTwice(): Promise<number> {
    let taken = 0;
    for (const statement of SECOND_TIMES) if (await this.takes(statement)) taken += 1;
    return taken;
  }

  private takes(statement: string): Promise<boolean> {
    return this.look(async (client) => {
      try {
        const { rowCount } = await client.query(statement);
        if (rowCount === 0) throw new Error(`nothing to tell a second time: ${statement}`);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
        throw error;
      }
    }, 'rollback');
  }

  private rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.look(async (client) => (await client.query<Row>(text, [...values])).rows);
  }

  private async look<T>(
    work: (client: Client) => Promise<T>,
    end: 'commit' | 'rollback' = 'commit',
  ): Promise<T> {
    const client = await this.connected();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.boards', $1, true)`, [`{${this.boardId}}`]);
      const result = await work(client);
      await client.query(end);
      return result;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  /** PostgreSQL may just have been killed: it comes back. */
  private async connected(): Promise<Client> {
    for (const deadline = performance.now() + BACK_MS; ; ) {
      const client = new Client({ connectionString: this.url() });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await new Promise((again) => setTimeout(again, 100));
      }
    }
  }
}
