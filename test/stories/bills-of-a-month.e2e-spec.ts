import { businessDate, vnd, type Id } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { Payments } from '@cho40/billing';
import { newId, systemActor } from '@cho40/platform';
import { decodeVietQr } from '@cho40/vietqr';
import { marketToBill, type MarketToBill } from '../support/market-to-bill';
import { testApi, type Person, type TestApi } from '../support/test-api';

interface Rehearsal {
  readonly newCount: number;
  readonly total: number;
  readonly problems: { code: string }[];
}
interface Bill {
  readonly id: Id;
  readonly code: string;
  readonly due: number;
}
interface Refusal {
  readonly code: string;
}

const OCTOBER = { month: '2026-10' };

describe('the bills of a month, from the rehearsal to the paid one', () => {
  let api: TestApi;
  let head: Person;
  let collector: Person;
  let stranger: Person;
  let market: MarketToBill;
  let runs: string;
  const actor = () => systemActor([market.boardId]);

  beforeAll(async () => {
    api = await testApi();
    const boardId = newId();
    const otherBoard = newId();
    market = await api.db.write(systemActor([boardId]), (tx) =>
      marketToBill(tx, { boardId, code: 'DONG-VAN', stalls: 5 }),
    );
    await api.db.write(systemActor([otherBoard]), (tx) =>
      marketToBill(tx, { boardId: otherBoard, code: 'MEO-VAC' }),
    );
    runs = `/api/v1/markets/${market.marketId}/bill-runs`;
    head = await api.person('boardHead', { kind: 'board', id: boardId });
    collector = await api.person('collector', { kind: 'market', id: market.marketId });
    stranger = await api.person('boardHead', { kind: 'board', id: otherBoard });
  });
  afterAll(() => api.close());

  const issue = (by: Person, key: string, body: object = OCTOBER) =>
    by.post(runs, body, { 'Idempotency-Key': key });
  const bills = async (query = '') =>
    (await head.get(`/api/v1/bills?month=2026-10${query}`)).json<{ items: Bill[] }>().items;

  it('says what is missing before it can be issued', async () => {
    const rehearsal = (await head.post(`${runs}/rehearse`, OCTOBER)).json<Rehearsal>();
    expect(rehearsal.newCount).toBe(5);
    expect(rehearsal.problems.map(({ code }) => code)).toEqual(['billing.noPrefix']);
    const refused = await issue(head, 'before-the-prefix');
    expect([refused.status, refused.json<Refusal>().code]).toEqual([409, 'billing.noPrefix']);
  });

  it('takes a prefix that no other market has', async () => {
    const prefixOf = (marketId: Id) => `/api/v1/markets/${marketId}/code-prefix`;
    expect((await head.get(prefixOf(market.marketId))).json()).toEqual({ prefix: null });
    const refused = await head.post(prefixOf(market.marketId), { prefix: 'THU' });
    expect(refused.json<Refusal>().code).toBe('billing.prefixNotAllowed');
    const taken = await head.post(prefixOf(market.marketId), { prefix: 'DVX' });
    expect([taken.status, taken.json()]).toEqual([201, { prefix: 'DVX' }]);
  });

  it('is issued once, however often the same request comes', async () => {
    const first = await issue(head, 'october-once');
    expect([first.status, first.json()]).toMatchObject([201, { billCount: 5, total: 500_000 }]);
    expect((await issue(head, 'october-once')).json()).toEqual(first.json());
    expect((await issue(head, 'october-again')).json()).toEqual(first.json());
    const other = await issue(head, 'october-once', { month: '2026-11' });
    expect([other.status, other.json<Refusal>().code]).toEqual([
      409,
      'platform.idempotencyKeyReused',
    ]);
    expect(await bills()).toHaveLength(5);
  });

  it('is refused without a key, to a collector, and to the head of another board', async () => {
    const answers = [
      await head.post(runs, OCTOBER),
      await issue(collector, 'by-the-collector'),
      await issue(stranger, 'by-a-stranger'),
      await issue(head, 'no-such-month', { month: '2026-13' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 403, 404, 400]);
  });

  it('gives each bill a QR with its exact sum, as text, drawing and picture', async () => {
    const [bill] = await bills('&q=A-3');
    const at = `/api/v1/bills/${bill?.id}`;
    const { payload } = (await collector.get(`${at}/qr`)).json<{ payload: string }>();
    expect(decodeVietQr(payload)).toMatchObject({
      ok: true,
      amount: 100_000,
      purpose: `${bill?.code} A3 T10`,
    });
    const [svg, png] = [await collector.get(`${at}/qr.svg`), await collector.get(`${at}/qr.png`)];
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(svg.text).toMatch(/^<svg /);
    expect(png.headers['content-type']).toBe('image/png');
    expect(png.text).toContain('PNG');
    expect((await stranger.get(`${at}/qr`)).status).toBe(404);
  });

  it('asks for no more money once a bill is paid', async () => {
    const [bill] = await bills('&q=A-1');
    await api.db.write(actor(), (tx) =>
      api.get(Payments).record(tx, [
        {
          id: newId(),
          boardId: market.boardId,
          marketId: market.marketId,
          leaseId: market.leaseIds[0] ?? newId(),
          source: 'cash',
          receiptId: newId(),
          amount: vnd(130_000),
          paidAt: api.clock.now(),
          bookedOn: businessDate('2026-11-23'),
          debit: account.cashOfCollector(newId()),
          reason: 'receipt',
          evidence: {},
        },
      ]),
    );
    const qr = await head.get(`/api/v1/bills/${bill?.id}/qr`);
    expect([qr.status, qr.json<Refusal>().code]).toEqual([409, 'billing.billPaid']);
    const drawing = await head.get(`/api/v1/bills/${bill?.id}/qr.svg`);
    expect(drawing.headers['content-type']).toContain('application/problem+json');
    expect(await bills('&state=paid')).toMatchObject([{ id: bill?.id, due: 0 }]);
    const lease = await head.get(`/api/v1/billing/leases/${market.leaseIds[0]}`);
    expect(lease.json()).toMatchObject({ billed: 100_000, paid: 130_000, due: 0, credit: 30_000 });
  });

  it('stands in the books on both sides', async () => {
    const balance = `/api/v1/ledger/trial-balance?boardId=${market.boardId}`;
    expect((await head.get(balance)).json()).toMatchObject({
      debits: 630_000,
      credits: 630_000,
      rows: [
        { account: 'cash', balance: 130_000 },
        { account: 'receivable', balance: 370_000 },
        { account: 'revenue', balance: -500_000 },
      ],
    });
    const leases = await head.get(`${balance}&group=receivable`);
    expect(leases.json<{ rows: object[] }>().rows).toHaveLength(5);
    expect((await collector.get(balance)).status).toBe(403);
  });

  it('is seen today', async () => {
    const today = (await head.get('/api/v1/billing/today')).json();
    expect(today).toMatchObject({ month: '2026-11', billed: 0, due: 400_000 });
    expect(today).toMatchObject({ toIssue: [{ id: market.marketId }] });
  });
});
