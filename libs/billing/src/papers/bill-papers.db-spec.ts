import { month, type Paper, type PaperSize } from '@cho40/kernel';
import { JobRunner, newId, Papers } from '@cho40/platform';
import { decodeVietQr } from '@cho40/vietqr';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { describePrinted, picturesOfPages, textOfPages } from '../../../../test/support/printed';
import { scanned } from '../../../../test/support/scanned';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { Voids } from '../bills/voids.service';
import { Bills } from '../bills/bills.service';
import { BillPapers } from './bill-papers.service';
import { BillPrints } from './bill-prints.service';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [BillingModule] });
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
  market = await billedMarket(world, { stalls: 12 });
});
afterAll(() => world.close());

const flat = (text = '') => text.replace(/\s+/g, ' ');

describePrinted('a bill on paper', () => {
  const printed = async (sizes: readonly PaperSize[]) => {
    const id = await market.billOf(0);
    const papers = await market.write(async (tx) => {
      const all: Paper[] = [];
      for (const size of sizes) all.push(...(await world.get(BillPapers).of(tx, [id], size)));
      return all;
    });
    return world.get(Papers).print(papers);
  };

  it('says what is to be paid for, by which decision, until when, in figures and in words', async () => {
    const file = await printed(['A5']);
    const pages = textOfPages(file);
    expect(pages).toHaveLength(1);
    const text = flat(pages[0]);
    expect(text).toContain('THÔNG BÁO NỘP TIỀN Kỳ thu tháng 10/2026');
    expect(text).toContain('Người nộp: Sùng Thị Máy');
    expect(text).toMatch(/01\/10\/2026 – .* 31\/10\/2026/);
    expect(text).toMatch(/Căn cứ Quyết định số .* ngày 01\/01\/2025 của UBND/);
    expect(text).toContain('Hạn nộp: 10/10/2026');
    expect(text).toContain('Phải nộp: 100.000 đ Bằng chữ: Một trăm nghìn đồng');
  });

  it('is paid from paper: the printed code holds the account, the exact sum and the code', async () => {
    const pictures = picturesOfPages(await printed(['A4', 'A5', 'roll-80', 'roll-58']));
    const bill = await market.write(async (tx) => world.get(Bills).get(tx, await market.billOf(0)));
    expect(pictures).toHaveLength(4);
    for (const picture of pictures) {
      const [payload = ''] = await scanned(picture);
      expect(decodeVietQr(payload)).toMatchObject({
        amount: 100_000,
        purpose: expect.stringMatching(new RegExp(`^${bill.code}`)),
      });
    }
  });
});

describePrinted('a bill that was taken back', () => {
  it('says on paper that it is void, and has no code to pay it by', async () => {
    await market.issue('2026-09');
    const id = await market.billOf(11, '2026-09');
    await market.write((tx) => world.get(Voids).void(tx, [id], 'in nhầm sạp'));
    const [paper] = await market.write((tx) => world.get(BillPapers).of(tx, [id], 'A5'));
    const file = await world.get(Papers).print(paper ? [paper] : []);
    expect(flat(textOfPages(file)[0])).toContain('ĐÃ HỦY NGÀY 01/10/2026: KHÔNG NỘP');
    expect(await scanned(picturesOfPages(file)[0] ?? new Uint8Array())).toEqual([]);
  });
});

describe('a zone’s bills in one file', () => {
  const ask = (zoneId = market.marketId) =>
    market.write((tx) =>
      world.get(BillPrints).ask(tx, market.marketId, { month: month('2026-10'), zoneId }),
    );

  it('are made by the worker, in walking order', async () => {
    const { id, state } = await ask();
    expect(state).toBe('waiting');
    await world.get(JobRunner).drain();
    const print = await market.write((tx) => world.get(BillPrints).get(tx, id));
    expect(print).toMatchObject({ state: 'done', billCount: 12, printed: 12, hasFile: true });
    const file = await market.write((tx) => world.get(BillPrints).file(tx, id));
    const stalls = textOfPages(file).map((page) => /Điểm kinh doanh:\s+(\S+)/.exec(page)?.[1]);
    expect(stalls).toEqual(Array.from({ length: 12 }, (_, at) => `A-${at + 1}`));
  });

  it('have failed once their job was given up, and are made when a person sends it on', async () => {
    const { id } = await ask();
    const job = (state: string) =>
      market.write((tx) =>
        tx.sql('update platform.job set state = $2 where subject_id = $1', [id, state]),
      );
    const stateOf = () => market.write((tx) => world.get(BillPrints).get(tx, id));
    await job('dead');
    expect(await stateOf()).toMatchObject({ state: 'failed' });
    await job('waiting');
    expect(await stateOf()).toMatchObject({ state: 'waiting' });
    await world.get(JobRunner).drain();
    expect(await stateOf()).toMatchObject({ state: 'done' });
  });

  it('are not there before they are printed, nor for a zone of another market', async () => {
    const { id } = await ask();
    const file = market.write((tx) => world.get(BillPrints).file(tx, id));
    await expect(file).rejects.toThrow('billing.printNotFound');
    await expect(ask(newId())).rejects.toThrow('billing.zoneNotFound');
  });
});
