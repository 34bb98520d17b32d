import { type Actor, Can, CurrentActor, Database, ListFile } from '@cho40/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type ArrearsDto, ArrearsPageDto, ArrearsQueryDto } from './arrears.dto';
import { Arrears } from './arrears.service';

@ApiTags('billing')
@Controller('arrears')
@Can('billing.read')
export class ArrearsController {
  constructor(
    private readonly db: Database,
    private readonly arrears: Arrears,
  ) {}

  @Get()
  @ListFile<ArrearsDto>('Công nợ', {
    marketName: 'Chợ',
    zoneName: 'Khu',
    stallCode: 'Điểm kinh doanh',
    payerName: 'Người nộp',
    bills: { title: 'Số thông báo', kind: 'number' },
    oldestDueOn: { title: 'Hạn cũ nhất', kind: 'day' },
    notDue: { title: 'Chưa đến hạn', kind: 'money' },
    upTo30: { title: '0–30 ngày', kind: 'money' },
    upTo60: { title: '31–60 ngày', kind: 'money' },
    upTo90: { title: '61–90 ngày', kind: 'money' },
    over90: { title: 'Trên 90 ngày', kind: 'money' },
    total: { title: 'Tổng nợ', kind: 'money' },
  })
  @ApiOkResponse({ type: ArrearsPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ArrearsQueryDto): Promise<ArrearsPageDto> {
    return this.db.read(actor, (tx) => this.arrears.list(tx, query));
  }
}
