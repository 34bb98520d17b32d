import type { Id } from '@cho40/kernel';
import { type Actor, Can, CurrentActor, Database, IdParam } from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EInvoiceDto, TypedEInvoiceDto } from './e-invoice.dto';
import { EInvoices } from './e-invoices.service';

@ApiTags('billing')
@Controller('bills/:id/e-invoice')
@Can('billing.issue')
export class EInvoicesController {
  constructor(
    private readonly db: Database,
    private readonly invoices: EInvoices,
  ) {}

  @Get()
  @Can('billing.read')
  @ApiOkResponse({ type: EInvoiceDto })
  get(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<EInvoiceDto> {
    return this.db.read(actor, (tx) => this.invoices.get(tx, id));
  }

  @Post('request')
  @HttpCode(200)
  @ApiOkResponse({ type: EInvoiceDto })
  ask(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<EInvoiceDto> {
    return this.db.write(actor, (tx) => this.invoices.ask(tx, id));
  }

  @Put()
  @ApiOkResponse({ type: EInvoiceDto })
  type(
    @CurrentActor() actor: Actor,
    @IdParam() id: Id,
    @Body() body: TypedEInvoiceDto,
  ): Promise<EInvoiceDto> {
    return this.db.write(actor, (tx) => this.invoices.type(tx, id, body));
  }
}
