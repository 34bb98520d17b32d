import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Signs } from '../domain/statement/header';
import {
  headerPrint,
  MAPPED_COLUMNS,
  type MappedLayout,
  type Mapping,
  requireMapping,
} from '../domain/statement/mapped';
import { bankingError } from '../errors';
import type { WantedAccount } from './statement-account';

/** What a person says of a header. */
export interface NewLayout {
  readonly boardId: Id;
  readonly name: string;
  readonly header: readonly string[];
  readonly columns: Mapping;
  readonly signs: Signs;
}

export interface Layout extends NewLayout {
  readonly id: Id;
  readonly header: string[];
  readonly createdByName: string;
  readonly createdAt: Date;
}

// The layout of an id, or those in use of a board, or the one of a header.
const LAYOUTS = `
  select id, board_id as "boardId", name, header, columns, signs,
         created_by_name as "createdByName", created_at as "createdAt", ended_at as "endedAt"
    from banking.layout
   where ($1::uuid is null or id = $1) and ($2::uuid is null or board_id = $2)
     and ($3::text is null or fingerprint = $3) and (id = $1 or ended_at is null)
   order by created_at desc, id`;

/** Layouts of statements that a person mapped once, remembered per board by their header. */
@Injectable()
export class Layouts {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those by which files are read, the newest first; of one account's board where it is named. */
  known(tx: Reading, { bin, number }: WantedAccount = {}): Promise<MappedLayout[]> {
    return tx.sql<MappedLayout>(
      `select name, fingerprint, columns, signs from banking.layout
        where ended_at is null
          and ($1::text is null or board_id in (
                select board_id from banking.receiving_account where bin = $1 and number = $2))
        order by created_at desc, id`,
      [bin ?? null, number ?? null],
    );
  }

  list(tx: Reading, boardId?: Id): Promise<Layout[]> {
    return tx.sql<Layout>(LAYOUTS, [null, boardId ?? null, null]);
  }

  /** Remembers a mapping; another one of the same header ends, the same one again changes nothing. */
  async remember(tx: Tx, layout: NewLayout): Promise<Layout> {
    requireMapping(layout.columns, layout.header.length);
    const fingerprint = headerPrint(layout.header);
    await tx.sql(`select pg_advisory_xact_lock(hashtextextended('banking.layout ' || $1, 0))`, [
      layout.boardId,
    ]);
    const [standing] = await tx.sql<Layout>(LAYOUTS, [null, layout.boardId, fingerprint]);
    if (standing && isSame(standing, layout)) return standing;
    if (standing) await this.end(tx, standing.id);
    return this.insert(tx, layout, fingerprint);
  }

  /** Files with this header are unknown again. */
  async end(tx: Tx, id: Id): Promise<Layout> {
    const { userId, displayName } = tx.actor;
    const [layout] = await tx.sql<Layout & { endedAt: Date | null }>(LAYOUTS, [id, null, null]);
    if (!layout) throw bankingError('layoutNotFound', { id });
    if (layout.endedAt) throw bankingError('layoutEnded', { id });
    const ended = await tx.sql(
      `update banking.layout set ended_at = $2, ended_by = $3, ended_by_name = $4
        where id = $1 and ended_at is null returning id`,
      [id, this.clock.now(), userId, displayName],
    );
    if (ended.length === 0) throw bankingError('layoutEnded', { id });
    await this.audit.append(tx, {
      boardId: layout.boardId,
      act: 'banking.endLayout',
      subject: `layout:${id}`,
      after: { name: layout.name },
    });
    return layout;
  }

  private async insert(tx: Tx, layout: NewLayout, fingerprint: string): Promise<Layout> {
    const { boardId, name, header, columns, signs } = layout;
    const [id, at, by] = [newId(), this.clock.now(), tx.actor];
    await tx.sql(
      `insert into banking.layout (board_id, id, name, fingerprint, header, columns, signs,
         created_by, created_by_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        boardId,
        id,
        name,
        fingerprint,
        header,
        JSON.stringify(columns),
        signs,
        by.userId,
        by.displayName,
        at,
      ],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'banking.mapLayout',
      subject: `layout:${id}`,
      after: { name, columns, signs },
    });
    return { ...layout, header: [...header], id, createdByName: by.displayName, createdAt: at };
  }
}

const placesOf = (columns: Mapping) => JSON.stringify(MAPPED_COLUMNS.map((one) => columns[one]));

function isSame(one: NewLayout, other: NewLayout): boolean {
  return (
    one.name === other.name &&
    one.signs === other.signs &&
    placesOf(one.columns) === placesOf(other.columns)
  );
}
