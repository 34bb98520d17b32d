import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NewWalletDto, WalletDto, WalletQueryDto } from './settlements.dto';
import { Wallets } from './wallets.service';

@ApiTags('banking')
@Controller('wallets')
export class WalletsController {
  constructor(
    private readonly db: Database,
    private readonly wallets: Wallets,
  ) {}

  @Get()
  @Can('banking.read')
  @ApiOkResponse({ type: [WalletDto] })
  list(@CurrentActor() actor: Actor, @Query() { boardId }: WalletQueryDto): Promise<WalletDto[]> {
    return this.db.read(actor, (tx) => this.wallets.list(tx, boardId));
  }

  /** Keeps what was agreed with a wallet: where its batches are paid and how they look there. */
  @Post()
  @Can('banking.write')
  @ApiCreatedResponse({ type: WalletDto })
  open(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() wallet: NewWalletDto,
  ): Promise<WalletDto> {
    return this.db.writeOnce(actor, once, (tx) => this.wallets.open(tx, wallet));
  }

  /** No more reports of it are taken; what was proven stays. */
  @Post(':id/end')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: WalletDto })
  end(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<WalletDto> {
    return this.db.write(actor, (tx) => this.wallets.end(tx, id));
  }
}
