import { businessDate, month } from '@cho40/kernel';
import { JobRunner } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../../test/support/billed-market';
import { gateway } from '../../../../test/support/gateway';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { BillingModule } from '../billing.module';
import { Journals } from '../journals/journals.service';
import { EInvoiceAsking } from './e-invoice-asking.service';
import { EInvoices } from './e-invoices.service';

let world: TestWorld;
let provider: Awaited<ReturnType<typeof gateway>>;
let market: BilledMarket;

beforeAll(async () => {
  provider = await gateway(200);
  const door = { kind: 'http', url: provider.url } as const;
  world = await testWorld({ imports: [BillingModule] }, { eInvoices: door });
  world.clock.moveTo('2026-10-01T09:00:00+07:00');
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});
beforeEach(async () => {
  const answer = '{"number":"17","series":"1C26TYY","issuedOn":"2026-10-01"}';
  Object.assign(provider.says, { status: 200, answer });
  provider.told.length = 0;
  market = await billedMarket(world);
});

const invoiceOf = (place: number) =>
  market.write(async (tx) => world.get(EInvoices).get(tx, await market.billOf(place)));
const ask = (place: number) =>
  market.write(async (tx) => world.get(EInvoices).ask(tx, await market.billOf(place)));
const type = (place: number, number: string, issuedOn = '2026-10-01') =>
  market.write(async (tx) =>
    world.get(EInvoices).type(tx, await market.billOf(place), {
      series: '1C26TYY',
      number,
      issuedOn: businessDate(issuedOn),
    }),
  );

describe('a bill’s e-invoice', () => {
  it('is asked of the provider with the bill’s lines, and its number comes back', async () => {
    expect(await invoiceOf(0)).toMatchObject({ state: 'none', mayAsk: true });
    expect(await ask(0)).toMatchObject({ state: 'requested', mayAsk: false });
    await world.get(JobRunner).drain();
    expect(provider.told[0]?.body).toMatchObject({
      buyer: 'Sùng Thị Máy',
      total: 100_000,
      lines: [{ fee: 'Tiền sử dụng diện tích bán hàng', amount: 100_000 }],
    });
    expect(await invoiceOf(0)).toMatchObject({
      state: 'issued',
      number: '17',
      series: '1C26TYY',
      issuedOn: '2026-10-01',
    });
  });

  it('stays requested when the provider took it and gives the number later, by hand', async () => {
    provider.says.answer = 'đã nhận';
    await ask(0);
    await world.get(JobRunner).drain();
    await world.get(EInvoiceAsking).askAll(market.boardId);
    expect(provider.told).toHaveLength(1);
    expect(await invoiceOf(0)).toMatchObject({ state: 'requested', answer: 'đã nhận' });
    expect(await type(0, '18')).toMatchObject({ state: 'issued', number: '18' });
  });

  it('fails in the provider’s words, may be asked for again, and never holds up the bill', async () => {
    Object.assign(provider.says, { status: 400, answer: 'Sai mã số thuế' });
    await ask(0);
    await world.get(JobRunner).drain();
    expect(await invoiceOf(0)).toMatchObject({ state: 'failed', answer: 'Sai mã số thuế' });
    Object.assign(provider.says, {
      status: 200,
      answer: '{"number":"19","issuedOn":"2026-10-01"}',
    });
    await ask(0);
    await world.get(JobRunner).drain();
    expect(await invoiceOf(0)).toMatchObject({ state: 'issued', number: '19' });
  });

  it('is asked for again with the same key when the line was cut', async () => {
    provider.says.status = 0;
    await ask(0);
    await world.get(JobRunner).drain();
    expect(await invoiceOf(0)).toMatchObject({ state: 'requested' });
    provider.says.status = 200;
    world.clock.moveTo('2026-10-01T09:10:00+07:00');
    await world.get(EInvoiceAsking).askAll(market.boardId);
    expect(new Set(provider.told.map(({ key }) => key)).size).toBe(1);
    expect(await invoiceOf(0)).toMatchObject({ state: 'issued' });
  });

  it('that was issued stands; a number stands at one bill only, on a day that has come', async () => {
    await type(0, '20');
    await expect(ask(0)).rejects.toThrow('billing.eInvoiceState');
    await expect(type(0, '21')).rejects.toThrow('billing.eInvoiceState');
    await expect(type(1, '20')).rejects.toThrow('billing.eInvoiceNumberTaken');
    await expect(type(1, '22', '2026-10-02')).rejects.toThrow('billing.eInvoiceDay');
  });
});

describe('the journal of a month', () => {
  const journal = () =>
    market.write((tx) =>
      world.get(Journals).list(tx, { boardId: market.boardId, month: month('2026-10'), limit: 50 }),
    );

  it('has every row of the ledger with the numbers of the accounting software', async () => {
    const { items } = await journal();
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      on: '2026-10-01',
      debitNumber: '131',
      creditNumber: '511',
      amount: 100_000,
      party: expect.stringMatching(/^A-\d Sùng Thị Máy$/),
    });
  });

  it('follows the board’s own numbers, until it has none', async () => {
    const change = (number: string | null) =>
      market.write((tx) =>
        world.get(Journals).setAccounts(tx, market.boardId, [{ path: 'revenue', number }]),
      );
    await change('5113');
    expect((await journal()).items[0]?.creditNumber).toBe('5113');
    await change(null);
    expect((await journal()).items[0]?.creditNumber).toBe('511');
  });
});
