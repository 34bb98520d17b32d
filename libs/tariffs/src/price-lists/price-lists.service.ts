import { createHash } from 'node:crypto';
import { businessDateOf, type Clock, type Id } from '@cho40/kernel';
import { CLOCK, Papers, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { tariffsError } from '../domain/errors';
import { priceListPaper, type ListedPrice, type PriceList } from '../domain/price-list';

const MARKET = `
  select m.market_id as "marketId", m.code as "marketCode", m.name as "marketName",
         b.name as "boardName"
    from markets.v_market m
    join markets.v_board b on b.board_id = m.board_id
   where m.code = $1 and (m.closed_on is null or m.closed_on >= $2)`;

const PRICES = `
  select t.fee_type as "feeType", t.fee_name_vi as "feeName", p.description, t.unit, t.price,
         t.is_roofed as "isRoofed", t.open_sides as "openSides", t.is_corner as "isCorner",
         t.row_grade as "rowGrade", t.goods_group as "goodsGroup", t.carrier,
         t.price_class as "priceClass", t.tier_from as "tierFrom", t.tax_percent as "taxPercent",
         t.is_pass_through as "isPassThrough", t.decision_number as "decisionNumber",
         t.issuer as "decisionIssuer", t.decision_issued_on as "decisionIssuedOn",
         t.decision_line as "decisionLine", t.valid_from as "validFrom"
    from tariffs.v_tariff t
    join tariffs.decision_price p
      on p.decision_id = t.decision_id and p.line_number = t.decision_line
   where t.market_id = $1 and t.valid_from <= $2 and (t.valid_to is null or t.valid_to >= $2)
   order by t.settle_order, t.unit, t.decision_line, t.tier_from, t.tariff_id`;

/** The most printed lists that are kept; whoever asks for more waits for the printer. */
const KEPT = 100;

@Injectable()
export class PriceLists {
  private readonly printed = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly papers: Papers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whose market a code is, before any board is in scope. @throws tariffs.priceListMissing */
  async boardOf(tx: Reading, marketCode: string): Promise<Id> {
    const [market] = await tx.sql<{ boardId: Id }>(
      'select board_id as "boardId" from markets.v_market_registry where code = $1',
      [marketCode],
    );
    if (!market) throw tariffsError('priceListMissing', { market: marketCode });
    return market.boardId;
  }

  /** What the market charges today; read in its board's scope. @throws tariffs.priceListMissing */
  async of(tx: Reading, marketCode: string): Promise<PriceList> {
    const on = businessDateOf(this.clock.now());
    const [market] = await tx.sql<Omit<PriceList, 'on' | 'prices'> & { marketId: Id }>(MARKET, [
      marketCode,
      on,
    ]);
    if (!market) throw tariffsError('priceListMissing', { market: marketCode });
    const { marketId, ...named } = market;
    return { ...named, on, prices: await tx.sql<ListedPrice>(PRICES, [marketId, on]) };
  }

  /** The list to be hung up; printed once for as long as nothing on it changes. */
  print(list: PriceList): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(list)).digest('hex');
    const known = this.printed.get(key);
    if (known) return known;
    if (this.printed.size >= KEPT) this.printed.clear();
    const printing = this.papers.print([priceListPaper(list)]);
    this.printed.set(key, printing);
    printing.catch(() => this.printed.delete(key));
    return printing;
  }
}
