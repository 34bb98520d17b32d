import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Id } from '@cho40/kernel';
import { Can, CurrentActor } from '../access/access';
import type { Actor } from '../access/actor';
import { People } from '../access/people';
import { Database } from '../database/database';
import type { Reading } from '../database/tx';
import { offsetOf, pageOfRows } from '../http/page.dto';
import { ListFile } from '../sheets/list-file';
import { AuditPageDto, AuditQueryDto, AuditEntryDto } from './audit.dto';

type Row = Omit<AuditEntryDto, 'actorName'> & { total: number };

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: Database,
    private readonly people: People,
  ) {}

  /** People's decisions at the actor's boards, the newest first. */
  @Get()
  @Can('audit.read')
  @ListFile<AuditEntryDto>('Nhật ký', {
    at: 'Lúc',
    actorName: 'Người làm',
    act: 'Việc',
    subject: 'Đối tượng',
    before: { title: 'Trước', width: 40, of: (before) => before && JSON.stringify(before) },
    after: { title: 'Sau', width: 40, of: (after) => after && JSON.stringify(after) },
    seq: { title: 'Số trong chuỗi', kind: 'number' },
    hash: { title: 'Dấu băm', width: 66 },
  })
  @ApiOkResponse({ type: AuditPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: AuditQueryDto): Promise<AuditPageDto> {
    return this.db.read(actor, async (tx) => {
      const rows = await entries(tx, query);
      const ids = rows.flatMap(({ actorId }): Id[] => (actorId ? [actorId] : []));
      const names = await this.people.names(tx, [...new Set(ids)]);
      const named = rows.map((row) => ({
        ...row,
        actorName: names.get(row.actorId ?? '') ?? null,
      }));
      return pageOfRows(named, query);
    });
  }
}

function entries(tx: Reading, query: AuditQueryDto): Promise<Row[]> {
  return tx.sql<Row>(
    `select board_id as "boardId", seq, at, actor_id as "actorId", act, subject, before, after,
            encode(hash, 'hex') as hash, count(*) over () as total
       from platform.audit
      where ($1::uuid is null or board_id = $1)
        and ($2::text is null or subject = $2)
        and ($3::text is null or strpos(act, $3) > 0 or strpos(subject, $3) > 0)
      order by at desc, board_id, seq desc limit $4 offset $5`,
    [query.boardId ?? null, query.subject ?? null, query.q ?? null, query.limit, offsetOf(query)],
  );
}
