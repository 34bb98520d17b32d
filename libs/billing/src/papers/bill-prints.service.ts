import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, Database, Jobs, newId, Papers, systemActor } from '@cho40/platform';
import type { Reading, Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { billingError } from '../errors';
import { marketOf } from '../market.queries';
import { openBillsOfMonth } from './bill-facts.queries';
import { BillPapers } from './bill-papers.service';
import type { BillPrintDto, NewBillPrintDto } from './bill-print.dto';
import {
  beginPrint,
  dropFilesBefore,
  fileOfPrint,
  findPrints,
  hasZone,
} from './bill-prints.queries';

export const BILLS_TO_PRINT = 'billing.billsToPrint';
const KEPT_MS = 24 * 3_600_000;

/** A zone's open bills in one file: asked for at the desk, made by the worker. */
@Injectable()
export class BillPrints {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly papers: Papers,
    private readonly billPapers: BillPapers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws billing.marketNotFound, billing.zoneNotFound */
  async ask(tx: Tx, marketId: Id, { month, zoneId }: NewBillPrintDto): Promise<BillPrintDto> {
    const { boardId } = await marketOf(tx, marketId);
    if (zoneId && !(await hasZone(tx, marketId, zoneId))) throw billingError('zoneNotFound');
    const id = newId();
    const now = this.clock.now();
    await dropFilesBefore(tx, new Date(now.getTime() - KEPT_MS));
    await tx.sql(
      `insert into billing.bill_print (board_id, id, market_id, zone_id, period, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [boardId, id, marketId, zoneId ?? null, month, tx.actor.userId, now],
    );
    await this.jobs.add(tx, { kind: BILLS_TO_PRINT, boardId, subjectId: id, key: id });
    return this.get(tx, id);
  }

  async list(tx: Reading, marketId: Id): Promise<BillPrintDto[]> {
    await marketOf(tx, marketId);
    return findPrints(tx, { marketId });
  }

  async get(tx: Reading, id: Id): Promise<BillPrintDto> {
    const [print] = await findPrints(tx, { id });
    if (!print) throw billingError('printNotFound');
    return print;
  }

  async file(tx: Reading, id: Id): Promise<Buffer> {
    await this.get(tx, id);
    const file = await fileOfPrint(tx, id);
    if (!file) throw billingError('printNotFound');
    return file;
  }

  /** The worker's part; made again after a failure it gives the same file. */
  async make(boardId: Id, id: Id): Promise<void> {
    const actor = systemActor([boardId]);
    const asked = await this.db.write(actor, (tx) => beginPrint(tx, id));
    if (!asked) return;
    const sheets = await this.db.read(actor, async (tx) =>
      this.billPapers.of(tx, await openBillsOfMonth(tx, asked), 'A5'),
    );
    await this.tell(boardId, id, { billCount: sheets.length, printed: 0 });
    const told: Promise<void>[] = [];
    const file = await this.papers.print(sheets, (printed) => {
      told.push(this.tell(boardId, id, { billCount: sheets.length, printed }));
    });
    await Promise.all(told);
    await this.db.write(actor, (tx) =>
      tx.sql(
        `update billing.bill_print set state = 'done', printed = bill_count, file = $2, ended_at = $3
          where id = $1`,
        [id, file, this.clock.now()],
      ),
    );
  }

  private async tell(boardId: Id, id: Id, { billCount, printed }: Record<string, number>) {
    await this.db.write(systemActor([boardId]), (tx) =>
      tx.sql(
        `update billing.bill_print set bill_count = $2, printed = greatest(printed, $3)
          where id = $1`,
        [id, billCount, printed],
      ),
    );
  }
}
