import type { Id } from '@cho40/kernel';
import {
  asId,
  Audit,
  newId,
  offsetOf,
  pageOfRows,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { marketsError } from '../errors';
import type { BoardDto, BoardQueryDto } from './board.dto';
import { Board } from './board.entity';

@Injectable()
export class Boards {
  constructor(private readonly audit: Audit) {}

  /**
   * Makes a board. Its id must lie in the actor's boards, so the caller makes it first; the same
   * id again changes nothing.
   */
  async create(tx: Tx, board: { id?: Id; name: string }): Promise<{ id: Id; name: string }> {
    const id = board.id ?? newId();
    const name = board.name.trim();
    const known = await tx.manager.findOneBy(Board, { id });
    if (known) return { id, name: known.name };
    await tx.manager.insert(Board, { id, name });
    await this.audit.append(tx, {
      boardId: id,
      act: 'markets.createBoard',
      subject: `board:${id}`,
      after: { name },
    });
    return { id, name };
  }

  /** @throws markets.boardMissing, also where it is not the actor's. */
  async get(tx: Reading, id: Id): Promise<BoardDto> {
    const board = await tx.manager.findOneBy(Board, { id });
    if (!board) throw marketsError('boardMissing', { id });
    const [markets] = await tx.sql<{ count: number }>(
      'select count(*) as count from markets.market where board_id = $1',
      [id],
    );
    return { id, name: board.name, marketCount: markets?.count ?? 0 };
  }

  async list(tx: Reading, query: BoardQueryDto): Promise<Page<BoardDto>> {
    const rows = await tx.sql<BoardDto & { total: number }>(
      `select b.id, b.name, count(*) over () as total,
              (select count(*) from markets.market m where m.board_id = b.id) as "marketCount"
         from markets.board b
        where $1::text is null or strpos(lower(unaccent(b.name)), lower(unaccent($1))) > 0
        order by b.name collate "vi-x-icu", b.id
        limit $2 offset $3`,
      [query.q?.trim() || null, query.limit, offsetOf(query)],
    );
    return pageOfRows(rows, query);
  }

  /** Every board there is, whoever asks: ids only, for rights, schedules and `verify`. */
  async allIds(tx: Reading): Promise<Id[]> {
    const rows = await tx.sql<{ id: string }>(
      'select board_id as id from markets.board_registry order by board_id',
    );
    return rows.map((row) => asId(row.id));
  }
}
