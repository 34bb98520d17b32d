import { sayAct } from '@cho40/ledger';
import { type Actor, Can, CurrentActor, Database, ListFile } from '@cho40/platform';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  JournalAccountDto,
  JournalAccountQueryDto,
  JournalAccountsChangeDto,
  type JournalEntryDto,
  JournalPageDto,
  JournalQueryDto,
} from './journal.dto';
import { Journals } from './journals.service';

@ApiTags('billing')
@Controller()
@Can('ledger.read')
export class JournalsController {
  constructor(
    private readonly db: Database,
    private readonly journals: Journals,
  ) {}

  @Get('journals')
  @ListFile<JournalEntryDto>('Nhật ký chung', {
    on: { title: 'Ngày', kind: 'day' },
    key: { title: 'Số chứng từ', width: 48 },
    act: { title: 'Diễn giải', width: 40, of: (_, entry) => sayAct(entry) },
    debitNumber: 'TK Nợ',
    creditNumber: 'TK Có',
    amount: { title: 'Số tiền', kind: 'money' },
    party: { title: 'Đối tượng', width: 32 },
    debit: { title: 'Chi tiết Nợ', width: 48 },
    credit: { title: 'Chi tiết Có', width: 48 },
  })
  @ApiOkResponse({ type: JournalPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: JournalQueryDto): Promise<JournalPageDto> {
    return this.db.read(actor, (tx) => this.journals.list(tx, query));
  }

  @Get('journal-accounts')
  @ApiOkResponse({ type: [JournalAccountDto] })
  accounts(
    @CurrentActor() actor: Actor,
    @Query() { boardId }: JournalAccountQueryDto,
  ): Promise<JournalAccountDto[]> {
    return this.db.read(actor, (tx) => this.journals.accounts(tx, boardId));
  }

  @Put('journal-accounts')
  @Can('billing.issue')
  @ApiOkResponse({ type: [JournalAccountDto] })
  setAccounts(
    @CurrentActor() actor: Actor,
    @Body() { boardId, accounts }: JournalAccountsChangeDto,
  ): Promise<JournalAccountDto[]> {
    return this.db.write(actor, (tx) => this.journals.setAccounts(tx, boardId, accounts));
  }
}
