// cash owns the money that collectors take in hand: its numbered receipts, and its way to the safe.
// It promises numbers without gaps, each receipt paid once however often it is told, and that
// whoever counts a hand-in is somebody else than whoever brings it.
// It never changes or takes back a receipt, and never lets more be handed in than was taken.
export { CashModule } from './cash.module';
export type { WhyNotCashless } from './domain/receipt-rules';
export { HandIns, type NewHandIn } from './hand-ins/hand-ins.service';
export { type CheckedReceipt, ReceiptChecks } from './payment-receipts/receipt-checks.service';
export { Receipts, type NewReceipt, type TakenReceipt } from './receipts/receipts.service';
export { TicketSales } from './tickets/ticket-sales.service';
