import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CLOCK,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  marketScope,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import {
  EndVirtualAccountDto,
  NewVirtualAccountDto,
  VirtualAccountDto,
  VirtualAccountPageDto,
  VirtualAccountQueryDto,
} from './virtual-account.dto';
import { virtualAccountPage } from './virtual-accounts.queries';
import { VirtualAccounts } from './virtual-accounts.service';

class ProposedVirtualAccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

@ApiTags('virtual-accounts')
@Controller('virtual-accounts')
export class VirtualAccountsController {
  constructor(
    private readonly db: Database,
    private readonly accounts: VirtualAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Can('banking.read')
  @ListFile<VirtualAccountDto>('Tài khoản ảo', {
    number: 'Số tài khoản ảo',
    marketName: 'Chợ',
    stallCode: 'Điểm kinh doanh',
    state: 'Trạng thái',
    validFrom: { title: 'Dùng từ ngày', kind: 'day' },
    validTo: { title: 'Đến ngày', kind: 'day' },
    createdByName: 'Người đề xuất',
    approvedByName: 'Người duyệt',
  })
  @ApiOkResponse({ type: VirtualAccountPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: VirtualAccountQueryDto) {
    const today = businessDateOf(this.clock.now());
    return this.db.read(actor, (tx) =>
      virtualAccountPage(tx, query, { today, markets: marketScope(tx.actor) }),
    );
  }

  /** Proposes a number that the bank gave for a stall or a lease; another person approves it. */
  @Post()
  @Can('banking.write')
  @ApiCreatedResponse({ type: ProposedVirtualAccountDto })
  async propose(
    @CurrentActor() actor: Actor,
    @Body() body: NewVirtualAccountDto,
  ): Promise<ProposedVirtualAccountDto> {
    return { id: await this.db.write(actor, (tx) => this.accounts.propose(tx, body)) };
  }

  @Post(':id/approve')
  @HttpCode(204)
  @Can('banking.approve')
  @ApiNoContentResponse()
  approve(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<void> {
    return this.db.write(actor, (tx) => this.accounts.approve(tx, id));
  }

  @Post(':id/end')
  @HttpCode(204)
  @Can('banking.write')
  @ApiNoContentResponse()
  end(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { validTo }: EndVirtualAccountDto,
  ): Promise<void> {
    return this.db.write(actor, (tx) => this.accounts.end(tx, id, validTo));
  }
}
