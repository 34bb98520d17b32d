import { type Actor, Can, CurrentActor, Database } from '@cho40/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AdminUnitPageDto, AdminUnitQueryDto, FormerDistrictDto } from './admin-unit.dto';
import { AdminUnits } from './admin-units.service';

@ApiTags('markets')
@Controller('admin-units')
export class AdminUnitsController {
  constructor(
    private readonly db: Database,
    private readonly units: AdminUnits,
  ) {}

  @Get()
  @Can('markets.read')
  @ApiOkResponse({ type: AdminUnitPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: AdminUnitQueryDto): Promise<AdminUnitPageDto> {
    return this.db.read(actor, (tx) => this.units.list(tx, query));
  }

  /** What a market of this commune may carry as its former district. */
  @Get(':id/former-districts')
  @Can('markets.read')
  @ApiOkResponse({ type: [FormerDistrictDto] })
  formerDistricts(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
  ): Promise<FormerDistrictDto[]> {
    return this.db.read(actor, async (tx) => {
      const commune = await this.units.get(tx, id, 'commune');
      const districts = await this.units.formerDistricts(tx, commune.id);
      return districts.map((district) => ({
        id: district.id,
        code: district.code,
        name: district.name,
      }));
    });
  }
}
