import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Corrections } from '../matching/corrections.service';
import { bankRecordColumns } from './bank-record-columns';
import { BankRecordDesk } from './bank-records.service';
import { AssignRecordDto } from './assign.dto';
import {
  BankRecordDetailDto,
  BankRecordDto,
  BankRecordPageDto,
  BankRecordQueryDto,
  UndoMatchDto,
} from './bank-record.dto';
import { RecordQueueDto, RecordQueueQueryDto } from './queue.dto';

@ApiTags('bank-records')
@Controller('bank-records')
export class BankRecordsController {
  constructor(
    private readonly db: Database,
    private readonly desk: BankRecordDesk,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<BankRecordDto>('Giao dịch ngân hàng', bankRecordColumns)
  @ApiOkResponse({ type: BankRecordPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: BankRecordQueryDto) {
    return this.db.read(actor, (tx) => this.desk.page(tx, query));
  }

  /** What waits for a person, a few at a time and never counted: go on with `next`. */
  @Get('queue')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: RecordQueueDto })
  queue(
    @CurrentActor() actor: Actor,
    @Query() query: RecordQueueQueryDto,
  ): Promise<RecordQueueDto> {
    return this.db.read(actor, (tx) => this.desk.queue(tx, query));
  }

  @Get(':id')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: BankRecordDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, (tx) => this.desk.one(tx, id));
  }

  /** Names whose money an unmatched record is. */
  @Post(':id/match')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  match(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: AssignRecordDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.corrections.name(tx, id, body);
      return this.desk.one(tx, id);
    });
  }

  /** Takes a record's payment back; the money waits for a person again. */
  @Post(':id/undo')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: BankRecordDetailDto })
  undo(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: UndoMatchDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.corrections.undo(tx, id, body.reason, body.since);
      return this.desk.one(tx, id);
    });
  }
}
