import { invariant, type Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AWARD_WORDS, BILLING_CYCLE_WORDS, LEASE_STATE_WORDS } from '../domain/words';
import { LeaseChangeDto, LeaseDto, LeasePageDto, NewLeaseDto } from './lease.dto';
import { LeasedMarketDto, LeasedMarketsQueryDto, LeaseQueryDto } from './lease-query.dto';
import { Leases } from './leases.service';

@ApiTags('tenancy')
@Controller()
export class LeasesController {
  constructor(
    private readonly db: Database,
    private readonly leases: Leases,
  ) {}

  @Get('leases')
  @Can('tenancy.read')
  @ListFile<LeaseDto>('Hợp đồng', {
    stallCode: 'Điểm kinh doanh',
    zoneName: 'Khu',
    number: 'Số hợp đồng',
    vendorName: { title: 'Người thuê', width: 32 },
    operatorName: 'Người trực tiếp bán hàng',
    payerName: 'Người nộp tiền',
    validFrom: { title: 'Từ ngày', kind: 'day' },
    validTo: { title: 'Đến ngày', kind: 'day' },
    state: { title: 'Tình trạng', of: (state) => LEASE_STATE_WORDS[state] },
    award: { title: 'Hình thức giao điểm', of: (award) => award && AWARD_WORDS[award] },
    awardNumber: 'Số văn bản',
    awardOn: { title: 'Ngày văn bản', kind: 'day' },
    priceClass: 'Nhóm giá',
    billingCycle: { title: 'Kỳ thu', of: (cycle) => BILLING_CYCLE_WORDS[cycle] },
    depositAgreed: { title: 'Ký quỹ thỏa thuận', kind: 'money' },
    endedReason: { title: 'Lý do chấm dứt', width: 40 },
  })
  @ApiOkResponse({ type: LeasePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: LeaseQueryDto): Promise<LeasePageDto> {
    return this.db.read(actor, (tx) => this.leases.list(tx, query));
  }

  @Post('leases')
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: LeaseDto })
  sign(@CurrentActor() actor: Actor, @Body() body: NewLeaseDto): Promise<LeaseDto> {
    return this.db.write(actor, async (tx) => {
      const [id] = await this.leases.sign(tx, [body]);
      invariant(id !== undefined, 'one lease has one id');
      return this.leases.get(tx, id);
    });
  }

  @Get('leases/:id')
  @Can('tenancy.read')
  @ApiOkResponse({ type: LeaseDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<LeaseDto> {
    return this.db.read(actor, (tx) => this.leases.get(tx, id));
  }

  /** Corrects what may change while it stands; its days, holder and cycle may not. */
  @Patch('leases/:id')
  @Can('tenancy.write')
  @ApiOkResponse({ type: LeaseDto })
  amend(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: LeaseChangeDto,
  ): Promise<LeaseDto> {
    return this.db.write(actor, (tx) => this.leases.amend(tx, id, body));
  }

  /** How full the markets are: of each, the stalls leased on a day. */
  @Get('tenancy/markets/leased')
  @Can('tenancy.read')
  @ApiOkResponse({ type: [LeasedMarketDto] })
  leased(
    @CurrentActor() actor: Actor,
    @Query() query: LeasedMarketsQueryDto,
  ): Promise<LeasedMarketDto[]> {
    return this.db.read(actor, (tx) => this.leases.leasedPerMarket(tx, query.on));
  }
}
