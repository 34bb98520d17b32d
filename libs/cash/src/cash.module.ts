import { BillingModule } from '@cho40/billing';
import { LedgerModule } from '@cho40/ledger';
import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CashController } from './cash.controller';
import { HandInsController } from './hand-ins/hand-ins.controller';
import { HandIns } from './hand-ins/hand-ins.service';
import { cashInvariants } from './invariants';
import { ReceiptsController } from './receipts/receipts.controller';
import { Receipts } from './receipts/receipts.service';
import { SafeSlips } from './safe/safe-slips.service';
import { Shifts } from './shifts/shifts.service';

@Module({
  imports: [BillingModule, LedgerModule],
  controllers: [CashController, HandInsController, ReceiptsController],
  providers: [HandIns, Receipts, SafeSlips, Shifts],
  exports: [HandIns, Receipts],
})
export class CashModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(cashInvariants);
  }
}
