import type { Id } from '@cho40/kernel';
import { Audit, cellAddress, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { type GridCell, type GridOfStalls, readGrid } from '../domain/stall-map';
import { marketsError } from '../errors';
import { Markets } from '../markets/markets.service';
import type { MapPreviewDto, MapStallDto, StallMapDto } from './stall-map.dto';

const STALLS = `
  select stall_id as "stallId", code, zone_id as "zoneId", zone_name as "zoneName", state,
         area_m2 as "areaM2", grid_row as "row", grid_column as "column"
    from markets.v_stall
   where board_id = $1 and market_id = $2 and valid_to is null
   order by grid_row, grid_column, code`;

/** Where stalls stand, as the grid of their codes shows it. */
@Injectable()
export class StallMaps {
  constructor(
    private readonly markets: Markets,
    private readonly audit: Audit,
  ) {}

  /** @throws markets.marketMissing */
  async get(tx: Reading, marketId: Id): Promise<StallMapDto> {
    const { boardId } = await this.markets.get(tx, marketId);
    const stalls = await tx.sql<MapStallDto>(STALLS, [boardId, marketId]);
    return {
      rows: Math.max(0, ...stalls.map(({ row }) => row ?? 0)),
      columns: Math.max(0, ...stalls.map(({ column }) => column ?? 0)),
      stalls,
    };
  }

  /** What taking the grid would do, and each cell that speaks against it. */
  async preview(tx: Reading, marketId: Id, cells: readonly GridCell[]): Promise<MapPreviewDto> {
    const { faults, ...grid } = await this.read(tx, marketId, cells);
    return {
      ...grid,
      faults: faults.map(({ row, column, text, why }) => ({
        address: cellAddress(row, column - 1),
        text: text.slice(0, 40),
        why,
      })),
    };
  }

  /**
   * Places the stalls as the grid has them, all or none; what it does not show has no place any
   * more. The same grid again changes nothing.
   * @throws markets.marketMissing, mapIsEmpty, mapHasFaults
   */
  async place(tx: Tx, marketId: Id, cells: readonly GridCell[]): Promise<StallMapDto> {
    const { boardId } = await this.markets.get(tx, marketId);
    const { places, faults, rows, columns } = await this.read(tx, marketId, cells);
    const [first] = faults;
    if (first) {
      const address = cellAddress(first.row, first.column - 1);
      throw marketsError('mapHasFaults', { count: faults.length, address });
    }
    if (places.length === 0) throw marketsError('mapIsEmpty');
    await tx.sql(
      `update markets.stall set grid_row = null, grid_column = null
        where board_id = $1 and market_id = $2 and grid_row is not null`,
      [boardId, marketId],
    );
    await tx.sql(
      `update markets.stall s set grid_row = p.grid_row, grid_column = p.grid_column
         from unnest($2::uuid[], $3::smallint[], $4::smallint[]) as p (id, grid_row, grid_column)
        where s.board_id = $1 and s.id = p.id`,
      [
        boardId,
        places.map(({ stallId }) => stallId),
        places.map(({ row }) => row),
        places.map(({ column }) => column),
      ],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'markets.placeStalls',
      subject: `market:${marketId}`,
      after: { stalls: places.length, rows, columns },
    });
    return this.get(tx, marketId);
  }

  private async read(tx: Reading, marketId: Id, cells: readonly GridCell[]): Promise<GridOfStalls> {
    const { stalls } = await this.get(tx, marketId);
    return readGrid(
      cells,
      stalls.map(({ stallId, code }) => ({ id: stallId, code })),
    );
  }
}
