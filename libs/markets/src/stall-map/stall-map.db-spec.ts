import type { Id } from '@cho40/kernel';
import { writeXlsx } from '@cho40/platform';
import { boardOfMarkets, type BoardOfMarkets } from '../../../../test/support/board-of-markets';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { MarketsModule } from '../markets.module';
import { readGridFile } from './grid-file';
import { StallMaps } from './stall-map.service';

let world: TestWorld;
let ground: BoardOfMarkets;
let maps: StallMaps;
let marketId: Id;

beforeAll(async () => {
  world = await testWorld({ imports: [MarketsModule] });
  maps = world.get(StallMaps);
});
afterAll(() => world.close());
beforeEach(async () => {
  ground = await boardOfMarkets(world);
  marketId = (await ground.market()).id;
  await ground.stalls(marketId, ['A-1', 'A-2', '12']);
});

const place = async (csv: string) => {
  const cells = await readGridFile(Buffer.from(csv));
  return ground.write((tx) => maps.place(tx, marketId, cells));
};
const placed = async () => {
  const { stalls } = await ground.write((tx) => maps.get(tx, marketId));
  return stalls.map(({ code, row, column }) => [code, row, column]);
};

describe('the stall map', () => {
  it('is a grid of codes from a spreadsheet, numbers among them', async () => {
    await place('A-1;;A-2\n;;\n;;12\n');
    expect(await placed()).toEqual([
      ['A-1', 1, 1],
      ['A-2', 1, 3],
      ['12', 3, 3],
    ]);
    await place('A-2;A-1\n');
    expect(await placed()).toEqual([
      ['A-2', 1, 1],
      ['A-1', 1, 2],
      ['12', null, null],
    ]);
  });

  it('of an Excel file may be wider than a list', async () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({ title: at === 59 ? 'A-2' : '' }));
    const file = await writeXlsx([{ name: 'Sơ đồ', columns, rows: [['A-1']] }]);
    const cells = await readGridFile(file);
    expect(await ground.write((tx) => maps.preview(tx, marketId, cells))).toMatchObject({
      rows: 2,
      columns: 60,
      missing: ['12'],
      faults: [],
    });
  });

  it('with one wrong cell names it and takes nothing', async () => {
    await place('A-1;A-2\n');
    const wrong = 'A-2;A-1\n;Z-9\n';
    const cells = await readGridFile(Buffer.from(wrong));
    const preview = await ground.write((tx) => maps.preview(tx, marketId, cells));
    expect(preview.faults).toEqual([{ address: 'B2', text: 'Z-9', why: 'noSuchStall' }]);
    await expect(place(wrong)).rejects.toMatchObject({
      code: 'markets.mapHasFaults',
      facts: { count: 1, address: 'B2' },
    });
    expect((await placed())[0]).toEqual(['A-1', 1, 1]);
  });

  it('of an empty sheet is refused: it would take every place away', async () => {
    await expect(place(';;\n;;\n')).rejects.toMatchObject({ code: 'markets.mapIsEmpty' });
  });
});
