import { type Actor, Can, CurrentActor, Database } from '@cho40/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { SilentAccounts } from './accounts/silent-accounts.service';

export class SilentAccountDto {
  @ApiProperty({ format: 'uuid' })
  accountId: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'date', description: 'the last day on which money came' })
  since: string;

  @ApiProperty({
    type: 'integer',
    description: 'whole days without money since; market days where those are known',
  })
  days: number;

  @ApiProperty({ type: 'integer', description: 'how many are usual between two days with money' })
  usualDays: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'minutes after midnight by which money usually is there, missed since today',
  })
  usualBy: number | null;
}

export class BankingTodayDto {
  @ApiProperty({ type: [SilentAccountDto], description: 'accounts silent for unusually long' })
  silentAccounts: SilentAccountDto[];

  @ApiProperty({ type: 'integer', description: 'questions that wait for a person' })
  openQuestions: number;

  @ApiProperty({ type: 'integer', description: 'accounts that wait for a second person' })
  proposedAccounts: number;

  @ApiProperty({ type: 'integer', description: 'credits seen but not proven yet' })
  unconfirmedRecords: number;

  @ApiProperty({ type: 'integer', description: 'deliveries that could not be read' })
  unreadableDeliveries: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastDeliveryAt: Date | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'the last day that a statement covers, of the account that lags most',
  })
  statementsUntil: string | null;
}

/** What an accountant should know of the bank this morning. */
@ApiTags('banking')
@Controller('banking/today')
export class BankingTodayController {
  constructor(
    private readonly db: Database,
    private readonly silentAccounts: SilentAccounts,
  ) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: BankingTodayDto })
  async today(@CurrentActor() actor: Actor): Promise<BankingTodayDto> {
    return this.db.read(actor, async (tx) => {
      const [today = NOTHING] = await tx.sql<Omit<BankingTodayDto, 'silentAccounts'>>(
        `select
           (select count(*) from banking.question where answered_at is null) as "openQuestions",
           (select count(*) from banking.receiving_account where approved_by is null)
             as "proposedAccounts",
           (select count(*) from banking.bank_record r
             where not exists (select from banking.confirmation c
                     where c.board_id = r.board_id and c.record_id = r.id)) as "unconfirmedRecords",
           (select count(*) from banking.reading where state = 'failed')
             as "unreadableDeliveries",
           (select max(received_at) from banking.delivery) as "lastDeliveryAt",
           (select min(latest) from (
              select (select max(s.to_on) from banking.statement s
                       where s.board_id = a.board_id and s.account_id = a.id) as latest
                from banking.receiving_account a
               where a.approved_by is not null and a.closed_on is null) as l) as "statementsUntil"`,
      );
      return { ...today, silentAccounts: await this.silentAccounts.now(tx) };
    });
  }
}

const NOTHING = {
  openQuestions: 0,
  proposedAccounts: 0,
  unconfirmedRecords: 0,
  unreadableDeliveries: 0,
  lastDeliveryAt: null,
  statementsUntil: null,
};
