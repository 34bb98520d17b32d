import { invariant, type Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { VENDOR_KIND_WORDS } from '../domain/words';
import { PersonalViews } from './personal-views.service';
import {
  NewVendorDto,
  PersonalFactsDto,
  VendorChangeDto,
  VendorDto,
  VendorPageDto,
  VendorQueryDto,
} from './vendor.dto';
import { Vendors } from './vendors.service';

@ApiTags('tenancy')
@Controller('vendors')
export class VendorsController {
  constructor(
    private readonly db: Database,
    private readonly vendors: Vendors,
    private readonly personal: PersonalViews,
  ) {}

  @Get()
  @Can('tenancy.read')
  @ListFile<VendorDto>('Tiểu thương', {
    name: { title: 'Họ tên, tên cơ sở', width: 32 },
    kind: { title: 'Loại', of: (kind) => VENDOR_KIND_WORDS[kind] },
    representedBy: 'Người đại diện',
    phoneLast4: 'Bốn số cuối điện thoại',
    idNumberLast4: 'Bốn số cuối căn cước',
    taxCodeLast4: 'Bốn số cuối mã số thuế',
    stallCount: { title: 'Số điểm đang thuê', kind: 'number' },
  })
  @ApiOkResponse({ type: VendorPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: VendorQueryDto): Promise<VendorPageDto> {
    return this.db.read(actor, (tx) => this.vendors.list(tx, query));
  }

  @Post()
  @Can('tenancy.write')
  @ApiCreatedResponse({ type: VendorDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewVendorDto): Promise<VendorDto> {
    return this.db.write(actor, async (tx) => {
      const [id] = await this.vendors.create(tx, [body]);
      invariant(id !== undefined, 'one vendor has one id');
      return this.vendors.get(tx, id);
    });
  }

  @Get(':id')
  @Can('tenancy.read')
  @ApiOkResponse({ type: VendorDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<VendorDto> {
    return this.db.read(actor, (tx) => this.vendors.get(tx, id));
  }

  @Patch(':id')
  @Can('tenancy.write')
  @ApiOkResponse({ type: VendorDto })
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: VendorChangeDto,
  ): Promise<VendorDto> {
    return this.db.write(actor, (tx) => this.vendors.change(tx, id, body));
  }

  /** A vendor's numbers and address, unmasked. A POST, since looking is written down. */
  @Post(':id/personal-views')
  @HttpCode(200)
  @Can('tenancy.personal')
  @ApiOkResponse({ type: PersonalFactsDto })
  view(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<PersonalFactsDto> {
    return this.db.write(actor, (tx) => this.personal.open(tx, id, 'screen'));
  }
}
