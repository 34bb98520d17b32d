import { CodedError, type Id } from '@cho40/kernel';
import { newId, systemActor } from '@cho40/platform';
import { parseCode } from '@cho40/vietqr';
import { marketToBill, type MarketToBill } from '../../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { CodePrefixes } from './code-prefixes.service';
import { PaymentCodes } from './payment-codes.service';

let world: TestWorld;
let market: MarketToBill;
let serial = 0;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await aMarket();
});

const write = <T>(work: Parameters<typeof world.db.write<T>>[1], boardId: Id = market.boardId) =>
  world.db.write(systemActor([boardId]), work);
function aMarket(): Promise<MarketToBill> {
  const boardId = newId();
  const code = `CHO-${(serial += 1)}`;
  return write((tx) => marketToBill(tx, { boardId, code }), boardId);
}
const take = (prefix: string, { boardId, marketId } = market) =>
  write((tx) => world.get(CodePrefixes).take(tx, { marketId, prefix }), boardId).then(
    () => 'taken',
    (error: unknown) => (error instanceof CodedError ? error.code : String(error)),
  );
const stallCodes = () =>
  write((tx) =>
    tx.sql<{ code: string; stall_id: Id }>(
      'select code, stall_id from billing.payment_code where market_id = $1 order by stall_id',
      [market.marketId],
    ),
  );

describe('a code prefix', () => {
  it('is taken once; the same again changes nothing', async () => {
    expect([await take('SKX'), await take('SKX')]).toEqual(['taken', 'taken']);
    expect(await take('XKS')).toBe('billing.marketHasPrefix');
  });

  it.each(['CHO', 'QR', 'FT', 'S1X', 'ABCDEF', 'a'])('is never %s', async (prefix) => {
    expect(await take(prefix)).toBe('billing.prefixNotAllowed');
  });

  it('belongs to one market of all boards, and none ends with another', async () => {
    const [taker, longer, shorter] = [await aMarket(), await aMarket(), await aMarket()];
    expect(await take('DVX', taker)).toBe('taken');
    expect(await take('DVX')).toBe('billing.prefixTaken');
    expect(await take('QDVX', longer)).toBe('billing.prefixEndsAnother');
    expect(await take('VX', shorter)).toBe('billing.prefixEndsAnother');
  });

  it('wanted by two boards at once goes to one', async () => {
    const other = await aMarket();
    const answers = await Promise.all([take('MVX'), take('MVX', other)]);
    expect(answers.sort()).toEqual(['billing.prefixTaken', 'taken']);
  });

  it('ends in two at once as one that ends with the other: one is refused', async () => {
    const other = await aMarket();
    const answers = await Promise.all([take('YMX'), take('BYMX', other)]);
    expect(answers.sort()).toEqual(['billing.prefixEndsAnother', 'taken']);
  });
});

describe('the stalls of a market', () => {
  const ensure = () =>
    write((tx) => world.get(PaymentCodes).ensureForStalls(tx, market.boardId, [market.marketId]));

  it('get a lasting code each with the prefix, and keep it', async () => {
    await take('HSX');
    const codes = await stallCodes();
    expect(codes.map(({ code }) => parseCode(code))).toMatchObject(
      Array.from({ length: 3 }, () => ({ prefix: 'HSX', kind: 'stall' })),
    );
    await ensure();
    expect(await stallCodes()).toEqual(codes);
  });

  it('get one code each, however many ask at once for new stalls', async () => {
    await take('XMX');
    await write((tx) =>
      tx.sql(
        `insert into markets.stall (board_id, id, market_id, zone_id, code, area_m2, goods_group)
         select $1, gen_random_uuid(), $2, $2, 'B-' || n, 4, 'food' from generate_series(1, 9) n`,
        [market.boardId, market.marketId],
      ),
    );
    await Promise.all(Array.from({ length: 8 }, ensure));
    const codes = await stallCodes();
    expect(codes).toHaveLength(12);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(12);
  });
});
