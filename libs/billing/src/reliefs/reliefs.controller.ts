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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NewCorrectionDto,
  NewReliefDto,
  NewWriteOffDto,
  ReasonDto,
  ReliefDetailDto,
  ReliefDto,
  ReliefPageDto,
  ReliefQueryDto,
} from './relief.dto';
import {
  OwedBillDto,
  RehearseReliefDto,
  RehearseWriteOffDto,
  ReliefRehearsalDto,
} from './relief-rehearsal.dto';
import { billsOwedBy } from './relief-rehearsals.queries';
import { ReliefRehearsals } from './relief-rehearsals.service';
import { Reliefs } from './reliefs.service';

const KIND_WORDS = { relief: 'Miễn, giảm', correction: 'Điều chỉnh giảm', 'write-off': 'Xóa nợ' };
const STATE_WORDS = { proposed: 'Chờ duyệt', approved: 'Đã duyệt', ended: 'Đã kết thúc' };

@ApiTags('billing')
@Controller()
export class ReliefsController {
  constructor(
    private readonly db: Database,
    private readonly reliefs: Reliefs,
    private readonly rehearsals: ReliefRehearsals,
  ) {}

  @Get('reliefs')
  @Can('billing.read')
  @ListFile<ReliefDto>('Miễn, giảm và xóa nợ', {
    marketName: 'Chợ',
    kind: { title: 'Loại', of: (kind) => KIND_WORDS[kind] },
    document: 'Văn bản',
    documentOn: { title: 'Ngày văn bản', kind: 'day' },
    reason: 'Lý do',
    percent: { title: 'Phần trăm', kind: 'number' },
    amount: { title: 'Số tiền', kind: 'money' },
    fromOn: { title: 'Từ ngày', kind: 'day' },
    toOn: { title: 'Đến ngày', kind: 'day' },
    leaseCount: { title: 'Số hợp đồng', kind: 'number' },
    letOff: { title: 'Đã miễn, giảm', kind: 'money' },
    state: { title: 'Trạng thái', of: (state) => STATE_WORDS[state] },
  })
  @ApiOkResponse({ type: ReliefPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ReliefQueryDto): Promise<ReliefPageDto> {
    return this.db.read(actor, (tx) => this.reliefs.list(tx, query));
  }

  @Get('reliefs/:id')
  @Can('billing.read')
  @ApiOkResponse({ type: ReliefDetailDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ReliefDetailDto> {
    return this.db.read(actor, (tx) => this.reliefs.get(tx, id));
  }

  @Post('markets/:id/reliefs')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: ReliefDetailDto })
  propose(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() marketId: Id,
    @Body() body: NewReliefDto,
  ): Promise<ReliefDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) =>
      this.reliefs.get(tx, await this.reliefs.propose(tx, marketId, body)),
    );
  }

  /** Whom it would be for, and what approving it would let off now. */
  @Post('markets/:id/reliefs/rehearse')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: ReliefRehearsalDto })
  rehearse(
    @CurrentActor() actor: Actor,
    @IdParam() marketId: Id,
    @Body() body: RehearseReliefDto,
  ): Promise<ReliefRehearsalDto> {
    return this.db.read(actor, (tx) => this.rehearsals.relief(tx, marketId, body));
  }

  @Post('bills/:id/corrections')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: ReliefDetailDto })
  correct(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() billId: Id,
    @Body() body: NewCorrectionDto,
  ): Promise<ReliefDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) =>
      this.reliefs.get(tx, await this.reliefs.proposeCorrection(tx, billId, body)),
    );
  }

  @Post('write-offs')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: ReliefDetailDto })
  writeOff(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: NewWriteOffDto,
  ): Promise<ReliefDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) =>
      this.reliefs.get(tx, await this.reliefs.proposeWriteOff(tx, body)),
    );
  }

  /** What leases still owe, bill by bill: what a write-off of them would be about. */
  @Post('write-offs/rehearse')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: [OwedBillDto] })
  rehearseWriteOff(
    @CurrentActor() actor: Actor,
    @Body() { leaseIds }: RehearseWriteOffDto,
  ): Promise<OwedBillDto[]> {
    return this.db.read(actor, (tx) => billsOwedBy(tx, leaseIds));
  }

  @Post('reliefs/:id/approve')
  @HttpCode(200)
  @Can('billing.approve')
  @ApiOkResponse({ type: ReliefDetailDto })
  approve(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
  ): Promise<ReliefDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.reliefs.approve(tx, id);
      return this.reliefs.get(tx, id);
    });
  }

  @Post('reliefs/:id/end')
  @HttpCode(200)
  @Can('billing.approve')
  @ApiOkResponse({ type: ReliefDetailDto })
  end(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { reason }: ReasonDto,
  ): Promise<ReliefDetailDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.reliefs.end(tx, id, reason);
      return this.reliefs.get(tx, id);
    });
  }
}
