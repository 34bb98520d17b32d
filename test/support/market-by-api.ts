import { addFirstAdmin } from './first-admin';
import type { RunningProgram } from './program';
import type { SepayFeed } from './sepay';
import { SignedIn, type Answer } from './signed-in';

/** A market that stands, with the people of its board, made over HTTP as they would make it. */
export interface MarketByApi {
  readonly head: SignedIn;
  readonly accountant: SignedIn;
  readonly collector: SignedIn;
  readonly boardId: string;
  readonly marketId: string;
  readonly marketCode: string;
  readonly account: { bin: string; number: string };
  readonly feed: SepayFeed;
}

/** The body of a 2xx answer; anything else is told whole. */
export function ok<T>({ status, body }: Answer<T>): T {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Of everybody at the board. */
const PASSWORD = 'mot-hai-ba-bon-5';
// Several clerks type at once; fewer than the program has connections.
const AT_ONCE = 6;

/** Opens a market with `stalls` leased stalls, a price, an account and a SePay door. */
export async function openMarket(
  program: Pick<RunningProgram, 'url' | 'cho40'>,
  { stalls, openedOn }: { stalls: number; openedOn: string },
): Promise<MarketByApi> {
  const admin = await SignedIn.as(program.url, 'admin', addFirstAdmin(program));
  const board = ok(await admin.post<{ id: string }>('/boards', { name: 'BQL chợ Đồng Văn' }));
  for (const [username, role] of [
    ['head', 'boardHead'],
    ['accountant', 'accountant'],
    ['cashier', 'cashier'],
    ['collector', 'collector'],
  ])
    ok(
      await admin.post('/users', {
        username,
        displayName: `Bà ${username}`,
        password: PASSWORD,
        grants: [{ role, scopeKind: 'board', scopeId: board.id }],
      }),
    );
  const head = await SignedIn.as(program.url, 'head', PASSWORD);
  const accountant = await SignedIn.as(program.url, 'accountant', PASSWORD);
  const collector = await SignedIn.as(program.url, 'collector', PASSWORD);
  const marketCode = 'DV-DONGVAN';
  const market = await foundMarket(head, board.id, marketCode);
  await leaseStalls(head, { boardId: board.id, marketId: market.id, stalls });
  await setPrice({ head, accountant, marketId: market.id, from: '2025-01-01' });
  ok(await head.post(`/markets/${market.id}/code-prefix`, { prefix: 'SKX' }));
  const account = { bin: '970436', number: '0821000260001' };
  const proposed = ok(
    await accountant.post<{ id: string }>('/receiving-accounts', {
      boardId: board.id,
      ...account,
      holderName: 'BQL CHO DONG VAN',
      openingBalance: 1_000_000,
      openedOn,
    }),
  );
  ok(await head.post(`/receiving-accounts/${proposed.id}/approve`));
  const { url, secret } = ok(
    await accountant.post<{ url: string; secret: string }>('/feeds', {
      boardId: board.id,
      auth: 'hmac',
    }),
  );
  const feed = { address: `${program.url}${url}`, secret };
  const people = { head, accountant, collector };
  return { ...people, boardId: board.id, marketId: market.id, marketCode, account, feed };
}

async function foundMarket(head: SignedIn, boardId: string, code: string) {
  return ok(
    await head.post<{ id: string }>('/markets', {
      boardId,
      code,
      name: 'Chợ Đồng Văn',
      declaredClass: 3,
      construction: 'solid',
      meets: 'daily',
      formerDistrictId: 'D026',
      communeId: 'C00721@2025-07',
      openedOn: '2012-01-01',
    }),
  );
}

async function leaseStalls(
  head: SignedIn,
  { boardId, marketId, stalls }: { boardId: string; marketId: string; stalls: number },
): Promise<void> {
  const [zone] = ok(
    await head.post<{ id: string }[]>(`/markets/${marketId}/zones`, { code: 'A', name: 'Nhà chợ' }),
  );
  if (!zone) throw new Error('the zone was not made');
  const places = Array.from({ length: stalls }, (_, at) => at + 1);
  for (let from = 0; from < stalls; from += AT_ONCE)
    await Promise.all(
      places
        .slice(from, from + AT_ONCE)
        .map((at) => leaseStall(head, { boardId, marketId, zoneId: zone.id, at })),
    );
}

async function leaseStall(
  head: SignedIn,
  place: { boardId: string; marketId: string; zoneId: string; at: number },
): Promise<void> {
  const { boardId, marketId, zoneId, at } = place;
  const stall = ok(
    await head.post<{ id: string }>(`/markets/${marketId}/stalls`, {
      zoneId,
      code: `A-${String(at).padStart(3, '0')}`,
      areaM2: 4,
      goodsGroup: 'Rau củ',
    }),
  );
  const vendor = ok(
    await head.post<{ id: string }>('/vendors', { boardId, name: `Vàng Thị Mỷ ${at}` }),
  );
  ok(
    await head.post('/leases', { stallId: stall.id, vendorId: vendor.id, validFrom: '2025-01-01' }),
  );
}

async function setPrice(by: {
  head: SignedIn;
  accountant: SignedIn;
  marketId: string;
  from: string;
}): Promise<void> {
  const decision = ok(
    await by.accountant.post<{ id: string }>('/decisions', {
      provinceId: 'P08',
      number: '21/2025/QĐ-UBND',
      issuer: 'UBND tỉnh Tuyên Quang',
      title: 'Giá dịch vụ sử dụng diện tích bán hàng tại chợ',
      issuedOn: '2024-12-01',
      effectiveFrom: by.from,
      prices: [
        { description: 'Điểm kinh doanh', feeType: 'space', unit: 'm2-month', price: 25_000 },
      ],
    }),
  );
  const tariff = ok(
    await by.accountant.post<{ id: string }>(`/markets/${by.marketId}/tariffs`, {
      decisionId: decision.id,
      decisionLine: 1,
      price: 25_000,
      validFrom: by.from,
    }),
  );
  ok(await by.head.post(`/tariffs/${tariff.id}/approve`));
}
