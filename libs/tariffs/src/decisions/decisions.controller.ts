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
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  DecisionDetailDto,
  DecisionDto,
  DecisionPageDto,
  DecisionPricesDto,
  DecisionQueryDto,
  NewDecisionDto,
} from './decision.dto';
import { Decisions } from './decisions.service';

@ApiTags('tariffs')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly db: Database,
    private readonly decisions: Decisions,
  ) {}

  @Get()
  @Can('tariffs.read')
  @ApiOkResponse({ type: DecisionPageDto })
  @ListFile<DecisionDto>('Quyết định giá', {
    number: 'Số quyết định',
    title: 'Trích yếu',
    issuer: 'Cơ quan ban hành',
    provinceName: 'Tỉnh, thành phố',
    issuedOn: { title: 'Ngày ban hành', kind: 'day' },
    effectiveFrom: { title: 'Có hiệu lực từ', kind: 'day' },
    effectiveTo: { title: 'Đến ngày', kind: 'day' },
  })
  list(@CurrentActor() actor: Actor, @Query() query: DecisionQueryDto): Promise<DecisionPageDto> {
    return this.db.read(actor, (tx) => this.decisions.list(tx, query));
  }

  @Get(':id')
  @Can('tariffs.read')
  @ApiOkResponse({ type: DecisionDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<DecisionDetailDto> {
    return this.db.read(actor, (tx) => this.decisions.withPrices(tx, id));
  }

  @Post()
  @Can('tariffs.write')
  @ApiCreatedResponse({ type: DecisionDetailDto })
  record(@CurrentActor() actor: Actor, @Body() body: NewDecisionDto): Promise<DecisionDetailDto> {
    return this.db.write(actor, (tx) => this.decisions.record(tx, body));
  }

  @Post(':id/prices')
  @Can('tariffs.write')
  @ApiCreatedResponse({ type: DecisionDetailDto })
  addPrices(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { prices }: DecisionPricesDto,
  ): Promise<DecisionDetailDto> {
    return this.db.writeOnce(actor, once, (tx) => this.decisions.addPrices(tx, id, prices));
  }
}
