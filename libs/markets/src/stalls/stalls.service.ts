import type { Id } from '@cho40/kernel';
import { Audit, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { marketsError } from '../errors';
import { Markets } from '../markets/markets.service';
import { Zone } from '../zones/zone.entity';
import type { StallDto } from './stall.dto';
import { Stall, type NewStall, type StallChange } from './stall.entity';
import { findStalls, type StallFilter } from './stalls.queries';

const INSERT = `
  insert into markets.stall (board_id, market_id, id, zone_id, code, area_m2, open_sides, is_roofed,
                             goods_group, state)
  select $1, $2, s.*
    from unnest($3::uuid[], $4::uuid[], $5::text[], $6::numeric[], $7::smallint[], $8::boolean[],
                $9::text[], $10::text[]) as s
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
   * @throws markets.marketMissing, zoneMissing, stallCodeTaken
   */
  async create(tx: Tx, marketId: Id, stalls: readonly NewStall[]): Promise<Id[]> {
    const { boardId } = await this.markets.get(tx, marketId);
    const rows = stalls.map((stall) => ({ ...stall, id: stall.id ?? newId() }));
    await requireZones(tx, marketId, rows);
    const made = await tx.sql<{ id: string }>(INSERT, [
      boardId,
      marketId,
      rows.map((stall) => stall.id),
      rows.map((stall) => stall.zoneId),
      rows.map((stall) => stall.code),
      rows.map((stall) => stall.areaM2),
      rows.map((stall) => stall.openSides ?? 1),
      rows.map((stall) => stall.isRoofed ?? true),
      rows.map((stall) => stall.goodsGroup.trim()),
      rows.map((stall) => stall.state ?? 'trading'),
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
    return findStalls(tx, { ...query, marketId });
  }

  /** Corrects a stall. Bills already issued keep the area they were made with. */
  async change(tx: Tx, id: Id, change: StallChange): Promise<StallDto> {
    const before = await this.get(tx, id);
    const { boardId, marketId, code } = await tx.manager.findOneByOrFail(Stall, { id });
    if (change.zoneId) await requireZones(tx, marketId, [{ zoneId: change.zoneId }]);
    const namesake = change.code
      ? await tx.manager.findOneBy(Stall, { boardId, marketId, code: change.code })
      : null;
    if (namesake && namesake.id !== id)
      throw marketsError('stallCodeTaken', { code: namesake.code, count: 1 });
    await tx.manager.update(Stall, { boardId, id }, { code, ...change });
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
