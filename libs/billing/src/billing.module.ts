import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CodePrefixes } from './codes/code-prefixes.service';
import { PaymentCodes } from './codes/payment-codes.service';
import { billingInvariants } from './invariants';
import { Payments } from './payments/payments.service';
import { Settlement } from './payments/settlement.service';
import { BillRuns } from './runs/bill-runs.service';

@Module({
  imports: [LedgerModule],
  providers: [BillRuns, CodePrefixes, PaymentCodes, Payments, Settlement],
  exports: [BillRuns, CodePrefixes, PaymentCodes, Payments],
})
export class BillingModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(billingInvariants);
  }
}
