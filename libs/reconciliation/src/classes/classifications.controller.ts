import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BankRecordDetailDto, UndoMatchDto } from '../records/bank-record.dto';
import { BankRecordDesk } from '../records/bank-records.service';
import { ClassifyRecordDto } from './classification.dto';
import { Classifications } from './classifications.service';

@ApiTags('bank-records')
@Controller('bank-records')
export class ClassificationsController {
  constructor(
    private readonly db: Database,
    private readonly desk: BankRecordDesk,
    private readonly classifications: Classifications,
  ) {}

  /** Says what an unmatched or outgoing record is that pays nobody's fees. */
  @Post(':id/classify')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  classify(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { as, reason, since }: ClassifyRecordDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.classifications.classify(tx, { recordId: id, as, reason, since });
      return this.desk.one(tx, id);
    });
  }

  /** Takes a record's class back; it waits for a person again. */
  @Post(':id/unclassify')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  unclassify(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason, since }: UndoMatchDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.classifications.unclassify(tx, id, reason, { since });
      return this.desk.one(tx, id);
    });
  }
}
