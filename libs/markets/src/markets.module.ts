import { BoardList, Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminUnitsController } from './admin-units/admin-units.controller';
import { AdminUnits } from './admin-units/admin-units.service';
import { Board } from './boards/board.entity';
import { BoardsController } from './boards/boards.controller';
import { Boards } from './boards/boards.service';
import { marketsInvariants } from './invariants';
import { MarketCommunes } from './markets/market-communes.service';
import { Market } from './markets/market.entity';
import { MarketsController } from './markets/markets.controller';
import { Markets } from './markets/markets.service';
import { Stall } from './stalls/stall.entity';
import { StallsController } from './stalls/stalls.controller';
import { StallStates } from './stalls/stall-states.service';
import { Stalls } from './stalls/stalls.service';
import { Zone } from './zones/zone.entity';
import { ZonesController } from './zones/zones.controller';
import { Zones } from './zones/zones.service';

export const marketsEntities = [Board, Market, Zone, Stall];

@Module({
  imports: [TypeOrmModule.forFeature(marketsEntities)],
  controllers: [
    AdminUnitsController,
    BoardsController,
    MarketsController,
    ZonesController,
    StallsController,
  ],
  providers: [AdminUnits, Boards, MarketCommunes, Markets, Zones, Stalls, StallStates],
  exports: [AdminUnits, Boards, Markets, Zones, Stalls, StallStates],
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
