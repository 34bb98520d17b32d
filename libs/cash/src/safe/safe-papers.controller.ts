import type { Id, Paper } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdParam,
  Papers,
  pdfFile,
  type Reading,
} from '@cho40/platform';
import { bankOf } from '@cho40/vietqr';
import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { depositOf } from '../deposits/deposits.queries';
import { depositPaper, handInPaper, safeCountPaper } from '../domain/safe-papers';
import { cashError } from '../errors';
import { handInFacts } from '../hand-ins/hand-in-book.queries';
import { safeCountOf } from './safe-counts.queries';

/** Papers of the safe, to be signed. */
@ApiTags('cash')
@Controller()
@Can('cash.read')
export class SafePapersController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
  ) {}

  /** Biên bản giao nhận tiền mặt. */
  @Get('hand-ins/:id/paper')
  @AsPdf()
  handIn(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    return this.print(actor, async (tx) => {
      const facts = await handInFacts(tx, id);
      if (!facts) throw cashError('handInNotFound', { id });
      return handInPaper(facts);
    });
  }

  /** Bảng kê nộp tiền. */
  @Get('deposits/:id/paper')
  @AsPdf()
  deposit(@CurrentActor() actor: Actor, @IdParam() depositId: Id): Promise<StreamableFile> {
    return this.print(actor, async (tx) => {
      const deposit = await depositOf(tx, depositId);
      if (!deposit) throw cashError('depositNotFound', { depositId });
      const bankName = bankOf(deposit.bin)?.shortName ?? deposit.bin;
      return depositPaper({ ...deposit, bankName });
    });
  }

  /** Biên bản kiểm kê quỹ. */
  @Get('safe-counts/:id/paper')
  @AsPdf()
  safeCount(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    return this.print(actor, async (tx) => {
      const count = await safeCountOf(tx, id);
      if (!count) throw cashError('safeCountNotFound', { id });
      return safeCountPaper(count);
    });
  }

  private async print(actor: Actor, make: (tx: Reading) => Promise<Paper>) {
    const paper = await this.db.read(actor, make);
    return pdfFile(await this.papers.print([paper]), paper.number ?? 'bien-ban');
  }
}
