// tariffs owns decisions and the prices that boards take from them, and what a month costs by them.
// It promises no price without an approved document nor above it, and one price of a thing on a day.
// It never bills: it says what a lease is to be charged, nobody owes it yet.
export { taxWithin } from './domain/charge';
export { chargeOfReading, type MeteredUsage } from './domain/charge-of-reading';
export { type ChargedLease, chargesOf } from './domain/charges-of';
export {
  decisionsOf,
  decisionWords,
  type PriceList,
  priceWords,
  taxWords,
  whom,
} from './domain/price-list';
export { priceOfTicket, type TicketAsked } from './domain/price-of-ticket';
export {
  type Charge,
  type Days,
  type PricedPlace,
  type PricedTariff,
  TARIFF_UNITS,
  type TariffUnit,
  TICKET_UNITS,
} from './domain/tariff';
export { Decisions } from './decisions/decisions.service';
export type { NewDecision, NewDecisionPrice } from './decisions/decision.entity';
export { PriceLists } from './price-lists/price-lists.service';
export { tariffsEntities, TariffsModule } from './tariffs.module';
export type { NewTariff } from './tariffs/tariff.entity';
export { Tariffs } from './tariffs/tariffs.service';
