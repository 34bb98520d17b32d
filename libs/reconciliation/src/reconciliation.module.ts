import { BillingModule } from '@cho40/billing';
import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ClassificationsController } from './classes/classifications.controller';
import { Classifications } from './classes/classifications.service';
import { ClaimsController } from './claims/claims.controller';
import { Claims } from './claims/claims.service';
import { reconciliationInvariants } from './invariants';
import { LeftWaiting } from './left-waiting';
import { Corrections } from './matching/corrections.service';
import { Reconciliation } from './matching/reconciliation.service';
import { RecordFacts } from './matching/record-facts.service';
import { RecordConfirmedProcessor } from './record-confirmed.processor';
import { refundInvariants } from './refunds/invariants';
import { OutgoingRecordsController } from './refunds/outgoing-records.controller';
import { RefundsController } from './refunds/refunds.controller';
import { Refunds } from './refunds/refunds.service';
import { Reversals } from './refunds/reversals.service';
import { BankRecordsController } from './records/bank-records.controller';
import { BankRecordDesk } from './records/bank-records.service';
import { ReconciliationController } from './records/reconciliation.controller';

@Module({
  imports: [BillingModule, LedgerModule],
  controllers: [
    BankRecordsController,
    ClaimsController,
    ClassificationsController,
    OutgoingRecordsController,
    ReconciliationController,
    RefundsController,
  ],
  providers: [
    BankRecordDesk,
    Claims,
    Classifications,
    Corrections,
    LeftWaiting,
    Reconciliation,
    RecordFacts,
    RecordConfirmedProcessor,
    Refunds,
    Reversals,
  ],
  exports: [Claims, Classifications, Corrections, Reconciliation],
})
export class ReconciliationModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register([...reconciliationInvariants, ...refundInvariants]);
  }
}
