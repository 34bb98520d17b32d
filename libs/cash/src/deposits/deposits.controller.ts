import { invariant, type Clock, type Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CLOCK,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
  type Reading,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cashError } from '../errors';
import {
  CashDepositDto,
  CashDepositPageDto,
  CashDepositQueryDto,
  DepositAccountListDto,
  DepositAccountQueryDto,
  DepositCandidateListDto,
  DepositReasonDto,
  PrepareDepositDto,
  TieDepositDto,
} from './deposit.dto';
import {
  candidatesOf,
  depositAccounts,
  depositOf,
  depositPage,
  type DepositLine,
} from './deposits.queries';
import { Deposits, type NamedPerson } from './deposits.service';

@ApiTags('cash')
@Controller('deposits')
export class DepositsController {
  constructor(
    private readonly db: Database,
    private readonly deposits: Deposits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Can('cash.read')
  @ListFile<CashDepositDto>('Nộp tiền vào tài khoản', {
    number: 'Số bảng kê',
    leftAt: 'Rời quỹ lúc',
    accountNumber: 'Tài khoản',
    carrierName: 'Người đi nộp',
    amount: { title: 'Số tiền', kind: 'money' },
    banked: { title: 'Ngân hàng ghi', kind: 'money' },
    returned: { title: 'Mang về quỹ', kind: 'money' },
    onTheWay: { title: 'Đang đi đường', kind: 'money' },
  })
  @ApiOkResponse({ type: CashDepositPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: CashDepositQueryDto) {
    return this.db.read(actor, (tx) => depositPage(tx, query));
  }

  /** Cash that whoever is signed in lets leave the safe. */
  @Post()
  @Can('cash.count')
  @ApiCreatedResponse({ type: CashDepositDto })
  prepare(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: PrepareDepositDto,
  ): Promise<CashDepositDto> {
    const { id, boardId, accountId, notes, carrierName } = body;
    const told = { id, boardId, accountId, notes, carrierName, cashier: personOf(actor) };
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.deposits.prepare(tx, told);
      return found(tx, id);
    });
  }

  /** Where cash may be brought: live accounts; whoever keeps the safe need not read the bank for it. */
  @Get('accounts')
  @Can('cash.count')
  @ApiOkResponse({ type: DepositAccountListDto })
  accounts(
    @CurrentActor() actor: Actor,
    @Query() { boardId }: DepositAccountQueryDto,
  ): Promise<DepositAccountListDto> {
    const now = this.clock.now();
    return this.db.read(actor, async (tx) => ({ items: await depositAccounts(tx, boardId, now) }));
  }

  /** Unmatched money on its account around its day. */
  @Get(':id/candidates')
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: DepositCandidateListDto })
  candidates(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<DepositCandidateListDto> {
    return this.db.read(actor, async (tx) => {
      await found(tx, id);
      return { items: await candidatesOf(tx, id) };
    });
  }

  /** The bank's record of it: the money is in the bank. */
  @Post(':id/tie')
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: CashDepositDto })
  tie(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() { recordId, reason = '' }: TieDepositDto,
  ): Promise<CashDepositDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.deposits.tie(tx, id, { recordId, reason, by: personOf(actor) });
      return found(tx, id);
    });
  }

  @Post(':id/untie')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: CashDepositDto })
  untie(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { reason }: DepositReasonDto,
  ): Promise<CashDepositDto> {
    return this.db.write(actor, async (tx) => {
      await this.deposits.untie(tx, id, { reason, by: personOf(actor) });
      return found(tx, id);
    });
  }

  /** What is on the way was brought back. */
  @Post(':id/take-back')
  @HttpCode(200)
  @Can('cash.count')
  @ApiOkResponse({ type: CashDepositDto })
  takeBack(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() { reason }: DepositReasonDto,
  ): Promise<CashDepositDto> {
    return this.db.write(actor, async (tx) => {
      await this.deposits.takeBack(tx, id, { reason, by: personOf(actor) });
      return found(tx, id);
    });
  }
}

/** @throws cash.depositNotFound */
async function found(tx: Reading, depositId: Id): Promise<DepositLine> {
  const deposit = await depositOf(tx, depositId);
  if (!deposit || tx.actor.markets !== 'all') throw cashError('depositNotFound', { depositId });
  return deposit;
}

function personOf({ userId, displayName: name }: Actor): NamedPerson {
  invariant(userId !== null, 'a deposit of nobody');
  return { id: userId, name };
}
