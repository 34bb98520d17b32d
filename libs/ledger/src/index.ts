// ledger owns accounts and the transfers between them, every đồng's way from a bill to the bank.
// It promises that each fact is posted once, balanced, and never edited: undone means mirrored, and
// a closed month stays as it was closed.
// It never has heard of a bill, a bank record or a receipt.
export { account, type Account } from './domain/account';
export { explain, sayAct } from './domain/act';
export type { NewTransfer } from './domain/transfer';
export { type Balance, groupedMovements, type Movement } from './domain/trial-balance';
export { LedgerModule } from './ledger.module';
export { Ledger } from './ledger.service';
export { ExplainedDto } from './statement.dto';
