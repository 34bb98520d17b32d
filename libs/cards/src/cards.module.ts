import { BillingModule } from '@cho40/billing';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { FeeCardsController } from './fee-cards/fee-cards.controller';
import { FeeCards } from './fee-cards/fee-cards.service';
import { cardsInvariants } from './invariants';
import { CardSheetsController } from './sheets/card-sheets.controller';
import { CardSheets } from './sheets/card-sheets.service';
import { SheetDrawing } from './sheets/drawing.service';
import { SheetsToDrawProcessor } from './sheets/sheets-to-draw.processor';

@Module({
  imports: [BillingModule],
  controllers: [CardSheetsController, FeeCardsController],
  providers: [CardSheets, FeeCards, SheetDrawing, SheetsToDrawProcessor],
  exports: [CardSheets, FeeCards],
})
export class CardsModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(cardsInvariants);
  }
}
