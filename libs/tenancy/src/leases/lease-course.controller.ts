import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LeaseEndDto, LeaseHistoryDto, NewSuspensionDto, ResumptionDto } from './lease-course.dto';
import { LeaseCourse } from './lease-course.service';
import { LeaseDto, RenewalDto } from './lease.dto';

@ApiTags('tenancy')
@Controller('leases/:id')
export class LeaseCourseController {
  constructor(
    private readonly db: Database,
    private readonly course: LeaseCourse,
  ) {}

  /** What it goes on from and what goes on from it, and the days on which it stood still. */
  @Get('history')
  @Can('tenancy.read')
  @ApiOkResponse({ type: LeaseHistoryDto })
  history(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<LeaseHistoryDto> {
    return this.db.read(actor, (tx) => this.course.history(tx, id));
  }

  /** Signs the lease that continues this one, and answers it. */
  @Post('renewal')
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: LeaseDto })
  renew(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: RenewalDto,
  ): Promise<LeaseDto> {
    return this.db.write(actor, (tx) => this.course.renew(tx, id, body));
  }

  @Post('suspensions')
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: LeaseDto })
  suspend(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewSuspensionDto,
  ): Promise<LeaseDto> {
    return this.db.write(actor, (tx) => this.course.suspend(tx, id, body));
  }

  @Post('resumption')
  @HttpCode(200)
  @Can('tenancy.write')
  @ApiOkResponse({ type: LeaseDto })
  resume(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: ResumptionDto,
  ): Promise<LeaseDto> {
    return this.db.write(actor, (tx) => this.course.resume(tx, id, body.on));
  }

  @Post('end')
  @HttpCode(200)
  @Can('tenancy.write')
  @ApiOkResponse({ type: LeaseDto })
  end(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: LeaseEndDto,
  ): Promise<LeaseDto> {
    return this.db.write(actor, (tx) => this.course.terminate(tx, id, body));
  }
}
