import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import {
  Audit,
  CLOCK,
  newId,
  platformError,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AdminUnits } from '../admin-units/admin-units.service';
import { Boards } from '../boards/boards.service';
import { marketsError } from '../errors';
import { MarketCommunes } from './market-communes.service';
import type { CommuneStayDto, MarketDto, MarketQueryDto } from './market.dto';
import { Market, type MarketChange, type NewMarket } from './market.entity';
import { marketsOn } from './markets.queries';

@Injectable()
export class Markets {
  constructor(
    private readonly boards: Boards,
    private readonly units: AdminUnits,
    private readonly communes: MarketCommunes,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a market of a board. The same id again changes nothing.
   * @throws markets.boardMissing, marketCodeTaken, adminUnitMissing, notADistrict, notACommune
   */
  async create(tx: Tx, market: NewMarket): Promise<MarketDto> {
    await this.boards.get(tx, market.boardId);
    if (tx.actor.markets !== 'all') throw platformError('notAllowed');
    if (market.formerDistrictId) await this.units.get(tx, market.formerDistrictId, 'district');
    const id = market.id ?? newId();
    const isNew = await insertMarket(tx, { ...market, id });
    if (isNew) {
      if (market.communeId) await this.setCommune(tx, id, market.communeId, null);
      await this.audit.append(tx, {
        boardId: market.boardId,
        act: 'markets.createMarket',
        subject: `market:${id}`,
        after: { ...market },
      });
    }
    return this.get(tx, id);
  }

  /** @throws markets.marketMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<MarketDto> {
    const [market] = (await marketsOn(tx, this.today(), { id, limit: 1 })).items;
    if (!market) throw marketsError('marketMissing', { id });
    return market;
  }

  /** @throws markets.marketMissing */
  async byCode(tx: Reading, code: string): Promise<MarketDto> {
    const [market] = (await marketsOn(tx, this.today(), { code, limit: 1 })).items;
    if (!market) throw marketsError('marketMissing', { code });
    return market;
  }

  list(tx: Reading, query: MarketQueryDto): Promise<Page<MarketDto>> {
    return marketsOn(tx, this.today(), query);
  }

  /**
   * Corrects what is written about a market; the change stands in the audit.
   * @throws markets.marketMissing, adminUnitMissing, notADistrict, marketHasDayRules
   */
  async change(tx: Tx, id: Id, change: MarketChange): Promise<MarketDto> {
    const { boardId } = await this.get(tx, id);
    if (change.formerDistrictId) await this.units.get(tx, change.formerDistrictId, 'district');
    if (change.meets === 'daily') await requireNoDayRules(tx, id);
    const before = await tx.manager.findOneByOrFail(Market, { id });
    if (Object.keys(change).length === 0) return this.get(tx, id);
    await tx.manager.update(Market, { boardId: before.boardId, id }, change);
    await this.audit.append(tx, {
      boardId,
      act: 'markets.changeMarket',
      subject: `market:${id}`,
      before,
      after: change,
    });
    return this.get(tx, id);
  }

  async communeStays(tx: Reading, marketId: Id): Promise<CommuneStayDto[]> {
    return this.communes.list(tx, await this.get(tx, marketId));
  }

  /** Enters the commune from a day on; null: for as long as the commune exists. */
  async setCommune(
    tx: Tx,
    marketId: Id,
    communeId: string,
    from: BusinessDate | null,
  ): Promise<void> {
    await this.communes.set(tx, await this.get(tx, marketId), communeId, from);
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}

/** A market whose days are entered meets on those; seven weekdays from a day on are such days too. */
async function requireNoDayRules(tx: Tx, marketId: Id): Promise<void> {
  const rules = await tx.sql('select from markets.market_day_rule where market_id = $1 limit 1', [
    marketId,
  ]);
  if (rules.length > 0) throw marketsError('marketHasDayRules');
}

/** False: this very market stands already. */
async function insertMarket(tx: Tx, market: NewMarket & { id: Id }): Promise<boolean> {
  const made = await tx.sql(
    `insert into markets.market (board_id, id, code, name, declared_class, construction, meets,
                                 former_district_id, due_day, grace_days, opened_on,
                                 tariff_group, transfer_policy)
     values ($1, $2, $3, btrim($4), $5, $6, $7, $8, $9, $10, $11, btrim($12), $13)
     on conflict do nothing returning id`,
    [
      market.boardId,
      market.id,
      market.code,
      market.name,
      market.declaredClass,
      market.construction,
      market.meets,
      market.formerDistrictId ?? null,
      market.dueDay ?? 10,
      market.graceDays ?? 10,
      market.openedOn,
      market.tariffGroup ?? null,
      market.transferPolicy ?? 'by-procedure',
    ],
  );
  if (made.length > 0) return true;
  const isSame = await tx.manager.existsBy(Market, { id: market.id, code: market.code });
  if (!isSame) throw marketsError('marketCodeTaken', { code: market.code });
  return false;
}
