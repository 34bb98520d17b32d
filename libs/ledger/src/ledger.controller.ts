import { businessDateOf, month, type Clock, type Month } from '@cho40/kernel';
import { type Actor, Can, CLOCK, CurrentActor, Database, ListFile } from '@cho40/platform';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { accountStatement, movedByMonth } from './account-statement.queries';
import { sayAct } from './domain/act';
import { moneyByMonth } from './domain/money-flow';
import { TrialBalanceDto, TrialBalanceQueryDto, TrialBalanceRowDto } from './ledger.dto';
import { trialBalanceOf } from './domain/trial-balance';
import { Ledger } from './ledger.service';
import {
  AccountMovementDto,
  AccountStatementDto,
  AccountStatementQueryDto,
  MoneyFlowDto,
  MoneyFlowQueryDto,
  MonthOfMoneyDto,
} from './statement.dto';

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('trial-balance')
  @Can('ledger.read')
  @ListFile<TrialBalanceRowDto>('Bảng cân đối', {
    account: { title: 'Tài khoản', width: 50 },
    debits: { title: 'Phát sinh nợ', kind: 'money' },
    credits: { title: 'Phát sinh có', kind: 'money' },
    balance: { title: 'Số dư', kind: 'money' },
  })
  @ApiOkResponse({ type: TrialBalanceDto })
  trialBalance(
    @CurrentActor() actor: Actor,
    @Query() query: TrialBalanceQueryDto,
  ): Promise<TrialBalanceDto> {
    return this.db.read(actor, async (tx) => {
      const balances = await this.ledger.balances(tx, query.boardId, query.on);
      return { boardId: query.boardId, on: query.on ?? null, ...trialBalanceOf(balances, query) };
    });
  }

  /** An account, or a group of them, between two days, with what stands after each movement. */
  @Get('statement')
  @Can('ledger.read')
  @ListFile<AccountMovementDto>('Sổ chi tiết tài khoản', {
    on: { title: 'Ngày', kind: 'day' },
    bookedMonth: 'Ghi sổ tháng',
    act: { title: 'Diễn giải', width: 40, of: (_, movement) => sayAct(movement) },
    counter: { title: 'Tài khoản đối ứng', width: 40 },
    debit: { title: 'Nợ', kind: 'money' },
    credit: { title: 'Có', kind: 'money' },
    balance: { title: 'Số dư', kind: 'money' },
    key: 'Khóa bút toán',
  })
  @ApiOkResponse({ type: AccountStatementDto })
  statement(
    @CurrentActor() actor: Actor,
    @Query() query: AccountStatementQueryDto,
  ): Promise<AccountStatementDto> {
    return this.db.read(actor, (tx) => accountStatement(tx, query));
  }

  /** What the board collected, passed on and has left, month by month of a year. */
  @Get('money-flow')
  @Can('ledger.read')
  @ListFile<MonthOfMoneyDto>('Đã thu, đã nộp, còn giữ', {
    month: 'Tháng',
    opening: { title: 'Đầu tháng', kind: 'money' },
    collected: { title: 'Đã thu', kind: 'money' },
    unmatched: { title: 'Chưa rõ người nộp', kind: 'money' },
    otherIn: { title: 'Thu khác', kind: 'money' },
    passedOn: { title: 'Đã nộp ngân sách, kho bạc', kind: 'money' },
    spent: { title: 'Đã chi', kind: 'money' },
    refunded: { title: 'Hoàn trả', kind: 'money' },
    unexplained: { title: 'Ra chưa phân loại', kind: 'money' },
    inBank: { title: 'Còn ở ngân hàng', kind: 'money' },
    inCash: { title: 'Còn tiền mặt', kind: 'money' },
    left: { title: 'Còn giữ', kind: 'money' },
  })
  @ApiOkResponse({ type: MoneyFlowDto })
  moneyFlow(
    @CurrentActor() actor: Actor,
    @Query() { boardId, year }: MoneyFlowQueryDto,
  ): Promise<MoneyFlowDto> {
    const months = monthsOf(year, businessDateOf(this.clock.now()).slice(0, 7));
    return this.db.read(actor, async (tx) => {
      const moved = await movedByMonth(tx, boardId, month(`${year}-12`));
      return { boardId, year, rows: moneyByMonth(moved, months) };
    });
  }
}

/** The months of a year that have begun. */
function monthsOf(year: number, thisMonth: string): Month[] {
  const all = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return all.filter((text) => text <= thisMonth).map(month);
}
