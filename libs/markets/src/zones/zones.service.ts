import type { Id } from '@cho40/kernel';
import { Audit, newId, reachesMarket, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { liesInside } from '../domain/zone-tree';
import { marketsError } from '../errors';
import { Markets } from '../markets/markets.service';
import type { ZoneDto } from './zone.dto';
import { Zone, type NewZone, type ZoneChange } from './zone.entity';

const INSERT = `
  insert into markets.zone (board_id, market_id, id, parent_id, code, name, walking_order)
  select $1, $2, z.*
    from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::integer[]) as z
  on conflict do nothing returning id`;

// Walked as the collector walks; a zone's path is its ancestors' places, then its own.
const TREE = `
  with recursive tree as (
    select z.*, 0 as depth, array[lpad(z.walking_order::text, 6, '0'), z.code] as path
      from markets.zone z where z.board_id = $1 and z.market_id = $2 and z.parent_id is null
    union all
    select z.*, t.depth + 1, t.path || array[lpad(z.walking_order::text, 6, '0'), z.code]
      from markets.zone z join tree t on z.board_id = t.board_id and z.parent_id = t.id
  )
  select t.id, t.parent_id as "parentId", t.code, t.name, t.walking_order as "walkingOrder", t.depth,
         (select count(*) from markets.stall s
           where s.board_id = t.board_id and s.zone_id = t.id
             and s.valid_to is null) as "stallCount"
    from tree t
   order by t.path`;

@Injectable()
export class Zones {
  constructor(
    private readonly markets: Markets,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds zones to a market, parents and children in one go. The same ids again change nothing.
   * @throws markets.marketMissing, zoneMissing (a parent), zoneCodeTaken
   */
  async create(tx: Tx, marketId: Id, zones: readonly NewZone[]): Promise<Id[]> {
    const { boardId } = await this.markets.get(tx, marketId);
    const rows = zones.map((zone) => ({ ...zone, id: zone.id ?? newId() }));
    await requireParents(tx, marketId, rows);
    const made = await tx.sql<{ id: string }>(INSERT, [
      boardId,
      marketId,
      rows.map((zone) => zone.id),
      rows.map((zone) => zone.parentId ?? null),
      rows.map((zone) => zone.code),
      rows.map((zone) => zone.name.trim()),
      rows.map((zone) => zone.walkingOrder ?? 0),
    ]);
    if (made.length < rows.length) await refuseTakenCodes(tx, marketId, rows);
    await this.audit.append(tx, {
      boardId,
      act: 'markets.createZones',
      subject: `market:${marketId}`,
      after: { codes: rows.map((zone) => zone.code) },
    });
    return rows.map((zone) => zone.id);
  }

  /** The zones of a market in walking order, each after the one it lies in. */
  async list(tx: Reading, marketId: Id): Promise<ZoneDto[]> {
    const { boardId } = await this.markets.get(tx, marketId);
    return tx.sql<ZoneDto>(TREE, [boardId, marketId]);
  }

  /**
   * Corrects a zone, or moves it into another with all that lies in it.
   * @throws markets.zoneMissing (also the new parent), zoneCodeTaken, zoneInsideItself
   */
  async change(tx: Tx, id: Id, change: ZoneChange): Promise<void> {
    const zone = await tx.manager.findOneBy(Zone, { id });
    if (!zone || !reachesMarket(tx.actor, zone.marketId)) throw marketsError('zoneMissing', { id });
    const { boardId, marketId } = zone;
    const { code = zone.code } = change;
    const namesake = await tx.manager.findOneBy(Zone, { boardId, marketId, code });
    if (namesake && namesake.id !== id) throw marketsError('zoneCodeTaken', { code });
    if (change.parentId) await requirePlaceInside(tx, zone, change.parentId);
    await tx.manager.update(Zone, { boardId, id }, { ...change, code });
    await this.audit.append(tx, {
      boardId,
      act: 'markets.changeZone',
      subject: `zone:${id}`,
      before: zone,
      after: change,
    });
  }
}

type Row = NewZone & { id: Id };

/** The database refuses a ring of zones too; moves of one market come one after the other. */
async function requirePlaceInside(tx: Tx, zone: Zone, parentId: Id): Promise<void> {
  const { boardId, marketId, id, name } = zone;
  await tx.sql('select from markets.market where board_id = $1 and id = $2 for no key update', [
    boardId,
    marketId,
  ]);
  const zones = await tx.manager.findBy(Zone, { boardId, marketId });
  if (!zones.some((one) => one.id === parentId))
    throw marketsError('zoneMissing', { id: parentId });
  if (liesInside(zones, parentId, id)) throw marketsError('zoneInsideItself', { name });
}

async function requireParents(tx: Tx, marketId: Id, rows: readonly Row[]): Promise<void> {
  const own = new Set(rows.map((row) => row.id));
  const wanted = rows.flatMap((row) =>
    row.parentId && !own.has(row.parentId) ? row.parentId : [],
  );
  const [missing] = await tx.sql<{ id: string }>(
    `select w.id from unnest($2::uuid[]) as w (id)
      where not exists (select from markets.zone z where z.market_id = $1 and z.id = w.id)`,
    [marketId, wanted],
  );
  if (missing) throw marketsError('zoneMissing', missing);
}

async function refuseTakenCodes(tx: Tx, marketId: Id, rows: readonly Row[]): Promise<void> {
  const taken = await tx.sql<{ code: string }>(
    `select z.code
       from markets.zone z
       join unnest($2::uuid[], $3::text[]) as w (id, code) on w.code = z.code and w.id <> z.id
      where z.market_id = $1
      order by z.code`,
    [marketId, rows.map((row) => row.id), rows.map((row) => row.code)],
  );
  if (taken[0]) throw marketsError('zoneCodeTaken', { code: taken[0].code, count: taken.length });
}
