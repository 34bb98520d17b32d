// cards owns the QR cards at the stalls, each with its serial, and the sheets they are printed on.
// It promises that every code on a delivered sheet was read back, and that each serial stands once.
// It never says whom a payment credits: a card bears the stall's code, and who leases it then is
// credited by who reads the bank's records.
export { CardsModule } from './cards.module';
export { FeeCards } from './fee-cards/fee-cards.service';
export { CardSheets } from './sheets/card-sheets.service';
export type { CardReason } from './domain/card-reason';
