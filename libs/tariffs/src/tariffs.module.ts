import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Decision } from './decisions/decision.entity';
import { DecisionsController } from './decisions/decisions.controller';
import { Decisions } from './decisions/decisions.service';
import { tariffsInvariants } from './invariants';
import { PriceListsController } from './price-lists/price-lists.controller';
import { PriceLists } from './price-lists/price-lists.service';
import { Tariff } from './tariffs/tariff.entity';
import { TariffsController } from './tariffs/tariffs.controller';
import { Tariffs } from './tariffs/tariffs.service';

export const tariffsEntities = [Decision, Tariff];

@Module({
  imports: [MarketsModule, TypeOrmModule.forFeature(tariffsEntities)],
  controllers: [DecisionsController, PriceListsController, TariffsController],
  providers: [Decisions, PriceLists, Tariffs],
  exports: [Decisions, PriceLists, Tariffs],
})
export class TariffsModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(tariffsInvariants);
  }
}
