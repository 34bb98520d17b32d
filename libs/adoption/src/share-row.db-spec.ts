import { month, type Id } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { priceTickets } from '../../../test/support/ticket-market';
import { codes, is, twoBoards, type TwoBoards } from '../../../test/support/two-boards';

let boards: TwoBoards;
beforeAll(async () => {
  boards = await twoBoards();
}, 60_000);
afterAll(() => boards.world.close());

describe('a row', () => {
  const row = async (period: string, code: string, cutting = is('market')) =>
    (await boards.rowsOf(period, cutting)).find((each) => each.code === code);

  it('has no share, rather than 0, where a market has no data', async () => {
    expect(await row('2026-08', 'LC')).toMatchObject({
      low: null,
      high: null,
      markets: { reporting: 0, all: 1 },
      final: false,
    });
  });

  it('is final when every day is proven and 80 % came by the end of the next month', async () => {
    expect(await row('2026-08', 'MV')).toMatchObject({
      collection: { numerator: 450_000, denominator: 500_000 },
      final: true,
    });
  });

  it('keeps the unnamed money of a board with one market on that market', async () => {
    expect(await row('2026-09', 'MV')).toMatchObject({ unmatchedVnd: 50_000, final: false });
  });

  it('counts a confirmed record that matching has not come to as not known', async () => {
    expect(await row('2025-07', '026', is('district'))).toMatchObject({ unmatchedVnd: 5_000 });
  });

  it('lays cash still held at the end of the month on the newest receipts', async () => {
    expect(await row('2025-06', 'LC')).toMatchObject({ notHandedInVnd: 0 });
    expect(await row('2025-06', 'DV')).toMatchObject({ notHandedInVnd: 190_000 });
    expect(await row('2025-07', 'LC')).toMatchObject({ notHandedInVnd: 100_000 });
  });

  it('counts a ticket by its value, and no lease for it', async () => {
    const rollback = new Error('undo of the test');
    const boardId = boards.smallBoard;
    await boards.world.db
      .write(systemActor([boardId]), async (tx) => {
        const of = { month: month('2026-09'), ...is('market') };
        const [before] = (await boards.report.of(tx, of)).rows;
        const [market] = await tx.sql<{ id: Id }>('select market_id as id from markets.v_market');
        await paidTicket(tx, boardId, market?.id ?? newId());
        const [after] = (await boards.report.of(tx, of)).rows;
        expect(after?.byCount).toEqual(before?.byCount);
        expect(after?.collection).toEqual(before?.collection);
        expect(after?.byValue).toEqual({
          numerator: before?.byValue.numerator,
          denominator: (before?.byValue.denominator ?? 0) + 10_000,
        });
        throw rollback;
      })
      .catch((error: unknown) => expect(error).toBe(rollback));
  });

  it('counts no money that left again, given back to its payer or taken back by the bank', async () => {
    expect(await row('2025-08', 'DV')).toMatchObject({
      byValue: { numerator: 90_000, denominator: 140_000 },
      byCount: { numerator: 1, denominator: 1 },
      low: 0.6429,
      high: 0.6429,
    });
  });

  it('forgets a payment that was undone', async () => {
    const rollback = new Error('undo of the test');
    await boards.world.db
      .write(systemActor([boards.smallBoard]), async (tx) => {
        await tx.sql(`update billing.payment set undone_at = now(), undone_reason = 'x'
          where booked_on = '2025-07-02' or allocated = 0`);
        const { rows } = await boards.report.of(tx, { month: month('2026-09'), ...is('market') });
        expect(rows[0]?.byValue).toEqual({ numerator: 0, denominator: 100_000 });
        throw rollback;
      })
      .catch((error: unknown) => expect(error).toBe(rollback));
  });
});

/** A ticket of 10,000 đ that was paid in cash in September 2026. */
async function paidTicket(tx: Tx, boardId: Id, marketId: Id): Promise<void> {
  const ticketId = newId();
  await priceTickets(tx, { boardId, marketId });
  await tx.sql(
    `insert into billing.ticket (board_id, id, market_id, number, code, on_date, fee_type, unit,
       tariff_id, unit_price, amount, tax_amount, is_pass_through, way, issued_on, issued_at,
       issued_by_name, earned_on)
     select board_id, $3, market_id, 'PN-2026-000001', 'A', '2026-09-06', fee_type, unit, id, price,
            price, 0, false, 'cash', '2026-09-06', now(), 'Người thu', '2026-09-06'
       from tariffs.tariff
      where board_id = $1 and market_id = $2 and price = 10000 and unit = 'session'`,
    [boardId, marketId, ticketId],
  );
  await tx.sql(
    `insert into billing.payment (board_id, id, market_id, ticket_id, ticket_amount, source, receipt_id,
       amount, paid_at, booked_on, recorded_at, reason, rules_version)
     values ($1, $3, $2, $3, 10000, 'cash', $3, 10000, '2026-09-06', '2026-09-06', now(), 'ticket',
       1)`,
    [boardId, marketId, ticketId],
  );
}

describe('a reader', () => {
  it('sees the markets of the own boards only', async () => {
    const rows = await boards.rowsOf('2026-08', is('market'), systemActor([boards.smallBoard]));
    expect(codes(rows)).toEqual(['MV']);
  });

  it('of one market sees that market, and its board’s unnamed money without a market', async () => {
    const actor = { ...systemActor([boards.bigBoard]), markets: [boards.dongVan] };
    const rows = await boards.rowsOf('2025-06', is('market'), actor);
    expect(rows.map((row) => [row.code, row.byValue.denominator, row.unmatchedVnd])).toEqual([
      ['DV', 200_000, 0],
      [null, 0, 40_000],
    ]);
  });
});
