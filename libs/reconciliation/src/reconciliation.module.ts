import { BillingModule } from '@cho40/billing';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { reconciliationInvariants } from './invariants';
import { LeftWaiting } from './left-waiting';
import { Corrections } from './matching/corrections.service';
import { Reconciliation } from './matching/reconciliation.service';
import { RecordConfirmedProcessor } from './record-confirmed.processor';
import { BankRecordsController } from './records/bank-records.controller';
import { BankRecordDesk } from './records/bank-records.service';
import { ReconciliationController } from './records/reconciliation.controller';

@Module({
  imports: [BillingModule],
  controllers: [BankRecordsController, ReconciliationController],
  providers: [BankRecordDesk, Corrections, LeftWaiting, Reconciliation, RecordConfirmedProcessor],
  exports: [Corrections, Reconciliation],
})
export class ReconciliationModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(reconciliationInvariants);
  }
}
