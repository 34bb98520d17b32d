import { createHmac } from 'node:crypto';
import { businessDate, vnd, type Id } from '@cho40/kernel';
import {
  BankRecords,
  Feeds,
  readStatementFile,
  ReceivingAccounts,
  Statements,
  type ReceivingAccount,
  type SeenMovement,
  type StatementImport,
  type UploadedStatement,
} from '@cho40/banking';
import { newId, systemActor } from '@cho40/platform';
import type { TestWorld } from './test-world';
import { vietcombankXlsx, type PrintedStatement, type StatementLine } from './vietcombank-xlsx';

export const proposer = { userId: newId(), displayName: 'Kế toán' };
export const approver = { userId: newId(), displayName: 'Trưởng ban' };

/** A movement of one account, as SePay would show it; a test names what it is about. */
export interface Shown {
  readonly id: string | number;
  readonly amount: number;
  readonly content: string;
  /** Vietnamese wall clock: `2026-10-05 08:00:00`. */
  readonly at: string;
}

/** A test's modules, or the whole program. */
type World = Pick<TestWorld, 'db' | 'get'>;

/** A board with one account in use, and ways for the bank to show what happened on it. */
export class TestBank {
  private constructor(
    readonly world: World,
    readonly boardId: Id,
    readonly account: ReceivingAccount,
  ) {}

  static async open(
    world: World,
    { openedOn = '2026-01-01', openingBalance = 0 } = {},
  ): Promise<TestBank> {
    const boardId = newId();
    const account = await world.db.write(systemActor([boardId]), async (tx) => {
      await tx.sql(`insert into markets.board (id, name) values ($1, 'Ban quản lý chợ')`, [
        boardId,
      ]);
      const accounts = world.get(ReceivingAccounts);
      const proposed = {
        boardId,
        bin: '970436',
        number: String(BigInt(`0x${boardId.slice(-12)}`)).slice(0, 13),
        holderName: 'BAN QUAN LY CHO',
        openingBalance: vnd(openingBalance),
        openedOn: businessDate(openedOn),
      };
      const { id } = await accounts.propose(tx, proposed, proposer);
      return accounts.approve(tx, id, approver);
    });
    return new TestBank(world, boardId, account);
  }

  get actor() {
    return systemActor([this.boardId]);
  }

  /** A signed movement of a feed, taken in as the feed's interpreter would. */
  seen({ id, amount, content, at }: Shown, change: Partial<SeenMovement> = {}): SeenMovement {
    return {
      accountId: this.account.id,
      source: 'sepay',
      sourceId: String(id),
      direction: amount < 0 ? 'out' : 'in',
      amount: vnd(Math.abs(amount)),
      bookedAt: new Date(`${at.replace(' ', 'T')}+07:00`),
      bookedOn: businessDate(at.slice(0, 10)),
      content,
      reference: null,
      counterAccount: null,
      counterName: null,
      virtualAccount: null,
      balanceAfter: null,
      confirms: true,
      deliveryId: null,
      statementId: null,
      rowNumber: null,
      ...change,
    };
  }

  ingest(...rows: readonly SeenMovement[]) {
    return this.world.db.write(this.actor, (tx) =>
      this.world.get(BankRecords).ingest(tx, this.boardId, rows),
    );
  }

  /** A SePay door, with the secret that opens it. */
  async openFeed(auth: 'hmac' | 'api-key' = 'hmac') {
    const { boardId } = this;
    const { feedId, secret } = await this.world.db.write(this.actor, (tx) =>
      this.world.get(Feeds).open(tx, { boardId, provider: 'sepay', auth }),
    );
    return { feedId, secret: secret ?? '' };
  }

  /** The JSON SePay sends for a movement. */
  body({ id, amount, content, at }: Shown, change: object = {}): Buffer {
    const fields = {
      id,
      gateway: 'Vietcombank',
      transactionDate: at,
      accountNumber: this.account.number,
      code: null,
      content,
      transferType: amount < 0 ? 'out' : 'in',
      transferAmount: Math.abs(amount),
      accumulated: 0,
      subAccount: null,
      referenceCode: `MBVCB.${id}`,
      description: '',
      ...change,
    };
    return Buffer.from(JSON.stringify(fields));
  }

  printed(from: string, to: string, opening: number, lines: StatementLine[]): PrintedStatement {
    return { account: this.account.number, from, to, opening, lines };
  }

  async upload(statement: PrintedStatement) {
    return readStatementFile('sao-ke.xlsx', await vietcombankXlsx(statement));
  }

  async preview(statement: PrintedStatement): Promise<StatementImport> {
    const upload = await this.upload(statement);
    return this.world.db.read(this.actor, (tx) => this.world.get(Statements).preview(tx, upload));
  }

  async import(statement: PrintedStatement): Promise<StatementImport> {
    return this.commit(await this.upload(statement));
  }

  commit(upload: UploadedStatement): Promise<StatementImport> {
    return this.world.db.write(this.actor, (tx) => this.world.get(Statements).commit(tx, upload));
  }

  /** Every record with the sources that showed it, in a fixed order. */
  records() {
    return this.world.db.read(this.actor, (tx) =>
      tx.sql<{ on: string; amount: number; content: string; sources: string; isBelieved: boolean }>(
        `select r.booked_on as on,
                case r.direction when 'in' then r.amount else -r.amount end as amount, r.content,
                (select string_agg(g.source, '+' order by g.source)
                   from banking.v_sighting g where g.record_id = r.record_id) as sources,
                r.confirmed_at is not null as "isBelieved"
           from banking.v_bank_record r
          order by r.booked_on, r.amount, r.content, r.record_id`,
      ),
    );
  }

  provenDays(): Promise<string[]> {
    return this.world.db.read(this.actor, async (tx) => {
      const days = await tx.sql<{ day: string }>(
        'select day from banking.v_proven_day order by day',
      );
      return days.map(({ day }) => day);
    });
  }

  /** What the ledger has on the account. */
  balance(): Promise<number> {
    return this.world.db.read(this.actor, async (tx) => {
      const [sum] = await tx.sql<{ sum: number }>(
        `select coalesce(sum(amount), 0)::bigint as sum from ledger.v_posting
          where account like 'bank/%'`,
      );
      return sum?.sum ?? 0;
    });
  }
}

/** The headers with which SePay signs a body. */
export function signedHeaders(secret: string, body: Buffer, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  return { 'x-sepay-timestamp': timestamp, 'x-sepay-signature': `sha256=${hmac}` };
}
