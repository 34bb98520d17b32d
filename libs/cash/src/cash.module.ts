import { BillingModule } from '@cho40/billing';
import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { ReconciliationModule, StallCollectors } from '@cho40/reconciliation';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CashController } from './cash.controller';
import { CeilingController } from './ceiling/ceiling.controller';
import { Ceilings } from './ceiling/ceilings.service';
import { CustodyController } from './custody/custody.controller';
import { DepositsController } from './deposits/deposits.controller';
import { Deposits } from './deposits/deposits.service';
import { DevicesController } from './devices/devices.controller';
import { Devices } from './devices/devices.service';
import { DifferencesController } from './differences/differences.controller';
import { Differences } from './differences/differences.service';
import { HandInsController } from './hand-ins/hand-ins.controller';
import { HandIns } from './hand-ins/hand-ins.service';
import { cashInvariants } from './invariants';
import { paymentReceiptInvariants } from './payment-receipts/invariants';
import { PaymentReceiptsController } from './payment-receipts/payment-receipts.controller';
import { PaymentReceipts } from './payment-receipts/payment-receipts.service';
import { ReceiptChecks } from './payment-receipts/receipt-checks.service';
import { ReceiptPapersController } from './payment-receipts/receipt-papers.controller';
import { ReceiptPapers } from './payment-receipts/receipt-papers.service';
import { CashRefundsController } from './refunds/cash-refunds.controller';
import { CashRefunds } from './refunds/cash-refunds.service';
import { ReceiptsController } from './receipts/receipts.controller';
import { Receipts } from './receipts/receipts.service';
import { SafeCountsController } from './safe/safe-counts.controller';
import { SafeCounts } from './safe/safe-counts.service';
import { SafePapersController } from './safe/safe-papers.controller';
import { SafeSlips } from './safe/safe-slips.service';
import { takesCashAt } from './shifts/takes-cash-at';
import { ShiftsController } from './shifts/shifts.controller';
import { Shifts } from './shifts/shifts.service';
import { ticketControllers, ticketInvariants, ticketProviders } from './ticketing';

@Module({
  imports: [BillingModule, LedgerModule, MarketsModule, ReconciliationModule],
  controllers: [
    CashController,
    CashRefundsController,
    CeilingController,
    CustodyController,
    DepositsController,
    DevicesController,
    DifferencesController,
    HandInsController,
    PaymentReceiptsController,
    ReceiptPapersController,
    ReceiptsController,
    SafeCountsController,
    SafePapersController,
    ShiftsController,
    ...ticketControllers,
  ],
  providers: [
    CashRefunds,
    Ceilings,
    Deposits,
    Devices,
    Differences,
    HandIns,
    PaymentReceipts,
    ReceiptChecks,
    ReceiptPapers,
    Receipts,
    SafeCounts,
    SafeSlips,
    Shifts,
    ...ticketProviders,
  ],
  exports: [HandIns, ReceiptChecks, Receipts, ...ticketProviders],
})
export class CashModule implements OnModuleInit {
  constructor(
    private readonly invariants: Invariants,
    private readonly collectors: StallCollectors,
  ) {}

  onModuleInit(): void {
    this.invariants.register([...cashInvariants, ...paymentReceiptInvariants, ...ticketInvariants]);
    this.collectors.register(takesCashAt);
  }
}
