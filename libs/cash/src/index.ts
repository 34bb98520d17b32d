// cash owns the money that collectors take in hand: its numbered receipts, and its way to the safe
// and to the bank.
// It promises numbers without gaps, each receipt paid once however often it is told, that whoever
// counts a hand-in is somebody else than whoever brings it, and that every đồng it took is in one
// place at every instant.
// It never changes or takes back a receipt, and never lets a difference vanish.
export { CashModule } from './cash.module';
export { Deposits, type NewDeposit } from './deposits/deposits.service';
export type { WhyNotCashless } from './domain/receipt-rules';
export { HandIns, type NewHandIn } from './hand-ins/hand-ins.service';
export { type CheckedReceipt, ReceiptChecks } from './payment-receipts/receipt-checks.service';
export { Receipts, type NewReceipt, type TakenReceipt } from './receipts/receipts.service';
export { Shifts } from './shifts/shifts.service';
export { TicketSales } from './tickets/ticket-sales.service';
