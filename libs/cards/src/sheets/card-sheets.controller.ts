import type { Id } from '@cho40/kernel';
import {
  type Actor,
  AsPdf,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
  pdfFile,
} from '@cho40/platform';
import { Body, Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CardSheetDto, NewCardSheetDto } from './card-sheet.dto';
import { CardSheets } from './card-sheets.service';

@ApiTags('cards')
@Controller()
@Can('cards.read')
export class CardSheetsController {
  constructor(
    private readonly db: Database,
    private readonly sheets: CardSheets,
  ) {}

  @Get('markets/:id/card-sheets')
  @ApiOkResponse({ type: [CardSheetDto], description: 'the newest ten' })
  list(@CurrentActor() actor: Actor, @IdParam() marketId: Id): Promise<CardSheetDto[]> {
    return this.db.read(actor, (tx) => this.sheets.list(tx, marketId));
  }

  @Post('markets/:id/card-sheets')
  @Can('cards.print')
  @ApiCreatedResponse({ type: CardSheetDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @IdParam() marketId: Id,
    @Body() body: NewCardSheetDto,
  ): Promise<CardSheetDto> {
    return this.db.writeOnce(actor, once, (tx) => this.sheets.ask(tx, marketId, body));
  }

  @Get('card-sheets/:id/file')
  @Can('cards.print')
  @AsPdf()
  async file(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<StreamableFile> {
    const file = await this.db.read(actor, (tx) => this.sheets.file(tx, id));
    return pdfFile(file, 'the-ma-qr');
  }
}
