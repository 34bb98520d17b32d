// reconciliation owns what we conclude from a bank record: whose money it is, or why nobody's yet.
// It promises that money goes to a lease only on one valid code or a person's word, once, with its
// evidence kept, and that each conclusion can be undone and is never edited.
// It never credits on an amount or a name, and never touches another board's money.
export { Claims, type NewClaim } from './claims/claims.service';
export { TicketClaims } from './claims/ticket-claims.service';
export { Classifications, type NewClass } from './classes/classifications.service';
export { Corrections, type Assignment } from './matching/corrections.service';
export { type Given, StallCollectors } from './matching/stall-collectors';
export { Reconciliation, type MatchCounts } from './matching/reconciliation.service';
export { ReconciliationModule } from './reconciliation.module';
export { Refunds } from './refunds/refunds.service';
export { RULES_VERSION } from './domain/decide';
