import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam, ListFile } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CollectionContractDto,
  CollectionContractPageDto,
  CollectionContractQueryDto,
  EndCollectionContractDto,
  NewCollectionContractDto,
} from './collection-contract.dto';
import { CollectionContracts } from './collection-contracts.service';

const PER = { month: 'tháng', quarter: 'quý', year: 'năm', term: 'cả kỳ' } as const;

@ApiTags('markets')
@Controller('markets/:id/collection-contracts')
export class CollectionContractsController {
  constructor(
    private readonly db: Database,
    private readonly contracts: CollectionContracts,
  ) {}

  @Get()
  @Can('markets.read')
  @ListFile<CollectionContractDto>('Khoán thu', {
    party: 'Bên nhận khoán',
    amount: { title: 'Số tiền khoán', kind: 'money' },
    per: { title: 'Tính theo', of: (per) => PER[per] },
    document: 'Văn bản',
    validFrom: { title: 'Từ ngày', kind: 'day' },
    validTo: { title: 'Đến ngày', kind: 'day' },
    endedReason: 'Lý do kết thúc sớm',
  })
  @ApiOkResponse({ type: CollectionContractPageDto })
  list(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Query() query: CollectionContractQueryDto,
  ): Promise<CollectionContractPageDto> {
    return this.db.read(actor, (tx) => this.contracts.list(tx, id, query));
  }

  @Post()
  @Can('markets.write')
  @ApiCreatedResponse({ type: CollectionContractDto })
  sign(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: NewCollectionContractDto,
  ): Promise<CollectionContractDto> {
    return this.db.write(actor, (tx) => this.contracts.sign(tx, id, body));
  }

  @Post(':contractId/end')
  @HttpCode(200)
  @Can('markets.write')
  @ApiOkResponse({ type: CollectionContractDto })
  end(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @IdParam('contractId') contractId: Id,
    @Body() body: EndCollectionContractDto,
  ): Promise<CollectionContractDto> {
    return this.db.write(actor, (tx) => this.contracts.end(tx, id, contractId, body));
  }
}
