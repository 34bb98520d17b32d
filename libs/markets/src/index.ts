// markets owns the country's administrative units, boards, markets, zones, stalls and market days.
// It promises that a market's place is what somebody entered for that day, never a guess, and that a
// stall that ended stays readable with what came after it.
// It never knows who sits at a stall or what is owed there.
export type { AdminUnit } from './domain/admin-unit';
export { computedClass, type Construction, type MarketClass } from './domain/market-class';
export { AdminUnits } from './admin-units/admin-units.service';
export { Boards } from './boards/boards.service';
export type { NewMarket } from './markets/market.entity';
export { Markets } from './markets/markets.service';
export type { NewZone } from './zones/zone.entity';
export { Zones } from './zones/zones.service';
export type { NewStall } from './stalls/stall.entity';
export type { StallState } from './domain/stall';
export { type NewStallState, StallStates } from './stalls/stall-states.service';
export { Stalls } from './stalls/stalls.service';
export { type NewSuccession, Successions } from './successions/successions.service';
export { readGridFile } from './stall-map/grid-file';
export { StallMaps } from './stall-map/stall-map.service';
export { type DatedRule, marketDays } from './domain/market-days';
export { MarketDays } from './market-days/market-days.service';
export {
  CollectionContracts,
  type NewCollectionContract,
} from './collection/collection-contracts.service';
export { marketsEntities, MarketsModule } from './markets.module';
