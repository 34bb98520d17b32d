// adoption owns the indicators: the share of fee money that goes through the account, and how much
// of the truth is not known.
// It promises that every figure has its two parts, that both cuts add up to the same totals, and
// that it is read from the other libs' views alone.
// It never writes, and never averages percentages.
export { AdoptionModule } from './adoption.module';
export {
  ShareReport,
  type Cutting,
  type ShareOfMonth,
  type ShareTrend,
} from './share-report.service';
export { CUTS, LEVELS, type Cut, type Level } from './share.queries';
export type { ShareRow, TrendRow } from './domain/share-rows';
