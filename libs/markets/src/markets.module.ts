import { BoardList, Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminUnitsController } from './admin-units/admin-units.controller';
import { AdminUnits } from './admin-units/admin-units.service';
import { Board } from './boards/board.entity';
import { BoardsController } from './boards/boards.controller';
import { Boards } from './boards/boards.service';
import { CollectionContractsController } from './collection/collection-contracts.controller';
import { CollectionContracts } from './collection/collection-contracts.service';
import { marketsInvariants } from './invariants';
import { MarketDaysController } from './market-days/market-days.controller';
import { MarketDays } from './market-days/market-days.service';
import { MarketCommunes } from './markets/market-communes.service';
import { Market } from './markets/market.entity';
import { MarketsController } from './markets/markets.controller';
import { Markets } from './markets/markets.service';
import { StallMapController } from './stall-map/stall-map.controller';
import { StallMaps } from './stall-map/stall-map.service';
import { Stall } from './stalls/stall.entity';
import { StallsController } from './stalls/stalls.controller';
import { StallStatesController } from './stalls/stall-states.controller';
import { StallStates } from './stalls/stall-states.service';
import { Stalls } from './stalls/stalls.service';
import { SuccessionsController } from './successions/successions.controller';
import { Successions } from './successions/successions.service';
import { Zone } from './zones/zone.entity';
import { ZonesController } from './zones/zones.controller';
import { Zones } from './zones/zones.service';

const OF_A_MARKET = [StallStates, Successions, StallMaps, MarketDays, CollectionContracts];

export const marketsEntities = [Board, Market, Zone, Stall];

@Module({
  imports: [TypeOrmModule.forFeature(marketsEntities)],
  controllers: [
    AdminUnitsController,
    BoardsController,
    MarketsController,
    ZonesController,
    StallsController,
    StallStatesController,
    SuccessionsController,
    StallMapController,
    MarketDaysController,
    CollectionContractsController,
  ],
  providers: [AdminUnits, Boards, MarketCommunes, Markets, Zones, Stalls, ...OF_A_MARKET],
  exports: [AdminUnits, Boards, Markets, Zones, Stalls, ...OF_A_MARKET],
})
export class MarketsModule implements OnModuleInit {
  constructor(
    private readonly invariants: Invariants,
    private readonly boardList: BoardList,
    private readonly boards: Boards,
  ) {}

  onModuleInit(): void {
    this.boardList.register((tx) => this.boards.allIds(tx));
    this.invariants.register(marketsInvariants);
  }
}
