import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { CardsModule } from './cards.module';
import { CardSheets } from './sheets/card-sheets.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CardsModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await billedMarket(world, { months: [] });
  const print = async (reason?: 'damaged') => {
    await market.write((tx) =>
      world.get(CardSheets).printedEarlier(tx, market.marketId, {
        format: 'sticker-8',
        isOnlyNeeded: reason === undefined,
        reason,
      }),
    );
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000).toISOString());
  };
  await print();
  await print('damaged');
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

/** Which invariants find a forgery, by hand of the owner. */
async function foundBy(...statements: string[]): Promise<string[]> {
  const ours = `board_id = '${market.boardId}'`;
  await world.corrupt(
    market.boardId,
    statements.map((sql) => sql.replaceAll(':ours', ours)),
  );
  return brokenInvariants(world, market.boardId);
}

const unguarded = 'alter table cards.fee_card disable trigger append_only';

// Each corruption with every invariant that must see it.
const CORRUPTIONS: [string, string[], string[]][] = [
  [
    'a card with the code of the neighbouring stall',
    ['cards.cardBearsItsStallsCode'],
    [
      unguarded,
      `update cards.fee_card c set code = o.code from cards.fee_card o
        where c.:ours and o.board_id = c.board_id and c.serial = 1 and o.serial = 2`,
    ],
  ],
  [
    'a card that leads to a stranger’s account',
    ['cards.cardLeadsToAnAccountOfItsBoard'],
    [
      unguarded,
      `update cards.fee_card set payload = replace(payload, account_number, '0000000000001')
        where :ours and serial = 1`,
    ],
  ],
  [
    'a card that asks for a sum',
    ['cards.cardLeadsToAnAccountOfItsBoard'],
    [
      unguarded,
      `update cards.fee_card set payload = replace(payload, '010211', '010212')
        where :ours and serial = 1`,
    ],
  ],
  [
    'a card removed, its serial with it',
    ['cards.serialsHaveNoGaps', 'cards.reprintsSayWhy', 'cards.sheetIsItsCards'],
    [unguarded, `delete from cards.fee_card where :ours and serial = 2`],
  ],
  [
    'a serial that no card has',
    ['cards.serialsHaveNoGaps'],
    ['update cards.serial_counter set last = last + 1 where :ours'],
  ],
  [
    'a second card whose reason was wiped',
    ['cards.reprintsSayWhy'],
    [unguarded, 'update cards.fee_card set reason = null, note = null where :ours and serial = 4'],
  ],
  [
    'a sheet that says it was of more cards',
    ['cards.sheetIsItsCards'],
    ['update cards.sheet set card_count = 4 where :ours'],
  ],
];

it.each(CORRUPTIONS)('%s is found', async (_what, invariants, statements) => {
  expect(await foundBy(...statements)).toEqual(invariants);
});
