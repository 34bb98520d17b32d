import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CashBookController, SafeSlipsController } from './cash-book/cash-book.controller';
import { closingInvariants } from './invariants';
import { PeriodsController } from './periods/periods.controller';
import { Periods } from './periods/periods.service';
import { ProofPacks } from './proof-pack/proof-packs.service';

@Module({
  imports: [LedgerModule],
  controllers: [CashBookController, PeriodsController, SafeSlipsController],
  providers: [Periods, ProofPacks],
  exports: [Periods],
})
export class ClosingModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(closingInvariants);
  }
}
