import { BoardList, Database, type Job, type JobHandler, JobHandlers } from '@cho40/platform';
import { Schedules, systemActor } from '@cho40/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EInvoiceAsking } from './e-invoice-asking.service';
import { E_INVOICES_TO_ASK } from './e-invoices.service';

/** Asks at once when somebody asked for one, and again by the clock where it did not go through. */
@Injectable()
export class EInvoicesProcessor implements JobHandler, OnModuleInit {
  readonly kind = E_INVOICES_TO_ASK;

  constructor(
    private readonly asking: EInvoiceAsking,
    private readonly handlers: JobHandlers,
    private readonly schedules: Schedules,
    private readonly boards: BoardList,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
    this.schedules.register({
      name: 'billing.askEInvoices',
      rhythm: { kind: 'every', minutes: 5 },
      run: () => this.askAll(),
    });
  }

  handle({ boardId }: Job): Promise<void> {
    return this.asking.askAll(boardId);
  }

  private async askAll(): Promise<void> {
    const boards = await this.db.read(systemActor([]), (tx) => this.boards.ids(tx));
    for (const boardId of boards) await this.asking.askAll(boardId);
  }
}
