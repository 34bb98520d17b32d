import { type Actor, Can, CurrentActor, Database, ListFile } from '@cho40/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TrialBalanceDto, TrialBalanceQueryDto, TrialBalanceRowDto } from './ledger.dto';
import { trialBalanceOf } from './domain/trial-balance';
import { Ledger } from './ledger.service';

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
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
}
