import { CodedError, type Id } from '@cho40/kernel';
import { JobRunner, newId, systemActor } from '@cho40/platform';
import { decodeVietQr } from '@cho40/vietqr';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { describePrinted, picturesOfPages, textOfPages } from '../../../test/support/printed';
import { scanned } from '../../../test/support/scanned';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { CardsModule } from './cards.module';
import type { NewRevocationDto } from './fee-cards/fee-card.dto';
import { FeeCards } from './fee-cards/fee-cards.service';
import type { NewCardSheetDto } from './sheets/card-sheet.dto';
import { CardSheets } from './sheets/card-sheets.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CardsModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.moveTo('2026-11-23T09:00:00+07:00');
  market = await billedMarket(world, { months: [] });
});

const codeOf = (error: unknown) => (error instanceof CodedError ? error.code : String(error));
const ask = (asked: Partial<NewCardSheetDto> = {}) =>
  market.write((tx) =>
    world.get(CardSheets).ask(tx, market.marketId, { format: 'sticker-8', ...asked }),
  );
const drain = () => world.get(JobRunner).drain();
/** Asks for cards and has them drawn. */
const print = async (asked: Partial<NewCardSheetDto> = {}) => {
  const sheet = await ask(asked);
  await drain();
  return sheet;
};
const revoke = (revocation: NewRevocationDto) =>
  market.write((tx) => world.get(FeeCards).revoke(tx, revocation));
const stallIds = async () =>
  (
    await market.write((tx) =>
      tx.sql<{ id: Id }>('select id from markets.stall where market_id = $1 order by code', [
        market.marketId,
      ]),
    )
  ).map(({ id }) => id);
const states = async () =>
  (await market.write((tx) => world.get(FeeCards).list(tx, { limit: 50 }))).items.map(
    ({ stallCode, state, why }) => [stallCode, why ? `${state}: ${why}` : state].join(' '),
  );
const cardsOf = async (place: number) => {
  const ids = await stallIds();
  return market.write((tx) => world.get(FeeCards).ofStall(tx, ids[place] ?? newId()));
};

describe('the cards of a market’s stalls', () => {
  it('are valid once their sheet is delivered, with serials that follow each other', async () => {
    expect(await states()).toEqual(['A-1 none', 'A-2 none', 'A-3 none']);
    expect(await ask()).toMatchObject({ state: 'waiting', firstSerial: 1, lastSerial: 3 });
    expect(await states()).toEqual(['A-1 none', 'A-2 none', 'A-3 none']);
    await drain();
    expect(await states()).toEqual(['A-1 valid', 'A-2 valid', 'A-3 valid']);
    expect((await ask({ format: 'poster-a4' })).firstSerial).toBe(4);
  });

  it('are not printed again without need, and of a valid one only for a reason', async () => {
    const [first = newId(), second = newId()] = await stallIds();
    await print({ stallIds: [first] });
    expect(await print()).toMatchObject({ cardCount: 2 });
    expect(await ask().catch(codeOf)).toBe('cards.nothingToPrint');
    expect(await ask({ stallIds: [second] }).catch(codeOf)).toBe('cards.reasonMissing');
    expect(await ask({ stallIds: [second], reason: 'other' }).catch(codeOf)).toBe(
      'cards.noteMissing',
    );
    await print({ stallIds: [second], reason: 'lost', note: 'Chị Mỷ báo mất' });
    expect((await cardsOf(1)).map(({ serial, state, reason }) => [serial, state, reason])).toEqual([
      [4, 'valid', 'lost'],
      [2, 'replaced', null],
    ]);
  });

  it('a card that was revoked counts no more; the next one says why', async () => {
    await print();
    const [card] = await cardsOf(0);
    const cardIds = [card?.id ?? newId()];
    await revoke({ cardIds, reason: 'forged', note: 'Bị dán đè' });
    expect(await states()).toEqual(['A-1 revoked', 'A-2 valid', 'A-3 valid']);
    expect(await revoke({ cardIds, reason: 'lost' }).catch(codeOf)).toBe('cards.cardNotInUse');
    expect(await revoke({ cardIds: [newId()], reason: 'lost' }).catch(codeOf)).toBe(
      'cards.cardNotFound',
    );
    expect(await print()).toMatchObject({ cardCount: 1 });
    expect((await cardsOf(0))[0]).toMatchObject({ state: 'valid', reason: 'forged' });
  });

  it('are out of date when the board’s account is another one, or the stall’s name', async () => {
    await print();
    await market.write(async (tx) => {
      await tx.sql(`update markets.stall set code = 'A-9' where market_id = $1 and code = 'A-3'`, [
        market.marketId,
      ]);
    });
    expect(await states()).toEqual(['A-1 valid', 'A-2 valid', 'A-9 outdated: stall-renamed']);
    const accountId = newId();
    await market.write((tx) =>
      tx.sql(
        `insert into banking.receiving_account (board_id, id, bin, number, holder_name,
           opening_balance, opened_on, created_by, created_at, approved_by, approved_at, proof,
           live_at)
         values ($1, $2, '970418', upper(right($2::uuid::text, 12)), 'BAN QUAN LY CHO', 0,
           '2026-11-01', $1, '2026-11-01', $2, '2026-11-02', 'earlier', '2026-11-03')`,
        [market.boardId, accountId],
      ),
    );
    expect(await states()).toEqual([
      'A-1 outdated: account-changed',
      'A-2 outdated: account-changed',
      'A-9 outdated: stall-renamed',
    ]);
    await print();
    expect(await states()).toEqual(['A-1 valid', 'A-2 valid', 'A-9 valid']);
    expect((await cardsOf(2)).map(({ reason }) => reason)).toEqual(['stall-changed', null]);
    expect((await cardsOf(0)).map(({ reason, bank }) => [reason, bank])).toEqual([
      ['account-changed', 'BIDV'],
      [null, 'Vietcombank'],
    ]);
  });

  it('need a live account, and stalls and zones of the market', async () => {
    expect(await ask({ stallIds: [newId()] }).catch(codeOf)).toBe('cards.stallNotFound');
    expect(await ask({ zoneId: newId() }).catch(codeOf)).toBe('cards.zoneNotFound');
    await market.write((tx) =>
      tx.sql(`update banking.receiving_account set closed_on = '2026-11-22' where board_id = $1`, [
        market.boardId,
      ]),
    );
    expect(await ask().catch(codeOf)).toBe('cards.noLiveAccount');
  });

  it('are numbered without a gap by two who print at once', async () => {
    const sheets = await Promise.all([ask(), ask({ format: 'tent-a5' })]);
    const serials = sheets.flatMap(({ firstSerial, lastSerial }) => [firstSerial, lastSerial]);
    expect(serials.sort((a, b) => a - b)).toEqual([1, 3, 4, 6]);
  });

  it('and their sheets are not for whoever’s right does not reach the market', async () => {
    const sheet = await print();
    const stranger = { ...systemActor([market.boardId]), markets: [newId()] };
    const asked = [
      world.db.read(stranger, (tx) => world.get(CardSheets).file(tx, sheet.id)),
      world.db.read(stranger, (tx) => world.get(FeeCards).standings(tx, market.marketId)),
      world.db.read(stranger, (tx) => world.get(FeeCards).list(tx, { limit: 9 })),
    ];
    expect(await Promise.all(asked.map((one) => one.catch(codeOf)))).toMatchObject([
      'cards.sheetNotFound',
      'cards.marketNotFound',
      { items: [] },
    ]);
  });
});

describePrinted('a sheet of cards', () => {
  it('is read by a camera: each stall’s code, the account, no sum; and by people', async () => {
    const sheet = await print({ format: 'sticker-10' });
    const file = await market.write((tx) => world.get(CardSheets).file(tx, sheet.id));
    const [text = ''] = textOfPages(file).map((page) => page.replace(/\s+/g, ' '));
    for (const said of ['A-1', 'A-2', 'A-3', `Chợ ${market.code}`, 'Vietcombank', 'Thẻ số 000003'])
      expect(text).toContain(said);
    expect(text).toContain('không dùng để trả tiền mua hàng');
    const [picture = new Uint8Array()] = picturesOfPages(file);
    const codes = await market.write((tx) =>
      tx.sql<{ code: string }>('select code from billing.payment_code where market_id = $1', [
        market.marketId,
      ]),
    );
    const read = (await scanned(picture)).map(decodeVietQr);
    const paidFor = read.map((one) => (one.ok ? (one.purpose ?? '').split(' ')[0] : ''));
    expect(new Set(paidFor)).toEqual(new Set(codes.map(({ code }) => code)));
    expect(read).toHaveLength(3);
    for (const one of read)
      expect(one).toMatchObject({ ok: true, bin: '970436', amount: null, initiation: 'static' });
  });
});
