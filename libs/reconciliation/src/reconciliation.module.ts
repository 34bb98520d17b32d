import { BankingModule } from '@cho40/banking';
import { BillingModule } from '@cho40/billing';
import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ClassificationsController } from './classes/classifications.controller';
import { Classifications } from './classes/classifications.service';
import { ClaimsController } from './claims/claims.controller';
import { Claims } from './claims/claims.service';
import { TicketClaims } from './claims/ticket-claims.service';
import { reconciliationInvariants } from './invariants';
import { LeftWaiting } from './left-waiting';
import { Corrections } from './matching/corrections.service';
import { Reconciliation } from './matching/reconciliation.service';
import { StallCollectors } from './matching/stall-collectors';
import { RecordFacts } from './matching/record-facts.service';
import { SecondLook } from './matching/second-look.service';
import { RecordConfirmedProcessor } from './record-confirmed.processor';
import { SecondLookProcessor } from './second-look.processor';
import { refundInvariants } from './refunds/invariants';
import { OutgoingRecordsController } from './refunds/outgoing-records.controller';
import { RefundsController } from './refunds/refunds.controller';
import { Refunds } from './refunds/refunds.service';
import { Reversals } from './refunds/reversals.service';
import { BankRecordsController } from './records/bank-records.controller';
import { BankRecordDesk } from './records/bank-records.service';
import { ReconciliationController } from './records/reconciliation.controller';
import { LearnedPayersController } from './payers/learned-payers.controller';
import { LearnedPayers } from './payers/learned-payers.service';
import { ClassRulesController } from './rules/rules.controller';
import { ClassRules } from './rules/rules.service';
import { settlementInvariants } from './settlements/invariants';
import { LineCorrections } from './settlements/line-corrections.service';
import { ProveBatchesProcessor } from './settlements/prove-batches.processor';
import { SettledLines } from './settlements/settled-lines.service';
import { SettlementBatchesController } from './settlements/settlement-batches.controller';
import { SettlementDesk } from './settlements/settlement-desk.service';
import { SettlementLinesController } from './settlements/settlement-lines.controller';
import { Settling } from './settlements/settling.service';
import { SuggestionsController } from './suggestions/suggestions.controller';
import { Suggestions } from './suggestions/suggestions.service';
import { VirtualAccountsController } from './virtual-accounts/virtual-accounts.controller';
import { VirtualAccounts } from './virtual-accounts/virtual-accounts.service';

@Module({
  imports: [BankingModule, BillingModule, LedgerModule],
  controllers: [
    BankRecordsController,
    ClaimsController,
    ClassificationsController,
    ClassRulesController,
    LearnedPayersController,
    OutgoingRecordsController,
    ReconciliationController,
    RefundsController,
    SettlementBatchesController,
    SettlementLinesController,
    SuggestionsController,
    VirtualAccountsController,
  ],
  providers: [
    BankRecordDesk,
    Claims,
    Classifications,
    ClassRules,
    Corrections,
    LearnedPayers,
    LeftWaiting,
    Reconciliation,
    RecordFacts,
    RecordConfirmedProcessor,
    Refunds,
    Reversals,
    SecondLook,
    SecondLookProcessor,
    StallCollectors,
    LineCorrections,
    ProveBatchesProcessor,
    SettledLines,
    SettlementDesk,
    Settling,
    Suggestions,
    TicketClaims,
    VirtualAccounts,
  ],
  exports: [
    Claims,
    Classifications,
    Corrections,
    Reconciliation,
    Refunds,
    StallCollectors,
    Settling,
    TicketClaims,
  ],
})
export class ReconciliationModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register([
      ...reconciliationInvariants,
      ...refundInvariants,
      ...settlementInvariants,
    ]);
  }
}
