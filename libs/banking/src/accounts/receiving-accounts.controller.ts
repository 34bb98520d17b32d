import type { Clock, Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CLOCK,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  offsetOf,
  pageOf,
  PageQueryDto,
  platformError,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { accountDto } from './account-standing';
import { probeCandidates } from './proving.queries';
import type { ReceivingAccount } from './receiving-account.entity';
import {
  NewReceivingAccountDto,
  ProbeCandidateDto,
  ProbePaymentDto,
  ReceivingAccountDto,
  ReceivingAccountPageDto,
  ReceivingAccountQueryDto,
} from './receiving-accounts.dto';
import { type Person, ReceivingAccounts } from './receiving-accounts.service';

@ApiTags('banking')
@Controller('receiving-accounts')
export class ReceivingAccountsController {
  constructor(
    private readonly db: Database,
    private readonly accounts: ReceivingAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Can('banking.read')
  @ListFile<ReceivingAccountDto>('Tài khoản nhận tiền', {
    bankName: 'Ngân hàng',
    bin: 'Mã ngân hàng',
    number: 'Số tài khoản',
    holderName: 'Chủ tài khoản',
    openedOn: { title: 'Dùng từ ngày', kind: 'day' },
    closedOn: { title: 'Đóng ngày', kind: 'day' },
    openingBalance: { title: 'Số dư đầu', kind: 'money' },
    createdByName: 'Người đề xuất',
    approvedByName: 'Người duyệt',
  })
  @ApiOkResponse({ type: ReceivingAccountPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ReceivingAccountQueryDto,
  ): Promise<ReceivingAccountPageDto> {
    const all = await this.db.read(actor, (tx) => this.accounts.list(tx, query.boardId));
    const shown = all
      .map((one) => this.dto(one))
      .filter((one) => query.state === undefined || one.state === query.state);
    const from = offsetOf(query);
    return pageOf(shown.slice(from, from + query.limit), query, shown.length);
  }

  /** What waits for a second person, for whoever may be that person and nothing else. */
  @Get('proposed')
  @Can('banking.approve')
  @ApiOkResponse({ type: ReceivingAccountPageDto })
  async proposed(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<ReceivingAccountPageDto> {
    const all = await this.db.read(actor, (tx) => this.accounts.list(tx));
    const proposed = all.filter(({ approvedBy }) => approvedBy === null);
    return pageOf(
      proposed.map((one) => this.dto(one)),
      query,
      proposed.length,
    );
  }

  @Post()
  @Can('banking.write')
  @ApiCreatedResponse({ type: ReceivingAccountDto })
  async propose(
    @CurrentActor() actor: Actor,
    @Body() proposed: NewReceivingAccountDto,
  ): Promise<ReceivingAccountDto> {
    const by = personOf(actor);
    return this.dto(await this.db.write(actor, (tx) => this.accounts.propose(tx, proposed, by)));
  }

  /** Payments among which the probe is found, where its bank printed the text without the code. */
  @Get(':id/probe-candidates')
  @Can('banking.approve')
  @ApiOkResponse({ type: [ProbeCandidateDto] })
  async probeCandidates(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
  ): Promise<ProbeCandidateDto[]> {
    const isShown = actor.permissions.has('banking.personal');
    const found = await this.db.read(actor, async (tx) => {
      await this.accounts.one(tx, id);
      return probeCandidates(tx, id);
    });
    return found.map((one) => ({ ...one, content: isShown ? one.content : null }));
  }

  /** Names the payment that shows the account to be the board's. */
  @Post(':id/prove')
  @HttpCode(200)
  @Can('banking.approve')
  @ApiOkResponse({ type: ReceivingAccountDto })
  async prove(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { recordId }: ProbePaymentDto,
  ): Promise<ReceivingAccountDto> {
    const by = personOf(actor);
    return this.dto(await this.db.write(actor, (tx) => this.accounts.prove(tx, id, recordId, by)));
  }

  /** Puts into use what another person proposed. */
  @Post(':id/approve')
  @HttpCode(200)
  @Can('banking.approve')
  @ApiOkResponse({ type: ReceivingAccountDto })
  async approve(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<ReceivingAccountDto> {
    const by = personOf(actor);
    return this.dto(await this.db.write(actor, (tx) => this.accounts.approve(tx, id, by)));
  }

  private dto(one: ReceivingAccount): ReceivingAccountDto {
    return accountDto(one, this.clock.now());
  }
}

function personOf({ userId, displayName }: Actor): Person {
  if (userId === null) throw platformError('signInFirst');
  return { userId, displayName };
}
