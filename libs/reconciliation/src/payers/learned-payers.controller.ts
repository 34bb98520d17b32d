import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  marketScope,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  LearnedPayerDto,
  LearnedPayerPageDto,
  LearnedPayerQueryDto,
  LearnPayerDto,
} from './learned-payer.dto';
import { learnedPayerPage } from './learned-payers.queries';
import { LearnedPayers } from './learned-payers.service';

@ApiTags('learned-payers')
@Controller('learned-payers')
export class LearnedPayersController {
  constructor(
    private readonly db: Database,
    private readonly payers: LearnedPayers,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<LearnedPayerDto>('Người nộp đã nhớ', {
    accountLast4: 'Bốn số cuối tài khoản',
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Tiểu thương',
    learnedByName: 'Người nhớ',
    learnedAt: 'Nhớ lúc',
    offByName: 'Người tắt',
    offAt: 'Tắt lúc',
  })
  @ApiOkResponse({ type: LearnedPayerPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: LearnedPayerQueryDto) {
    return this.db.read(actor, (tx) => learnedPayerPage(tx, query, marketScope(tx.actor)));
  }

  /** Remembers that the account a record came from pays for a lease. */
  @Post()
  @HttpCode(204)
  @Can('reconciliation.decide')
  @ApiNoContentResponse()
  learn(@CurrentActor() actor: Actor, @Body() body: LearnPayerDto): Promise<void> {
    return this.db.write(actor, (tx) => this.payers.learn(tx, body));
  }

  @Post(':id/off')
  @HttpCode(204)
  @Can('reconciliation.decide')
  @ApiNoContentResponse()
  switchOff(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<void> {
    return this.db.write(actor, (tx) => this.payers.switchOff(tx, id));
  }
}
