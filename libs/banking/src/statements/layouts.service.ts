import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type MappedReport,
  type ReportMapping,
  requireReportMapping,
} from '../domain/settlement/report-header';
import type { Signs } from '../domain/statement/header';
import {
  headerPrint,
  type MappedLayout,
  type Mapping,
  requireMapping,
} from '../domain/statement/mapped';
import { bankingError } from '../errors';
import type { WantedAccount } from './statement-account';

/** Of a bank's statements, or of a wallet's settlement reports. */
export const LAYOUT_KINDS = ['statement', 'settlement'] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

/** What a person says of a header. */
export interface NewLayout {
  readonly boardId: Id;
  readonly kind: LayoutKind;
  readonly name: string;
  readonly header: readonly string[];
  readonly columns: Mapping & ReportMapping;
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
  select id, board_id as "boardId", kind, name, header, columns, signs,
         created_by_name as "createdByName", created_at as "createdAt", ended_at as "endedAt"
    from banking.layout
   where ($1::uuid is null or id = $1) and ($2::uuid is null or board_id = $2)
     and ($3::text is null or fingerprint = $3) and ($4::text is null or kind = $4)
     and (id = $1 or ended_at is null)
   order by created_at desc, id`;

/** Layouts that a person mapped once, remembered per board by their header. */
@Injectable()
export class Layouts {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those by which statements are read, the newest first; of one account's board where it is named. */
  known(tx: Reading, { bin, number }: WantedAccount = {}): Promise<MappedLayout[]> {
    return tx.sql<MappedLayout>(
      `select name, fingerprint, columns, signs from banking.layout
        where kind = 'statement' and ended_at is null
          and ($1::text is null or board_id in (
                select board_id from banking.receiving_account where bin = $1 and number = $2))
        order by created_at desc, id`,
      [bin ?? null, number ?? null],
    );
  }

  /** Those by which a board's settlement reports are read, the newest first. */
  knownReports(tx: Reading, boardId: Id): Promise<MappedReport[]> {
    return tx.sql<MappedReport>(
      `select name, fingerprint, columns from banking.layout
        where board_id = $1 and kind = 'settlement' and ended_at is null
        order by created_at desc, id`,
      [boardId],
    );
  }

  list(tx: Reading, boardId?: Id, kind?: LayoutKind): Promise<Layout[]> {
    return tx.sql<Layout>(LAYOUTS, [null, boardId ?? null, null, kind ?? null]);
  }

  /** Remembers a mapping; another one of the same header ends, the same one again changes nothing. */
  async remember(tx: Tx, layout: NewLayout): Promise<Layout> {
    if (layout.kind === 'statement') requireMapping(layout.columns, layout.header.length);
    else requireReportMapping(layout.columns, layout.header.length);
    const fingerprint = headerPrint(layout.header);
    await tx.sql(`select pg_advisory_xact_lock(hashtextextended('banking.layout ' || $1, 0))`, [
      layout.boardId,
    ]);
    const [standing] = await tx.sql<Layout>(LAYOUTS, [
      null,
      layout.boardId,
      fingerprint,
      layout.kind,
    ]);
    if (standing && isSame(standing, layout)) return standing;
    if (standing) await this.end(tx, standing.id);
    return this.insert(tx, layout, fingerprint);
  }

  /** Files with this header are unknown again. */
  async end(tx: Tx, id: Id): Promise<Layout> {
    const { userId, displayName } = tx.actor;
    const [layout] = await tx.sql<Layout & { endedAt: Date | null }>(LAYOUTS, [
      id,
      null,
      null,
      null,
    ]);
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
    const { boardId, kind, name, header, columns, signs } = layout;
    const [id, at, by] = [newId(), this.clock.now(), tx.actor];
    await tx.sql(
      `insert into banking.layout (board_id, id, kind, name, fingerprint, header, columns, signs,
         created_by, created_by_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        boardId,
        id,
        kind,
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
      after: { kind, name, columns, signs },
    });
    return { ...layout, header: [...header], id, createdByName: by.displayName, createdAt: at };
  }
}

const placesOf = (columns: NewLayout['columns']) =>
  JSON.stringify(Object.entries(columns).sort(([one], [other]) => one.localeCompare(other)));

function isSame(one: NewLayout, other: NewLayout): boolean {
  return (
    one.name === other.name &&
    one.signs === other.signs &&
    placesOf(one.columns) === placesOf(other.columns)
  );
}
