// banking owns receiving accounts, feeds, statement files and the bank records made of them, and
// wallets' settlement reports with the records that prove their batches.
// It promises that a movement of money is one record however often and by whom it is shown, that
// nothing is believed without proof, and that what is believed stands in the ledger.
// It never says who paid, or what for.
export { bankingEntities, ReceivingAccount } from './accounts/receiving-account.entity';
export {
  type NewAccount,
  type Person,
  ReceivingAccounts,
} from './accounts/receiving-accounts.service';
export { BankingModule } from './banking.module';
export { type SeenMovement, type Source, SOURCES } from './domain/movement';
export type { StatementFile } from './domain/statement/read-statement';
export { Deliveries } from './feeds/deliveries.service';
export { Feeds } from './feeds/feeds.service';
export { Questions } from './questions/questions.service';
export { BankRecords } from './records/bank-records.service';
export { fingerprinted } from './statements/proven-statement';
export { Layouts } from './statements/layouts.service';
export { SettlementProofs } from './settlements/settlement-proofs.service';
export { Settlements } from './settlements/settlements.service';
export { Wallets } from './settlements/wallets.service';
export { readStatementFile, type UploadedStatement } from './statements/statement-file';
export { type StatementImport, Statements } from './statements/statements.service';
