import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { confirmedRecord } from '../support/confirmed-record';
import { testApi, type Answer, type Person, type TestApi } from '../support/test-api';

interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly collectorId: string;
}
interface List<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

const once = () => ({ 'idempotency-key': newId() });

describe('money at a board’s desk', () => {
  let api: TestApi;
  let market: BilledMarket;
  let collector: Person;
  let cashier: Person;
  let accountant: Person;
  let auditor: Person;

  beforeAll(async () => {
    api = await testApi();
    market = await billedMarket(api, { months: ['2026-10', '2026-11'] });
    const board = { kind: 'board', id: market.boardId } as const;
    collector = await api.person('collector', { kind: 'market', id: market.marketId });
    cashier = await api.person('cashier', board);
    accountant = await api.person('accountant', board);
    auditor = await api.person('auditor', board);
  });
  afterAll(() => api.close());

  const receipt = (change: object = {}) => ({
    id: newId(),
    leaseId: market.leaseIds[0],
    amount: 150_000,
    takenAt: '2026-11-23T08:59:00+07:00',
    whyNotCashless: 'no-account',
    ...change,
  });
  const codeOf = (answer: Answer) => [answer.status, answer.json()['code']];

  describe('a collector takes cash', () => {
    it('and the vendor gets a numbered receipt with the sum in words', async () => {
      const answer = await collector.post('/api/v1/receipts', receipt(), once());
      expect(answer.status).toBe(201);
      expect(answer.json()).toMatchObject({
        number: 'PT-2026-000001',
        amountInWords: 'Một trăm năm mươi nghìn đồng',
        stallCode: 'A-1',
        paidFor: [
          { period: '2026-10', amount: 100_000 },
          { period: '2026-11', amount: 50_000 },
        ],
      });
    });

    it('and pressing twice is taking once', async () => {
      const [body, key] = [receipt({ leaseId: market.leaseIds[1] }), once()];
      const [first, second] = await Promise.all([
        collector.post('/api/v1/receipts', body, key),
        collector.post('/api/v1/receipts', body, key),
      ]);
      expect([first?.status, second?.status]).toEqual([201, 201]);
      expect(second?.json()).toEqual(first?.json());
      // Another key, as after a reload: the receipt's own id still says that it is the same.
      const again = await collector.post('/api/v1/receipts', body, once());
      expect(again.json<Receipt>().number).toBe(first?.json<Receipt>().number);
      const list = await collector.get('/api/v1/receipts');
      expect(list.json<List<Receipt>>().total).toBe(2);
    });

    it('and is refused what cannot be: no key, another sum, tomorrow, a sum below a note', async () => {
      const body = receipt({ leaseId: market.leaseIds[2] });
      expect(codeOf(await collector.post('/api/v1/receipts', body))).toEqual([
        400,
        'platform.idempotencyKeyMissing',
      ]);
      await collector.post('/api/v1/receipts', body, once());
      const other = { ...body, amount: 160_000 };
      expect(codeOf(await collector.post('/api/v1/receipts', other, once()))).toEqual([
        409,
        'cash.receiptDiffers',
      ]);
      const tomorrow = receipt({ takenAt: '2026-11-24T09:00:00+07:00' });
      expect(codeOf(await collector.post('/api/v1/receipts', tomorrow, once()))).toEqual([
        400,
        'cash.takenInFuture',
      ]);
      const little = await collector.post('/api/v1/receipts', receipt({ amount: 500 }), once());
      expect(little.json()).toMatchObject({ facts: { amount: 'min' } });
    });
  });

  describe('the cash is handed in', () => {
    const inHand = async () => {
      const answer = await cashier.get('/api/v1/cash/in-hand');
      return answer.json<List<{ collectorId: string; inHand: number }>>().items[0];
    };

    it('and counted by the cashier, never by a collector', async () => {
      const held = await inHand();
      expect(held?.inHand).toBe(450_000);
      const body = {
        id: newId(),
        boardId: market.boardId,
        collectorId: held?.collectorId,
        amount: 400_000,
      };
      expect((await collector.post('/api/v1/hand-ins', body, once())).status).toBe(403);
      const counted = await cashier.post('/api/v1/hand-ins', body, once());
      expect([counted.status, counted.json()['amount']]).toEqual([201, 400_000]);
      const more = { ...body, id: newId() };
      expect(codeOf(await cashier.post('/api/v1/hand-ins', more, once()))).toEqual([
        409,
        'cash.moreThanInHand',
      ]);
      expect((await inHand())?.inHand).toBe(50_000);
      const today = await cashier.get('/api/v1/cash/today');
      expect(today.json()).toMatchObject({
        takenTodayVnd: 450_000,
        receiptsToday: 3,
        handedInTodayVnd: 400_000,
        inHandVnd: 50_000,
        holders: 1,
      });
    });
  });

  describe('a transfer that names nobody', () => {
    let recordId: string;

    beforeAll(async () => {
      recordId = await market.write((tx) =>
        confirmedRecord(tx, market, {
          content: 'NGUYEN THI LAN nop tien',
          bookedAt: '2026-11-22T10:00:00+07:00',
        }),
      );
      await market.write((tx) =>
        tx.sql(
          `insert into platform.job (id, kind, board_id, key)
           values ($1, 'banking.recordConfirmed', $2, $2::uuid::text)`,
          [newId(), market.boardId],
        ),
      );
      await api.drainJobs();
    });
    const record = (person: Person) => person.get(`/api/v1/bank-records/${recordId}`);

    it('waits in the open, its payer seen by those who may', async () => {
      expect((await record(accountant)).json()).toMatchObject({
        state: 'unmatched',
        reason: 'noCode',
        counterName: 'NGUYEN THI LAN',
      });
      expect((await record(auditor)).text).not.toMatch(/NGUYEN|0123456789/);
      expect((await record(collector)).status).toBe(403);
    });

    it('is given to a lease by the accountant, and taken back, each with a reason', async () => {
      const path = `/api/v1/bank-records/${recordId}`;
      const match = { leaseId: market.leaseIds[2], reason: 'bà Lan gọi điện' };
      expect((await auditor.post(`${path}/match`, match, once())).status).toBe(403);
      const matched = await accountant.post(`${path}/match`, match, once());
      expect(matched.json()).toMatchObject({ state: 'matched', credited: { stallCode: 'A-3' } });
      expect(codeOf(await accountant.post(`${path}/match`, match, once()))).toEqual([
        409,
        'reconciliation.recordNotOpen',
      ]);
      const undone = await accountant.post(`${path}/undo`, { reason: 'nhầm sạp' }, once());
      expect(undone.json()).toMatchObject({
        state: 'unmatched',
        reason: 'undone',
        decisions: [
          { reason: 'undone', evidence: { reason: 'nhầm sạp' } },
          { reason: 'person', evidence: { reason: 'bà Lan gọi điện' } },
          { reason: 'noCode' },
        ],
      });
    });

    it('widens the share of its month, which the auditor reads', async () => {
      const share = await auditor.get('/api/v1/reports/share?month=2026-11&by=market&as=is');
      expect(share.json()).toMatchObject({
        rows: [
          {
            byValue: { numerator: 0, denominator: 450_000 },
            unmatchedVnd: 100_000,
            low: 0,
            high: 0.1818,
            notHandedInVnd: 50_000,
            final: false,
          },
        ],
      });
      const trend = await auditor.get('/api/v1/reports/share/trend?by=market&as=was&months=2');
      expect(trend.json()).toMatchObject({ months: ['2026-10', '2026-11'] });
      const wrong = await auditor.get('/api/v1/reports/share?month=2026-13&by=hamlet&as=is');
      expect(wrong.json()).toMatchObject({ status: 400, facts: { month: 'matches', by: 'isIn' } });
    });
  });
});
