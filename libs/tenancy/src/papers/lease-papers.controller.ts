import type { Id } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdParam,
  Papers,
  pdfFile,
} from '@cho40/platform';
import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LeasePapers } from './lease-papers.service';

/** A paper names the vendor in full: whoever opens one is written down, so reading it writes. */
@ApiTags('tenancy')
@Controller('leases/:id')
@Can('tenancy.personal')
export class LeasePapersController {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    private readonly leasePapers: LeasePapers,
  ) {}

  @Get('contract.pdf')
  @AsPdf()
  async contract(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const paper = await this.db.write(actor, (tx) => this.leasePapers.contract(tx, id));
    return pdfFile(await this.papers.print([paper]), 'hop-dong');
  }

  @Get('handover.pdf')
  @AsPdf()
  async handover(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const paper = await this.db.write(actor, (tx) => this.leasePapers.handover(tx, id));
    return pdfFile(await this.papers.print([paper]), 'bien-ban-ban-giao');
  }

  @Get('liquidation.pdf')
  @AsPdf()
  async liquidation(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const paper = await this.db.write(actor, (tx) => this.leasePapers.liquidation(tx, id));
    return pdfFile(await this.papers.print([paper]), 'bien-ban-thanh-ly');
  }
}
