import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { TenancyModule } from '@cho40/tenancy';
import { Module, type OnModuleInit } from '@nestjs/common';
import { BillingController } from './billing.controller';
import { BillsController } from './bills/bills.controller';
import { Bills } from './bills/bills.service';
import { CodePrefixesController } from './codes/code-prefixes.controller';
import { CodePrefixes } from './codes/code-prefixes.service';
import { PaymentCodes } from './codes/payment-codes.service';
import { debtControllers, debtProviders } from './debts';
import { billingInvariants } from './invariants';
import { LeaseAccounts } from './leases/lease-accounts.service';
import { Meters } from './meters/meters.service';
import { Payments } from './payments/payments.service';
import { Settlement } from './payments/settlement.service';
import { BillRunsController } from './runs/bill-runs.controller';
import { BillRuns } from './runs/bill-runs.service';
import { StallStandingsController } from './stall-standings/stall-standings.controller';

@Module({
  imports: [LedgerModule, TenancyModule],
  controllers: [
    BillingController,
    BillRunsController,
    BillsController,
    CodePrefixesController,
    ...debtControllers,
    StallStandingsController,
  ],
  providers: [
    BillRuns,
    Bills,
    CodePrefixes,
    LeaseAccounts,
    Meters,
    PaymentCodes,
    Payments,
    Settlement,
    ...debtProviders,
  ],
  exports: [BillRuns, Bills, CodePrefixes, PaymentCodes, Payments],
})
export class BillingModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(billingInvariants);
  }
}
