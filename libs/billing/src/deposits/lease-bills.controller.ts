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
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ExtraBills } from '../bills/extra-bills.service';
import { ReasonDto } from '../reliefs/relief.dto';
import {
  DepositDto,
  MadeBillDto,
  NewAdjustmentDto,
  NewDepositDto,
  NewDepositUseDto,
} from './deposit.dto';
import { Deposits } from './deposits.service';

/** What is done for one lease beside its months. */
@ApiTags('billing')
@Controller()
export class LeaseBillsController {
  constructor(
    private readonly db: Database,
    private readonly extraBills: ExtraBills,
    private readonly deposits: Deposits,
  ) {}

  @Post('billing/leases/:id/adjustments')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: MadeBillDto })
  adjust(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() leaseId: Id,
    @Body() body: NewAdjustmentDto,
  ): Promise<MadeBillDto> {
    return this.db.writeOnce(actor, once, (tx) => this.extraBills.adjust(tx, leaseId, body));
  }

  @Get('billing/leases/:id/deposit')
  @Can('billing.read')
  @ApiOkResponse({ type: DepositDto })
  deposit(@CurrentActor() actor: Actor, @IdParam() leaseId: Id): Promise<DepositDto> {
    return this.db.read(actor, (tx) => this.deposits.of(tx, leaseId));
  }

  @Post('billing/leases/:id/deposit')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: MadeBillDto })
  demand(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() leaseId: Id,
    @Body() body: NewDepositDto,
  ): Promise<MadeBillDto> {
    return this.db.writeOnce(actor, once, (tx) => this.extraBills.demandDeposit(tx, leaseId, body));
  }

  @Post('billing/leases/:id/deposit-uses')
  @Can('billing.issue')
  @ApiCreatedResponse({ type: DepositDto })
  use(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() leaseId: Id,
    @Body() body: NewDepositUseDto,
  ): Promise<DepositDto> {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.deposits.use(tx, leaseId, body);
      return this.deposits.of(tx, leaseId);
    });
  }

  @Post('deposit-uses/:id/undo')
  @HttpCode(200)
  @Can('billing.issue')
  @ApiOkResponse({ type: DepositDto })
  undo(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() useId: Id,
    @Body() { reason }: ReasonDto,
  ): Promise<DepositDto> {
    return this.db.writeOnce(actor, once, async (tx) =>
      this.deposits.of(tx, await this.deposits.undo(tx, useId, reason)),
    );
  }
}
