import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
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
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { claimColumns } from './claim-columns';
import {
  ClaimDetailDto,
  ClaimDto,
  ClaimPageDto,
  ClaimQueryDto,
  FindClaimDto,
  MakeClaimDto,
  RefuseClaimDto,
} from './claim.dto';
import { claimPage } from './claims.queries';
import { Claims } from './claims.service';

@ApiTags('claims')
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly db: Database,
    private readonly claims: Claims,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ListFile<ClaimDto>('Đã nộp mà chưa thấy', claimColumns)
  @ApiOkResponse({ type: ClaimPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ClaimQueryDto) {
    return this.db.read(actor, (tx) => claimPage(tx, query, businessDateOf(this.clock.now())));
  }

  @Get(':id')
  @Can('reconciliation.read')
  @ApiOkResponse({ type: ClaimDetailDto })
  one(@CurrentActor() actor: Actor, @IdParam() id: Id) {
    return this.db.read(actor, (tx) => this.claims.one(tx, id));
  }

  /** Somebody says they paid and it does not show. */
  @Post()
  @Can('reconciliation.decide')
  @ApiCreatedResponse({ type: ClaimDetailDto })
  make(@CurrentActor() actor: Actor, @IdempotencyKey() once: Once, @Body() body: MakeClaimDto) {
    return this.db.writeOnce(actor, once, async (tx) => {
      const id = await this.claims.make(tx, body);
      return this.claims.one(tx, id);
    });
  }

  /** Says which record is the claim's money; it is given to the claim's lease. */
  @Post(':id/find')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: ClaimDetailDto })
  find(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: FindClaimDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.claims.find(tx, id, body);
      return this.claims.one(tx, id);
    });
  }

  /** Answers that no such money came, with what the payer is told. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Can('reconciliation.decide')
  @ApiOkResponse({ type: ClaimDetailDto })
  refuse(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() id: Id,
    @Body() body: RefuseClaimDto,
  ) {
    return this.db.writeOnce(actor, once, async (tx) => {
      await this.claims.refuse(tx, id, body.reason);
      return this.claims.one(tx, id);
    });
  }
}
