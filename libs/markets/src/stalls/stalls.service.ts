import type { Id } from '@cho40/kernel';
import { Audit, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { POINT_MIN_AREA_M2 } from '../domain/market-class';
import { sizeProblem, type StallSize } from '../domain/stall';
import { marketsError } from '../errors';
import { Markets } from '../markets/markets.service';
import { Zone } from '../zones/zone.entity';
import type { GoodsGroupDto, StallDto } from './stall.dto';
import { Stall, type NewStall, type StallChange } from './stall.entity';
import { findStalls, goodsGroupsOf, type StallFilter } from './stalls.queries';

const INSERT = `
  insert into markets.stall (board_id, market_id, id, zone_id, code, area_m2, length_m, width_m,
    open_sides, is_corner, row_grade, is_roofed, goods_group, other_goods_groups,
    small_area_reason, state, valid_from)
  select $1, $2, s.id, s.zone_id, s.code, s.area_m2, s.length_m, s.width_m, s.open_sides,
         s.is_corner, s.row_grade, s.is_roofed, s.goods_group, s.other_goods_groups,
         s.small_area_reason, s.state, s.valid_from
    from jsonb_to_recordset($3::jsonb) as s (id uuid, zone_id uuid, code text, area_m2 numeric,
           length_m numeric, width_m numeric, open_sides smallint, is_corner boolean,
           row_grade smallint, is_roofed boolean, goods_group text, other_goods_groups text[],
           small_area_reason text, state text, valid_from date)
  on conflict do nothing returning id`;

type Row = NewStall & { id: Id };

@Injectable()
export class Stalls {
  constructor(
    private readonly markets: Markets,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds stalls to a market, all or none; the same ids again change nothing. Gives their ids in
   * the order of the stalls.
   * @throws markets.marketMissing, zoneMissing, stallCodeTaken, stallTooSmall, areaBeyondSides
   */
  async create(tx: Tx, marketId: Id, stalls: readonly NewStall[]): Promise<Id[]> {
    const { boardId } = await this.markets.get(tx, marketId);
    const rows = stalls.map((stall) => ({ ...stall, id: stall.id ?? newId() }));
    for (const row of rows) requireSize(row);
    await requireZones(tx, marketId, rows);
    const made = await tx.sql<{ id: string }>(INSERT, [
      boardId,
      marketId,
      JSON.stringify(rows.map(columnsOf)),
    ]);
    if (made.length < rows.length) await refuseTakenCodes(tx, marketId, rows);
    await this.audit.append(tx, {
      boardId,
      act: 'markets.createStalls',
      subject: `market:${marketId}`,
      after: { codes: rows.map((stall) => stall.code) },
    });
    return rows.map((stall) => stall.id);
  }

  /** As `create`, for a screen that adds one. */
  async createOne(tx: Tx, marketId: Id, stall: NewStall): Promise<StallDto> {
    const id = stall.id ?? newId();
    await this.create(tx, marketId, [{ ...stall, id }]);
    return this.get(tx, id);
  }

  /** @throws markets.stallMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<StallDto> {
    const [stall] = (await findStalls(tx, { id, limit: 1 })).items;
    if (!stall) throw marketsError('stallMissing', { id });
    return stall;
  }

  async list(tx: Reading, marketId: Id, query: StallFilter): Promise<Page<StallDto>> {
    await this.markets.get(tx, marketId);
    return findStalls(tx, { standing: 'now', ...query, marketId });
  }

  /** What is sold in a market, by how many stalls. */
  async goodsGroups(tx: Reading, marketId: Id): Promise<GoodsGroupDto[]> {
    await this.markets.get(tx, marketId);
    return goodsGroupsOf(tx, marketId);
  }

  /** Corrects a stall. Bills already issued keep the area they were made with. */
  async change(tx: Tx, id: Id, change: StallChange): Promise<StallDto> {
    const before = await this.get(tx, id);
    requireSize(changedSize(before, change));
    const { boardId, marketId, code } = await tx.manager.findOneByOrFail(Stall, { id });
    if (change.zoneId) await requireZones(tx, marketId, [{ zoneId: change.zoneId }]);
    const namesake = change.code
      ? await tx.manager.findOneBy(Stall, { boardId, marketId, code: change.code })
      : null;
    if (namesake && namesake.id !== id)
      throw marketsError('stallCodeTaken', { code: namesake.code, count: 1 });
    await tx.manager.update(Stall, { boardId, id }, { code, ...tidied(change) });
    await this.audit.append(tx, {
      boardId,
      act: 'markets.changeStall',
      subject: `stall:${id}`,
      before,
      after: change,
    });
    return this.get(tx, id);
  }
}

/** The row of a stall as the table has it. */
function columnsOf(stall: Row) {
  return {
    id: stall.id,
    zone_id: stall.zoneId,
    code: stall.code,
    area_m2: stall.areaM2,
    length_m: stall.lengthM ?? null,
    width_m: stall.widthM ?? null,
    open_sides: stall.openSides ?? 1,
    is_corner: stall.isCorner ?? false,
    row_grade: stall.rowGrade ?? null,
    is_roofed: stall.isRoofed ?? true,
    goods_group: stall.goodsGroup.trim(),
    other_goods_groups: namesOf(stall.otherGoodsGroups),
    small_area_reason: stall.smallAreaReason?.trim() || null,
    state: stall.state ?? 'trading',
    valid_from: stall.validFrom ?? null,
  };
}

const namesOf = (groups: readonly string[] = []) =>
  [...new Set(groups.map((group) => group.trim()))].filter((group) => group !== '');

/** The size as it would be. */
function changedSize(before: StallDto, change: StallChange): StallSize & { code: string } {
  const { areaM2 = before.areaM2, lengthM = before.lengthM, widthM = before.widthM } = change;
  const { code = before.code, smallAreaReason = before.smallAreaReason } = change;
  return { code, areaM2, lengthM, widthM, smallAreaReason };
}

/** The change with its names as they are kept. */
function tidied(change: StallChange): StallChange {
  const { otherGoodsGroups } = change;
  return otherGoodsGroups ? { ...change, otherGoodsGroups: namesOf(otherGoodsGroups) } : change;
}

function requireSize({ code, ...size }: StallSize & { code: string }): void {
  const problem = sizeProblem(size);
  if (!problem) return;
  const { areaM2, lengthM = null, widthM = null } = size;
  throw marketsError(problem, { code, areaM2, lengthM, widthM, leastM2: POINT_MIN_AREA_M2 });
}

async function requireZones(
  tx: Tx,
  marketId: Id,
  rows: readonly Pick<Row, 'zoneId'>[],
): Promise<void> {
  const wanted = new Set(rows.map((row) => row.zoneId));
  const known = await tx.manager.findBy(Zone, { marketId });
  for (const zone of known) wanted.delete(zone.id);
  const [missing] = wanted;
  if (missing) throw marketsError('zoneMissing', { id: missing });
}

async function refuseTakenCodes(tx: Tx, marketId: Id, rows: readonly Row[]): Promise<void> {
  const taken = await tx.sql<{ code: string }>(
    `select s.code
       from markets.stall s
       join unnest($2::uuid[], $3::text[]) as w (id, code) on w.code = s.code and w.id <> s.id
      where s.market_id = $1
      order by s.code`,
    [marketId, rows.map((row) => row.id), rows.map((row) => row.code)],
  );
  if (taken[0]) throw marketsError('stallCodeTaken', { code: taken[0].code, count: taken.length });
}
