import { newId } from '@cho40/platform';
import { Reconciliation } from '@cho40/reconciliation';
import { billedMarket, type BilledMarket } from '../support/billed-market';
import { confirmedRecord } from '../support/confirmed-record';
import { testApi, type Answer, type Person, type TestApi } from '../support/test-api';

interface Made {
  readonly id: string;
  readonly number: string;
  readonly checkCode: string;
}
const once = () => ({ 'idempotency-key': newId() });

describe('a receipt that anybody can check', () => {
  let api: TestApi;
  let market: BilledMarket;
  let accountant: Person;
  let collector: Person;
  let recordId: string;
  let receipt: Made;

  beforeAll(async () => {
    api = await testApi();
    market = await billedMarket(api, { months: ['2026-11'] });
    accountant = await api.person('accountant', { kind: 'board', id: market.boardId });
    collector = await api.person('collector', { kind: 'market', id: market.marketId });
    recordId = await market.write((tx) =>
      confirmedRecord(tx, market, { bookedAt: '2026-11-20T08:00:00+07:00' }),
    );
    await market.write((tx) => api.get(Reconciliation).matchOpen(tx, market.boardId, 10));
  });
  afterAll(() => api.close());

  const check = (code: string, lang = 'vi') => api.nobody.get(`/kiem-tra/${code}?lang=${lang}`);
  const paymentOf = async () => {
    const match = { leaseId: market.leaseIds[0], reason: 'người nộp gọi điện' };
    const answer = await accountant.post(`/api/v1/bank-records/${recordId}/match`, match, once());
    return answer.json<{ credited: { paymentId: string } }>().credited.paymentId;
  };

  it('is made once for a transfer, by whoever asks first', async () => {
    const path = `/api/v1/payments/${await paymentOf()}/receipt`;
    expect((await collector.post(path, {}, once())).status).toBe(403);
    const made = await accountant.post(path, {}, once());
    expect(made.json()).toMatchObject({ number: 'BN-2026-000001', amount: 100_000 });
    receipt = made.json<Made>();
    expect((await accountant.post(path, {}, once())).json()).toMatchObject({ id: receipt.id });
    const day = { on: '2026-11-20' };
    const bulk = `/api/v1/boards/${market.boardId}/payment-receipts`;
    expect((await accountant.post(bulk, day, once())).json()).toEqual({ made: 0 });
  });

  it('is printed on a sheet, on a roll, and with those of its day', async () => {
    for (const path of [
      `payment-receipts/${receipt.id}/paper`,
      `payment-receipts/${receipt.id}/paper?size=roll-58`,
      `boards/${market.boardId}/payment-receipts/paper?on=2026-11-20`,
    ]) {
      const paper = await collector.get(`/api/v1/${path}`);
      expect([path, paper.status, paper.text.slice(0, 5)]).toEqual([path, 200, '%PDF-']);
    }
    expect((await accountant.get('/api/v1/payment-receipts')).json()).toMatchObject({ total: 1 });
  });

  it('tells its number, sum and day to whoever has its code, and names no person', async () => {
    const page = await check(receipt.checkCode);
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.text).toContain('Phiếu này có thật và còn giá trị.');
    expect(page.text).toContain('<dd>BN-2026-000001</dd>');
    expect(page.text).toContain('<dd>100.000 đ</dd>');
    expect(page.text).not.toMatch(/Sùng|A-1\b|NGUYEN/);
    expect(page.bytes.length).toBeLessThan(2_300);
    expect((await check(receipt.checkCode, 'en')).text).toContain('genuine and stands');
  });

  it('is answered alike for a code that is wrong and one that nobody has', async () => {
    const answers = await Promise.all(
      ['K7QM3XWD9TRU', 'K7QM3XWD9TR2', 'x'].map((code) => check(code)),
    );
    const [nobodys, ...others] = answers.map(({ status, text }) =>
      [status, text.replace(/value="[^"]*"|ma=[^"]*"/g, '')].join(),
    );
    expect(nobodys).toMatch(/^404,.*Không có phiếu nào mang mã này/s);
    expect(others).toEqual([nobodys, nobodys]);
  });

  it('says so when its payment was undone', async () => {
    const reason = { reason: 'nhầm sạp' };
    await accountant.post(`/api/v1/bank-records/${recordId}/undo`, reason, once());
    expect((await check(receipt.checkCode)).text).toContain('đã gỡ ngày 23/11/2026');
  });

  describe('but not without end', () => {
    const refused = async (calls: number, path: string) => {
      let answer: Answer | undefined;
      for (let call = 0; call < calls; call += 1)
        answer = await api.nobody.ask('GET', path, {
          headers: { 'x-forwarded-for': '203.0.113.7' },
        });
      return answer;
    };

    it('the 61st check of a minute is refused, and told when to try again', async () => {
      expect((await refused(60, '/kiem-tra/x'))?.status).toBe(404);
      const late = await refused(1, '/kiem-tra/x');
      expect(late?.status).toBe(429);
      expect(late?.json()).toMatchObject({ code: 'platform.tooManyRequests' });
      expect(Number(late?.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('in words where a person looks, in the language of their browser', async () => {
      const look = (language: string) =>
        api.nobody.ask('GET', '/kiem-tra/x', {
          headers: {
            accept: 'text/html,application/xhtml+xml',
            'accept-language': language,
            'x-forwarded-for': '203.0.113.7',
          },
        });
      const [page, english] = [await look('vi-VN'), await look('en-GB')];
      expect([page.status, page.headers['content-type']]).toEqual([
        429,
        'text/html; charset=utf-8',
      ]);
      expect(page.text).toMatch(/<html lang="vi">.*Đợi \d+ giây rồi tải lại trang\./s);
      expect(english.text).toMatch(/Wait \d+ seconds/);
      expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('and so is the 11th print of a price list, whose page has a limit of its own', async () => {
      const prices = `/api/v1/public/markets/${market.code}/prices`;
      expect((await refused(10, `${prices}/pdf`))?.status).toBe(200);
      const late = await refused(1, `${prices}/pdf`);
      expect([late?.status, Number(late?.headers['retry-after']) > 0]).toEqual([429, true]);
      expect((await refused(1, prices))?.status).toBe(200);
    });

    it('another client is still answered: the address is the one behind the proxy', async () => {
      const headers = { 'x-forwarded-for': '203.0.113.8' };
      expect((await api.nobody.ask('GET', '/kiem-tra/x', { headers })).status).toBe(404);
    });
  });
});
