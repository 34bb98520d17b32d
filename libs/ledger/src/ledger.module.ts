import { Invariants } from '@cho40/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ledgerInvariants } from './invariants';
import { LedgerController } from './ledger.controller';
import { Ledger } from './ledger.service';

@Module({ controllers: [LedgerController], providers: [Ledger], exports: [Ledger] })
export class LedgerModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(ledgerInvariants);
  }
}
