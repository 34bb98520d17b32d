import { BillingModule } from '@cho40/billing';
import { MarketsModule } from '@cho40/markets';
import { Invariants } from '@cho40/platform';
import { TenancyModule } from '@cho40/tenancy';
import { Module, type OnModuleInit } from '@nestjs/common';
import { ComparisonsController } from './comparison/comparisons.controller';
import { Comparisons } from './comparison/comparisons.service';
import { Books } from './files/books.service';
import { MoveInEntry } from './files/entry.service';
import { FileRecord } from './files/file-record.service';
import { FileWaitsProcessor } from './files/file-waits.processor';
import { MoveInFilesController } from './files/move-in-files.controller';
import { MoveInFiles } from './files/move-in-files.service';
import { PeopleEntry } from './files/people-entry.service';
import { moveInInvariants } from './invariants';

@Module({
  imports: [BillingModule, MarketsModule, TenancyModule],
  controllers: [ComparisonsController, MoveInFilesController],
  providers: [
    Books,
    Comparisons,
    FileRecord,
    FileWaitsProcessor,
    MoveInEntry,
    MoveInFiles,
    PeopleEntry,
  ],
  exports: [Comparisons, MoveInFiles],
})
export class MoveInModule implements OnModuleInit {
  constructor(private readonly invariants: Invariants) {}

  onModuleInit(): void {
    this.invariants.register(moveInInvariants);
  }
}
