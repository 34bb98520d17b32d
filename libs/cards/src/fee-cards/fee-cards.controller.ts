import type { CardFormat, Id } from '@cho40/kernel';
import {
  type Actor,
  Can,
  CurrentActor,
  Database,
  IdempotencyKey,
  IdParam,
  ListFile,
  type Once,
} from '@cho40/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { OutdatedBy } from '../domain/card-reason';
import {
  CardStandingDto,
  FeeCardDto,
  NewRevocationDto,
  type StallCardDto,
  StallCardPageDto,
  StallCardQueryDto,
  type StallCardState,
} from './fee-card.dto';
import { FeeCards } from './fee-cards.service';

const STATES: Readonly<Record<StallCardState, string>> = {
  none: 'Chưa có thẻ',
  valid: 'Còn dùng',
  outdated: 'Cần in lại',
  revoked: 'Đã thu hồi',
};
const WHY: Readonly<Record<OutdatedBy, string>> = {
  'account-changed': 'Đã đổi tài khoản nhận tiền',
  'stall-renamed': 'Điểm đã đổi mã',
  'stall-ended': 'Điểm không còn',
};
const FORMATS: Readonly<Record<CardFormat, string>> = {
  'sticker-10': 'Tem (10 tem một trang)',
  'sticker-8': 'Tem (8 tem một trang)',
  'tent-a6': 'Biển để bàn A6',
  'tent-a5': 'Biển để bàn A5',
  'poster-a4': 'Biển treo A4',
};

@ApiTags('cards')
@Controller()
@Can('cards.read')
export class FeeCardsController {
  constructor(
    private readonly db: Database,
    private readonly cards: FeeCards,
  ) {}

  @Get('stall-cards')
  @ListFile<StallCardDto>('Thẻ mã QR', {
    marketName: 'Chợ',
    zoneName: 'Khu',
    stallCode: 'Điểm kinh doanh',
    vendorName: 'Người thuê',
    state: { title: 'Thẻ', of: (state) => STATES[state] },
    why: { title: 'Vì sao cần in lại', of: (why) => (why ? WHY[why] : '') },
    formats: { title: 'Loại thẻ', of: (formats) => formats.map((one) => FORMATS[one]).join(', ') },
    serial: { title: 'Số thẻ', kind: 'number' },
    printedAt: { title: 'In ngày', kind: 'day' },
  })
  @ApiOkResponse({ type: StallCardPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: StallCardQueryDto): Promise<StallCardPageDto> {
    return this.db.read(actor, (tx) => this.cards.list(tx, query));
  }

  @Get('markets/:id/card-standings')
  @ApiOkResponse({ type: [CardStandingDto] })
  standings(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<CardStandingDto[]> {
    return this.db.read(actor, (tx) => this.cards.standings(tx, id));
  }

  @Get('stalls/:id/fee-cards')
  @ApiOkResponse({ type: [FeeCardDto], description: 'the last one first' })
  ofStall(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<FeeCardDto[]> {
    return this.db.read(actor, (tx) => this.cards.ofStall(tx, id));
  }

  @Post('fee-card-revocations')
  @Can('cards.print')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() once: Once,
    @Body() body: NewRevocationDto,
  ): Promise<void> {
    await this.db.writeOnce(actor, once, (tx) => this.cards.revoke(tx, body));
  }
}
