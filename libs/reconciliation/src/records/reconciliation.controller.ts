import { type Actor, Can, CurrentActor, Database } from '@cho40/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReconciliationTodayDto } from './reconciliation-today.dto';
import { BankRecordDesk } from './bank-records.service';

@ApiTags('reconciliation')
@Controller('reconciliation')
export class ReconciliationController {
  constructor(
    private readonly db: Database,
    private readonly desk: BankRecordDesk,
  ) {}

  /** What of the bank's money nobody is named for. */
  @Get('today')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: ReconciliationTodayDto })
  today(@CurrentActor() actor: Actor) {
    return this.db.read(actor, (tx) => this.desk.today(tx));
  }
}
