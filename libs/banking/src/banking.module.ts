import { LedgerModule } from '@cho40/ledger';
import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { bankingEntities } from './accounts/receiving-account.entity';
import { BanksController } from './accounts/banks.controller';
import { ReceivingAccountsController } from './accounts/receiving-accounts.controller';
import { ReceivingAccounts } from './accounts/receiving-accounts.service';
import { SilentAccounts } from './accounts/silent-accounts.service';
import { DeliveriesController } from './feeds/deliveries.controller';
import { Deliveries } from './feeds/deliveries.service';
import { FeedsController } from './feeds/feeds.controller';
import { Feeds } from './feeds/feeds.service';
import { InterpretProcessor } from './feeds/interpret.processor';
import { PulledPages } from './feeds/pull/pulled-pages.service';
import { Pulling } from './feeds/pull/pulling.service';
import { PullRounds } from './feeds/pull/pull-rounds.processor';
import { PullsController } from './feeds/pull/pulls.controller';
import { Pulls } from './feeds/pull/pulls.service';
import { SePayApi } from './feeds/pull/sepay-api';
import { Interpretation } from './feeds/interpretation.service';
import { bankingInvariants } from './invariants';
import { QuestionsController } from './questions/questions.controller';
import { Questions } from './questions/questions.service';
import { BankRecords } from './records/bank-records.service';
import { SettlementProofs } from './settlements/settlement-proofs.service';
import { SettlementsController } from './settlements/settlements.controller';
import { Settlements } from './settlements/settlements.service';
import { WalletsController } from './settlements/wallets.controller';
import { Wallets } from './settlements/wallets.service';
import { ImportProgress } from './statements/import-progress.service';
import { LayoutsController } from './statements/layouts.controller';
import { Layouts } from './statements/layouts.service';
import { StatementsController } from './statements/statements.controller';
import { Statements } from './statements/statements.service';
import { BankingTodayController } from './today.controller';

@Module({
  imports: [LedgerModule, MarketsModule, TypeOrmModule.forFeature(bankingEntities)],
  controllers: [
    BanksController,
    BankingTodayController,
    DeliveriesController,
    FeedsController,
    LayoutsController,
    PullsController,
    QuestionsController,
    ReceivingAccountsController,
    SettlementsController,
    StatementsController,
    WalletsController,
  ],
  providers: [
    BankRecords,
    Deliveries,
    Feeds,
    ImportProgress,
    Interpretation,
    InterpretProcessor,
    Layouts,
    PulledPages,
    Pulling,
    PullRounds,
    Pulls,
    SePayApi,
    Questions,
    ReceivingAccounts,
    SettlementProofs,
    Settlements,
    SilentAccounts,
    Statements,
    Wallets,
  ],
  exports: [
    BankRecords,
    Deliveries,
    Feeds,
    Layouts,
    Questions,
    ReceivingAccounts,
    SettlementProofs,
    Settlements,
    Statements,
    Wallets,
  ],
})
export class BankingModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(bankingInvariants);
  }
}
