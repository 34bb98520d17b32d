import { businessDate } from '@cho40/kernel';
import { newId, type Tx } from '@cho40/platform';
import type { NewTicket } from '@cho40/billing';
import type { MarketToBill } from './market-to-bill';

/** Prices of tickets, as a decision lists them. */
const PRICES = [
  { feeType: 'space', unit: 'session', price: 10_000 },
  { feeType: 'space', unit: 'session', price: 8_000, goodsGroup: 'own-produce' },
  { feeType: 'space', unit: 'm2-day', price: 2_000, isRoofed: true, taxPercent: 8 },
  { feeType: 'space', unit: 'visit', price: 50_000, carrier: 'truck' },
  { feeType: 'sanitation', unit: 'session', price: 2_000, isPassThrough: true },
];

const PROVINCE = `
  insert into markets.admin_unit (id, code, level, name)
  values ('P08', '08', 'province', 'Tuyên Quang') on conflict do nothing`;
const LINES = `
  insert into tariffs.decision_price (decision_id, line_number, description, fee_type, unit, price,
    goods_group, is_roofed, carrier)
  select $1, p.line, 'Vé', p."feeType", p.unit, p.price, p."goodsGroup", p."isRoofed", p.carrier
    from jsonb_to_recordset($2::jsonb) as p (line smallint, "feeType" text, unit text,
      price bigint, "goodsGroup" text, "isRoofed" boolean, carrier text)`;
const TARIFFS = `
  insert into tariffs.tariff (board_id, id, market_id, decision_id, decision_line, ceiling, fee_type,
    unit, price, goods_group, is_roofed, carrier, tax_percent, is_pass_through, valid_from,
    created_by, approved_by, approved_at)
  select $1, gen_random_uuid(), $2, $3, p.line, p.price, p."feeType", p.unit, p.price,
         p."goodsGroup", p."isRoofed", p.carrier, p."taxPercent",
         coalesce(p."isPassThrough", false), '2025-05-01', $1, $2, now()
    from jsonb_to_recordset($4::jsonb) as p (line smallint, "feeType" text, unit text,
      price bigint, "goodsGroup" text, "isRoofed" boolean, carrier text, "taxPercent" smallint,
      "isPassThrough" boolean)`;

/** Lets a market sell tickets: by the session, the square metre, the load; and what is passed on. */
export async function priceTickets(
  tx: Tx,
  { boardId, marketId }: Pick<MarketToBill, 'boardId' | 'marketId'>,
): Promise<void> {
  const decisionId = newId();
  await tx.sql(PROVINCE);
  const lines = JSON.stringify(PRICES.map((price, at) => ({ line: at + 1, ...price })));
  await tx.sql(
    `insert into tariffs.decision (id, province_id, number, issuer, title, issued_on,
       effective_from)
     select $1, u.id, '27/2025/QĐ-UBND ' || $1::uuid::text, 'UBND', 'Giá vé', '2025-01-01',
            '2025-01-01'
       from markets.admin_unit u where u.level = 'province' order by u.id limit 1`,
    [decisionId],
  );
  await tx.sql(LINES, [decisionId, lines]);
  await tx.sql(TARIFFS, [boardId, marketId, decisionId, lines]);
}

/** A seat at the market for 10,000 đ, paid in cash. */
export const aTicket = (
  marketId: NewTicket['marketId'],
  change: Partial<Omit<NewTicket, 'on'>> & { on: string },
): NewTicket => ({
  id: newId(),
  marketId,
  feeType: 'space',
  unit: 'session',
  areaM2: null,
  isRoofed: null,
  goodsGroup: null,
  carrier: null,
  count: 1,
  way: 'cash',
  offDayReason: null,
  ...change,
  on: businessDate(change.on),
});
