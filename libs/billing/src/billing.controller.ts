import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { type Actor, Can, CLOCK, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LeaseAccountDto } from './leases/lease-account.dto';
import { LeaseAccounts } from './leases/lease-accounts.service';
import { BillingTodayDto } from './today/billing-today.dto';
import { billingToday } from './today/billing-today.queries';

@ApiTags('billing')
@Controller('billing')
@Can('billing.read')
export class BillingController {
  constructor(
    private readonly db: Database,
    private readonly leaseAccounts: LeaseAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('today')
  @ApiOkResponse({ type: BillingTodayDto })
  today(@CurrentActor() actor: Actor): Promise<BillingTodayDto> {
    return this.db.read(actor, (tx) => billingToday(tx, businessDateOf(this.clock.now())));
  }

  @Get('leases/:id')
  @ApiOkResponse({ type: LeaseAccountDto })
  leaseAccount(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<LeaseAccountDto> {
    return this.db.read(actor, (tx) => this.leaseAccounts.of(tx, id));
  }
}
