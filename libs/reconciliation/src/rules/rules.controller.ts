import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import {
  NewRuleDto,
  RuleRehearsalDto,
  RehearseRuleDto,
  RuleDto,
  RulePageDto,
  RuleQueryDto,
} from './rule.dto';
import { rulePage } from './rules.queries';
import { ClassRules } from './rules.service';

class DraftedRuleDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

@ApiTags('reconciliation-rules')
@Controller('reconciliation-rules')
export class ClassRulesController {
  constructor(
    private readonly db: Database,
    private readonly rules: ClassRules,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<RuleDto>('Quy tắc phân loại', {
    words: 'Từ trong nội dung',
    accountLast4: 'Bốn số cuối tài khoản',
    class: 'Loại',
    state: 'Trạng thái',
    createdByName: 'Người soạn',
    onByName: 'Người bật',
    onAt: 'Bật lúc',
    offAt: 'Tắt lúc',
  })
  @ApiOkResponse({ type: RulePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: RuleQueryDto) {
    return this.db.read(actor, (tx) => rulePage(tx, query));
  }

  /** Drafts a rule; it does nothing until it was rehearsed and switched on. */
  @Post()
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: DraftedRuleDto })
  async draft(@CurrentActor() actor: Actor, @Body() body: NewRuleDto): Promise<DraftedRuleDto> {
    return { id: await this.db.write(actor, (tx) => this.rules.draft(tx, body)) };
  }

  /** What the rule would have said of the newest records, beside what became of them. */
  @Post(':id/rehearse')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: RuleRehearsalDto })
  rehearse(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { last = 1000 }: RehearseRuleDto,
  ): Promise<RuleRehearsalDto> {
    return this.db.write(actor, (tx) => this.rules.rehearse(tx, id, last));
  }

  @Post(':id/on')
  @HttpCode(204)
  @Can('reconciliation.decide')
  @ApiNoContentResponse()
  switchOn(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<void> {
    return this.db.write(actor, (tx) => this.rules.switchOn(tx, id));
  }

  @Post(':id/off')
  @HttpCode(204)
  @Can('reconciliation.decide')
  @ApiNoContentResponse()
  switchOff(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<void> {
    return this.db.write(actor, (tx) => this.rules.switchOff(tx, id));
  }
}
