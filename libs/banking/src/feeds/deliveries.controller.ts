import type { Id } from '@cho40/kernel';
import {
  type Actor,
  Audit,
  Can,
  CurrentActor,
  Database,
  IdParam,
  ListFile,
  pageOf,
} from '@cho40/platform';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { bankingError } from '../errors';
import { BadSignaturesDto, DeliveryDto, DeliveryPageDto, DeliveryQueryDto } from './deliveries.dto';
import { badSignatures, listDeliveries, oneDelivery } from './delivery.queries';
import { Interpretation } from './interpretation.service';

@ApiTags('banking')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly db: Database,
    private readonly interpretation: Interpretation,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Can('banking.read')
  @ListFile<DeliveryDto>('Tin báo từ ngân hàng', {
    id: 'Mã tin',
    provider: 'Bên gửi',
    receivedAt: 'Nhận lúc',
    verdict: 'Chữ ký',
    state: 'Tình trạng',
    outcome: 'Kết quả',
    why: 'Lý do',
    bytes: { title: 'Số byte', kind: 'number' },
    recordId: 'Mã giao dịch',
  })
  @ApiOkResponse({ type: DeliveryPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DeliveryQueryDto,
  ): Promise<DeliveryPageDto> {
    const rows = await this.db.read(actor, (tx) => listDeliveries(tx, query));
    return pageOf(
      rows.map((row) => deliveryDto(row, actor)),
      query,
      rows[0]?.listed ?? 0,
    );
  }

  /** Who knocked without knowing the secret: counted by feed and hour, not kept. */
  @Get('bad-signatures')
  @Can('banking.read')
  @ApiOkResponse({ type: [BadSignaturesDto] })
  badSignatures(@CurrentActor() actor: Actor): Promise<BadSignaturesDto[]> {
    return this.db.read(actor, badSignatures);
  }

  /** Reads a kept delivery again; what it told before is not told twice. */
  @Post(':id/replay')
  @HttpCode(200)
  @Can('banking.write')
  @ApiOkResponse({ type: DeliveryDto })
  async replay(@CurrentActor() actor: Actor, @IdParam() id: Id): Promise<DeliveryDto> {
    return this.db.write(actor, async (tx) => {
      const boardId = await this.interpretation.replay(tx, id);
      const read = await oneDelivery(tx, id);
      if (!read) throw bankingError('deliveryNotFound', { id });
      await this.audit.append(tx, {
        boardId,
        act: 'banking.replayDelivery',
        subject: `delivery:${id}`,
        after: { state: read.state },
      });
      return deliveryDto(read, actor);
    });
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof oneDelivery>>>;

function deliveryDto({ raw, listed: _listed, ...row }: Row, actor: Actor): DeliveryDto {
  const isShown = actor.permissions.has('banking.personal');
  return { ...row, body: isShown ? raw.toString('utf8') : null };
}
