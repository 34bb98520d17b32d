// billing owns bills, what they are made from, the codes that name them and the payments they get.
// It promises one live bill per lease and month, and that no đồng is given out twice or elsewhere.
// It never guesses whose money it is: who says so gives the reason and the evidence.
export { BillingModule } from './billing.module';
export { Bills } from './bills/bills.service';
export { DebtPapers } from './debt-papers/debt-papers.service';
export type { OpeningDebt } from './bills/opening-debts';
export { CodePrefixes } from './codes/code-prefixes.service';
export { MeterReadings } from './meters/meter-readings.service';
export { MeterSheets } from './meters/meter-sheets.service';
export { Meters, type NewMeter } from './meters/meters.service';
export { PaymentCodes } from './codes/payment-codes.service';
export { BillRuns, type IssuedMonth, type Rehearsal } from './runs/bill-runs.service';
export { Payments, type NewPayment, type RecordedPayment } from './payments/payments.service';
export { Credits } from './payments/credits.service';
export { Deposits } from './deposits/deposits.service';
export { ExtraBills } from './bills/extra-bills.service';
export { Reliefs } from './reliefs/reliefs.service';
export { type NewTicket, type SoldTicket, Tickets } from './tickets/tickets.service';
export { TicketCourse } from './tickets/ticket-course.service';
