import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { TenancyModule } from '@cho40/tenancy';
import { Module, type OnModuleInit } from '@nestjs/common';
import { BillingController } from './billing.controller';
import { BillsController } from './bills/bills.controller';
import { Bills } from './bills/bills.service';
import { ExtraBills } from './bills/extra-bills.service';
import { NewBills } from './bills/new-bills.service';
import { Voids } from './bills/voids.service';
import { CodePrefixesController } from './codes/code-prefixes.controller';
import { CodePrefixes } from './codes/code-prefixes.service';
import { PaymentCodes } from './codes/payment-codes.service';
import { debtControllers, debtProviders } from './debts';
import { Credits } from './payments/credits.service';
import { Deposits } from './deposits/deposits.service';
import { LeaseBillsController } from './deposits/lease-bills.controller';
import { billingInvariants } from './invariants';
import { LeaseAccounts } from './leases/lease-accounts.service';
import { BilledLeaseFigures } from './leases/lease-figures.service';
import { meteringControllers, meteringProviders } from './metering';
import { Payments } from './payments/payments.service';
import { Settlement } from './payments/settlement.service';
import { Splits } from './payments/splits.service';
import { LettingOffs } from './reliefs/letting-offs.service';
import { ReliefRehearsals } from './reliefs/relief-rehearsals.service';
import { ReliefsController } from './reliefs/reliefs.controller';
import { Reliefs } from './reliefs/reliefs.service';
import { BoardRunsController } from './runs/board-runs.controller';
import { BillRunsController } from './runs/bill-runs.controller';
import { BillRuns } from './runs/bill-runs.service';
import { StallStandingsController } from './stall-standings/stall-standings.controller';
import { RunFacts } from './runs/run-facts.service';
import { ticketControllers, ticketProviders } from './ticketing';

@Module({
  imports: [LedgerModule, MarketsModule, TenancyModule],
  controllers: [
    BillingController,
    BillRunsController,
    BillsController,
    BoardRunsController,
    CodePrefixesController,
    ...debtControllers,
    ...meteringControllers,
    ...ticketControllers,
    StallStandingsController,
    LeaseBillsController,
    ReliefsController,
  ],
  providers: [
    BilledLeaseFigures,
    BillRuns,
    Bills,
    CodePrefixes,
    Credits,
    Deposits,
    ExtraBills,
    LeaseAccounts,
    LettingOffs,
    NewBills,
    PaymentCodes,
    Payments,
    ReliefRehearsals,
    Reliefs,
    RunFacts,
    Settlement,
    Splits,
    ...debtProviders,
    Voids,
    ...meteringProviders,
    ...ticketProviders,
  ],
  exports: [
    BillRuns,
    Bills,
    CodePrefixes,
    Credits,
    Deposits,
    ExtraBills,
    PaymentCodes,
    Payments,
    Reliefs,
    ...meteringProviders,
    ...ticketProviders,
  ],
})
export class BillingModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(billingInvariants);
  }
}
