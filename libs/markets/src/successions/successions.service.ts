import { addDays, businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  newId,
  type Page,
  People,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type SuccessionKind, successionProblem } from '../domain/succession';
import { marketsError } from '../errors';
import type { NewStall } from '../stalls/stall.entity';
import { Stalls } from '../stalls/stalls.service';
import type { SuccessionDto } from './succession.dto';
import { findSuccessions, type SuccessionFilter } from './successions.queries';

/** Stalls that end on a day, and those that stand in their place from that day on. */
export interface NewSuccession {
  id?: Id;
  kind: SuccessionKind;
  fromIds: readonly Id[];
  to: readonly Omit<NewStall, 'validFrom'>[];
  beginsOn: BusinessDate;
  reason: string;
}

interface EndingStall {
  id: Id;
  boardId: Id;
  code: string;
  areaM2: number;
  validFrom: BusinessDate;
  gridRow: number | null;
  gridColumn: number | null;
}

const ENDING = `
  select id, board_id as "boardId", code, area_m2 as "areaM2", valid_from as "validFrom",
         grid_row as "gridRow", grid_column as "gridColumn"
    from markets.stall
   where market_id = $1 and id = any ($2::uuid[]) and valid_to is null
   order by code
     for update`;

// tenancy keeps it: a stall does not end while a lease of it runs on.
const LEASED = 'stall_ends_after_its_leases';

/** Splits, merges, relocations and closings. The old stalls stay readable; their codes are not given again. */
@Injectable()
export class Successions {
  constructor(
    private readonly stalls: Stalls,
    private readonly audit: Audit,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ends stalls the day before and lets others come after them, none where they are closed; the same
   * id again changes nothing.
   * @throws markets.stallMissing (also one that ended), stallIsLeased, successionCounts,
   *   successionInFuture, successionBeforeStall, partsBeyondWhole, and what Stalls.create throws
   */
  async succeed(tx: Tx, marketId: Id, wanted: NewSuccession): Promise<SuccessionDto> {
    const id = wanted.id ?? newId();
    if ((await findSuccessions(tx, { id, limit: 1 })).total > 0) return this.get(tx, id);
    const from = await this.ending(tx, marketId, wanted);
    await endStalls(tx, from, wanted.beginsOn);
    const { beginsOn, kind, reason } = wanted;
    const toIds = await this.stalls.create(
      tx,
      marketId,
      wanted.to.map((stall) => ({ ...stall, validFrom: beginsOn })),
    );
    if (kind !== 'relocate') await takePlace(tx, from[0], toIds[0]);
    await this.join(tx, { id, marketId, from, toIds, wanted });
    await this.audit.append(tx, {
      boardId: from[0]?.boardId ?? '',
      act: 'markets.succeedStalls',
      subject: `market:${marketId}`,
      before: { codes: from.map((stall) => stall.code) },
      after: { codes: wanted.to.map((stall) => stall.code), kind, beginsOn, reason },
    });
    return this.get(tx, id);
  }

  async list(tx: Reading, marketId: Id, query: SuccessionFilter): Promise<Page<SuccessionDto>> {
    const page = await findSuccessions(tx, { ...query, marketId });
    const ids = page.items.flatMap((row) => row.actorId ?? []);
    const names = await this.people.names(tx, ids);
    const items = page.items.map(({ actorId, ...row }) => ({
      ...row,
      actorName: names.get(actorId ?? '') ?? null,
    }));
    return { ...page, items };
  }

  private async get(tx: Reading, id: Id): Promise<SuccessionDto> {
    const [found] = (await findSuccessions(tx, { id, limit: 1 })).items;
    if (!found) throw marketsError('stallMissing', { id });
    const { actorId, ...row } = found;
    const names = await this.people.names(tx, actorId ? [actorId] : []);
    return { ...row, actorName: names.get(actorId ?? '') ?? null };
  }

  /** The stalls that end, locked; nothing speaks against it but a lease. */
  private async ending(
    tx: Tx,
    marketId: Id,
    { kind, fromIds, to, beginsOn }: NewSuccession,
  ): Promise<EndingStall[]> {
    await this.stalls.list(tx, marketId, { limit: 1 });
    const from = await tx.sql<EndingStall>(ENDING, [marketId, fromIds]);
    const missing = fromIds.find((id) => !from.some((stall) => stall.id === id));
    if (missing) throw marketsError('stallMissing', { id: missing });
    const today = businessDateOf(this.clock.now());
    const problem = successionProblem({ kind, from, to, beginsOn }, today);
    if (problem) throw marketsError(problem.why, { ...problem.facts });
    return from;
  }

  private async join(
    tx: Tx,
    act: { id: Id; marketId: Id; from: EndingStall[]; toIds: Id[]; wanted: NewSuccession },
  ): Promise<void> {
    const { kind, beginsOn, reason } = act.wanted;
    await tx.sql(
      `insert into markets.stall_succession (board_id, market_id, act_id, from_id, to_id, kind,
         begins_on, reason, actor_id, at)
       select $1, $2, $3, f.id, t.id, $6, $7, btrim($8), $9, $10
         from unnest($4::uuid[]) as f (id) left join unnest($5::uuid[]) as t (id) on true`,
      [
        act.from[0]?.boardId,
        act.marketId,
        act.id,
        act.from.map((stall) => stall.id),
        act.toIds,
        kind,
        beginsOn,
        reason,
        tx.actor.userId,
        this.clock.now(),
      ],
    );
  }
}

async function endStalls(tx: Tx, from: readonly EndingStall[], beginsOn: BusinessDate) {
  try {
    await tx.sql(
      `update markets.stall set valid_to = $2, grid_row = null, grid_column = null
        where id = any ($1::uuid[])`,
      [from.map((stall) => stall.id), addDays(beginsOn, -1)],
    );
  } catch (error) {
    if (brokenConstraint(error) !== LEASED) throw error;
    const codes = from.map((stall) => stall.code).join(', ');
    throw marketsError('stallIsLeased', { codes, on: beginsOn });
  }
}

/** The first new stall stands on the map where the first old one stood. */
async function takePlace(tx: Tx, old: EndingStall | undefined, id: Id | undefined): Promise<void> {
  if (!old?.gridRow || !id) return;
  await tx.sql('update markets.stall set grid_row = $2, grid_column = $3 where id = $1', [
    id,
    old.gridRow,
    old.gridColumn,
  ]);
}
