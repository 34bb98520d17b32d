import type { BusinessDate } from '@cho40/kernel';
import { Audit, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { AdminUnits } from '../admin-units/admin-units.service';
import { communeChange, type CommuneStay } from '../domain/commune-stay';
import { marketsError } from '../errors';
import type { CommuneStayDto } from './market.dto';

interface MarketKey {
  id: string;
  boardId: string;
}

/** Where a market lay and lies, as somebody entered it. */
@Injectable()
export class MarketCommunes {
  constructor(
    private readonly units: AdminUnits,
    private readonly audit: Audit,
  ) {}

  list(tx: Reading, market: MarketKey): Promise<CommuneStayDto[]> {
    return tx.sql<CommuneStayDto>(
      `select c.commune_id as "communeId", u.name as "communeName", c.valid_from as "validFrom",
              c.valid_to as "validTo"
         from markets.market_commune c
         join markets.admin_unit u on u.id = c.commune_id
        where c.board_id = $1 and c.market_id = $2
        order by c.valid_from nulls first`,
      [market.boardId, market.id],
    );
  }

  /**
   * Enters that the market lies in a commune from a day on; null: for as long as the commune
   * exists. Ends the stay before; a stay that begins on the same day is corrected.
   * @throws markets.notACommune, communeNotThen, communeLaterKnown
   */
  async set(
    tx: Tx,
    market: MarketKey,
    communeId: string,
    from: BusinessDate | null,
  ): Promise<void> {
    const commune = await this.units.get(tx, communeId, 'commune');
    const known = await tx.sql<CommuneStay>(
      `select commune_id as "communeId", valid_from as "validFrom", valid_to as "validTo"
         from markets.market_commune where board_id = $1 and market_id = $2 for update`,
      [market.boardId, market.id],
    );
    const change = communeChange(known, commune, from);
    if (change.kind === 'refused')
      throw marketsError(change.why, { communeId, name: commune.name, from });
    const { stay, ending } = change;
    if (ending) await endStay(tx, market, ending);
    await (change.isCorrection ? correctStay(tx, market, stay) : addStay(tx, market, stay));
    await this.audit.append(tx, {
      boardId: market.boardId,
      act: 'markets.setCommune',
      subject: `market:${market.id}`,
      before: { stays: known },
      after: stay,
    });
  }
}

type Ending = Pick<CommuneStay, 'communeId' | 'validTo'>;

async function endStay(tx: Tx, market: MarketKey, ending: Ending): Promise<void> {
  await tx.sql(
    `update markets.market_commune set valid_to = $4
      where board_id = $1 and market_id = $2 and commune_id = $3
        and daterange(valid_from, valid_to, '[]') @> $4::date`,
    [market.boardId, market.id, ending.communeId, ending.validTo],
  );
}

async function correctStay(tx: Tx, market: MarketKey, stay: CommuneStay): Promise<void> {
  await tx.sql(
    `update markets.market_commune set commune_id = $3, valid_to = $5
      where board_id = $1 and market_id = $2 and valid_from is not distinct from $4`,
    [market.boardId, market.id, stay.communeId, stay.validFrom, stay.validTo],
  );
}

async function addStay(tx: Tx, market: MarketKey, stay: CommuneStay): Promise<void> {
  await tx.sql(
    `insert into markets.market_commune (board_id, market_id, commune_id, valid_from, valid_to)
     values ($1, $2, $3, $4, $5)`,
    [market.boardId, market.id, stay.communeId, stay.validFrom, stay.validTo],
  );
}
