// closing owns the months of a board's books: what stands open before one is closed, the act, the
// proof pack that is kept of it, and the cash book.
// It promises that a closed month never changes, and that a copy of it can be checked by anyone.
// It never mends what it finds open: it names it, and who closes says why that is no obstacle.
export { ClosingModule } from './closing.module';
export type { ChecklistItem } from './domain/checklist';
export type { Manifest } from './proof-pack/manifest';
export { type Closing, type Period, Periods, type PeriodView } from './periods/periods.service';
