import { newId } from '@cho40/platform';
import type { Place } from './three-places';

type Pick = (at: Place) => string;

/** Which row a route's `:id` names, by the words before it. */
const OBJECTS: Readonly<Record<string, Pick>> = {
  '/admin-units/:id': (at) => at.communeId,
  '/bank-records/:id': (at) => at.recordId,
  '/billing/leases/:id': (at) => at.leaseId,
  '/bank-questions/:id': (at) => at.questionId,
  '/bill-prints/:id': (at) => at.leaseId,
  '/bills/:id': (at) => at.billId,
  '/boards/:id': (at) => at.boardId,
  // BoardFacts and three-places give what hangs on a lease alone the lease's id.
  '/certificates/:id': (at) => at.leaseId,
  // Safe, deposits and counts are a whole board's, as a file below.
  '/deposits/:id': (at) => at.leaseId,
  '/hand-ins/:id': (at) => at.leaseId,
  '/safe-counts/:id': (at) => at.leaseId,
  '/device-incidents/:id': (at) => at.leaseId,
  '/card-sheets/:id': (at) => at.leaseId,
  '/claims/:id': (at) => at.leaseId,
  '/learned-payers/:id': (at) => at.leaseId,
  '/reconciliation-rules/:id': (at) => at.leaseId,
  '/virtual-accounts/:id': (at) => at.leaseId,
  '/deposit-uses/:id': (at) => at.depositUseId,
  '/deliveries/:id': (at) => at.deliveryId,
  '/decisions/:id': (at) => at.decisionId,
  '/feeds/:id': (at) => at.feedId,
  '/lease-transfers/:id': (at) => at.leaseId,
  '/leases/:id': (at) => at.leaseId,
  '/markets/:id': (at) => at.marketId,
  '/meter-corrections/:id': (at) => at.leaseId,
  '/meter-readings/:id': (at) => at.leaseId,
  '/meters/:id': (at) => at.leaseId,
  // A file may hold any market of a board: whoever is given single markets reaches none.
  '/move-in/files/:id': (at) => at.leaseId,
  '/payment-receipts/:id': (at) => at.leaseId,
  '/payments/:id': (at) => at.paymentId,
  '/receipts/:id': (at) => at.receiptId,
  '/refunds/:id': (at) => at.leaseId,
  '/cash-refunds/:id': (at) => at.leaseId,
  '/reliefs/:id': (at) => at.reliefId,
  // The safe is a whole board's, as a file above.
  '/safe-slips/:id': (at) => at.leaseId,
  '/receiving-accounts/:id': (at) => at.accountId,
  '/settlement-batches/:id': (at) => at.leaseId,
  '/settlement-lines/:id': (at) => at.leaseId,
  '/shifts/:id': (at) => at.shiftId,
  '/stalls/:id': (at) => at.stallId,
  // A layout has its board's feed's id.
  '/statements/layouts/:id': (at) => at.feedId,
  '/tariffs/:id': (at) => at.tariffId,
  '/ticket-books/:id': (at) => at.leaseId,
  '/tickets/:id': (at) => at.leaseId,
  '/users/:id': (at) => at.userId,
  '/wallets/:id': (at) => at.leaseId,
  '/vendors/:id': (at) => at.vendorId,
  '/zones/:id': (at) => at.zoneId,
};

const on = '2026-11-23';
const reason = 'thử quyền';
const sheet = { month: '2026-11', feeType: 'water' };
const seen = { value: 7, hasRolledOver: false };

/** What a read must be asked with. */
const QUERIES: Readonly<Record<string, Pick>> = {
  'GET /debt-papers/print': ({ leaseId }) => `?ids=${leaseId}`,
  'GET /journal-accounts': ({ boardId }) => `?boardId=${boardId}`,
  'GET /journals': ({ boardId }) => `?boardId=${boardId}&month=2026-10`,
  'GET /ledger/trial-balance': ({ boardId }) => `?boardId=${boardId}`,
  'GET /ledger/money-flow': ({ boardId }) => `?boardId=${boardId}&year=2026`,
  'GET /ledger/statement': ({ boardId }) =>
    `?boardId=${boardId}&account=bank&from=2026-01-01&to=${on}`,
  'GET /boards/:id/payment-receipts/paper': () => '?on=2026-10-12',
  'GET /ticket-kinds': ({ marketId }) => `?marketId=${marketId}&on=${on}`,
  'GET /markets/:id/meter-sheet': () => '?month=2026-11&feeType=water',
  'GET /markets/:id/meter-sheet/file': () => '?month=2026-11&feeType=water',
  'POST /markets/:id/meter-sheet/read': () => '?month=2026-11&feeType=water',
  'GET /markets/:id/calendar': () => `?from=${on}&to=${on}`,
  'GET /boards/:id/bill-runs/differences': () => '?month=2026-11',
  'GET /boards/:id/cash-book': () => '?month=2026-10',
  'GET /boards/:id/cash-book/pdf': () => '?month=2026-10',
  'GET /deposits/accounts': ({ boardId }) => `?boardId=${boardId}`,
  'GET /cash-refunds': ({ boardId }) => `?boardId=${boardId}`,
  'GET /cash/custody': ({ boardId }) => `?boardId=${boardId}`,
  'GET /boards/:id/periods/month': () => '?month=2026-10',
  'GET /boards/:id/periods/proof-pack': () => '?month=2026-10',
  'GET /move-in/comparison': ({ marketId }) => `?marketId=${marketId}&month=2026-10`,
  'GET /move-in/comparison/sum': ({ marketId }) => `?marketId=${marketId}&month=2026-10`,
  'GET /move-in/files': ({ boardId }) => `?boardId=${boardId}`,
  'GET /reports/share': () => '?month=2026-10&by=market&as=is',
  'GET /reports/share/trend': () => '?by=market&as=is&months=2',
};

const difference = (boardId: string, collectorId: string) => ({
  id: newId(),
  boardId,
  collectorId,
  amount: 1_000,
  reason,
});
const paper = { document: '12/QĐ-BQL', documentOn: on, reason };

/** A body that the own place takes, with the place's ids; a write without one takes none. */
const BODIES: Readonly<Record<string, (at: Place) => object>> = {
  'POST /bank-records/:id/match': ({ leaseId }) => ({ leaseId, reason }),
  'POST /bank-records/:id/undo': () => ({ reason }),
  'POST /cash-refunds/:id/pay': () => ({ id: newId() }),
  'POST /cash-refunds/:id/take-back': () => ({ reason }),
  'POST /bank-records/:id/classify': () => ({ as: 'private', reason }),
  'POST /bank-records/:id/unclassify': () => ({ reason }),
  'POST /settlement-batches/:id/tie': ({ recordId }) => ({ recordId, reason }),
  'POST /settlement-batches/:id/untie': () => ({ reason }),
  'POST /settlement-lines/:id/match': ({ leaseId }) => ({ leaseId, reason }),
  'POST /settlement-lines/:id/undo': () => ({ reason }),
  'POST /wallets': ({ accountId }) => ({ accountId, name: newId(), words: 'VI CHO' }),
  'POST /learned-payers': ({ recordId, leaseId }) => ({ recordId, leaseId }),
  'POST /reconciliation-rules': ({ boardId }) => ({ boardId, class: 'loan', words: 'vay von' }),
  'POST /reconciliation-rules/:id/rehearse': () => ({ last: 10 }),
  'POST /virtual-accounts': ({ accountId, stallId }) => ({
    accountId,
    number: newId().slice(-12),
    stallId,
    validFrom: on,
  }),
  'POST /virtual-accounts/:id/end': () => ({ validTo: on }),
  'POST /claims': ({ leaseId }) => ({
    leaseId,
    amount: 70_000,
    paidAt: '2026-10-12T03:00:00Z',
    toldBy: 'Chị Lan',
    channel: 'desk',
  }),
  'POST /claims/:id/find': ({ recordId }) => ({ recordId, reason }),
  'POST /claims/:id/refuse': () => ({ reason }),
  'POST /bank-questions/:id/answer': () => ({ answer: 'ignore' }),
  'POST /statements/layouts': ({ boardId }) => ({
    boardId,
    name: 'Sacombank',
    header: ['Ngày', 'Số tiền', 'Nội dung'],
    columns: { date: 0, amount: 1, content: 2 },
    signs: 'bank',
  }),
  'POST /feeds': ({ boardId }) => ({ boardId, auth: 'hmac' }),
  'POST /receiving-accounts': ({ boardId }) => ({
    boardId,
    bin: '970436',
    number: newId().slice(-12).toUpperCase(),
    holderName: 'BAN QUAN LY',
    openingBalance: 0,
    openedOn: on,
  }),
  'POST /feeds/:id/pull': () => ({ token: 'token-cua-ban-quan-ly' }),
  'POST /receiving-accounts/:id/prove': ({ recordId }) => ({ recordId }),
  'POST /boards': () => ({ name: 'Ban quản lý chợ mới' }),
  'POST /boards/:id/periods': () => ({ month: '2026-10', acknowledged: [], note: '' }),
  'POST /decisions': () => ({
    provinceId: 'P08',
    number: newId().slice(-12),
    issuer: 'UBND tỉnh',
    title: 'Giá',
    issuedOn: on,
    effectiveFrom: on,
    prices: [{ description: 'Điểm', feeType: 'space', unit: 'm2-month', price: 40_000 }],
  }),
  'POST /decisions/:id/prices': () => ({
    prices: [{ description: 'Ki-ốt', feeType: 'space', unit: 'point-month', price: 90_000 }],
  }),
  'POST /hand-ins': ({ boardId, userId }) => ({
    id: newId(),
    boardId,
    collectorId: userId,
    amount: 30_000,
  }),
  'POST /leases': ({ stallId, vendorId }) => ({ stallId, vendorId, validFrom: '2020-01-01' }),
  'PATCH /leases/:id': () => ({ priceClass: 'Nhóm 1' }),
  'POST /leases/:id/end': () => ({ on, reason }),
  'POST /leases/:id/renewal': () => ({ id: newId() }),
  'POST /leases/:id/suspensions': () => ({ from: on, to: on, reason }),
  'POST /leases/:id/resumption': () => ({ on }),
  'POST /leases/:id/transfers': ({ vendorId }) => ({ vendorId, from: on, reason }),
  'POST /lease-transfers/:id/decision': () => ({ decision: 'refused', reason }),
  'POST /certificates': ({ vendorId }) => ({
    vendorId,
    kind: 'food-safety',
    number: '01/ATTP',
    issuer: 'Sở Công Thương',
    issuedOn: on,
  }),
  'PATCH /certificates/:id': () => ({ number: '02/ATTP' }),
  'POST /markets': ({ boardId }) => ({
    boardId,
    code: newId().slice(-12).toUpperCase(),
    name: 'Chợ mới',
    declaredClass: 3,
    construction: 'solid',
    meets: 'daily',
    openedOn: on,
  }),
  'PATCH /markets/:id': () => ({ name: 'Chợ tên mới' }),
  'POST /markets/:id/bill-runs': () => ({ month: '2026-11' }),
  'POST /markets/:id/bill-runs/rehearse': () => ({ month: '2026-11' }),
  'POST /markets/:id/code-prefix': () => ({ prefix: 'QXZ' }),
  'POST /markets/:id/collection-contracts': () => ({
    party: 'Hợp tác xã chợ',
    amount: 1_000_000,
    per: 'month',
    document: 'HĐ 01',
    validFrom: on,
    validTo: on,
  }),
  'POST /markets/:id/collection-contracts/:contractId/end': () => ({ on, reason }),
  'POST /markets/:id/day-exceptions': () => ({ from: on, kind: 'off', reason }),
  'POST /markets/:id/day-rules': () => ({
    validFrom: on,
    weekdays: [7],
    branches: [],
    lunarDays: [],
  }),
  'POST /markets/:id/stall-successions': ({ stallId, zoneId }) => ({
    kind: 'relocate',
    fromIds: [stallId],
    to: [{ zoneId, code: `R-${newId().slice(-6).toUpperCase()}`, areaM2: 4, goodsGroup: 'food' }],
    beginsOn: on,
    reason,
  }),
  'POST /stall-states': ({ stallId }) => ({
    stallIds: [stallId],
    state: 'locked',
    fromOn: on,
    reason,
  }),
  'POST /markets/:id/communes': ({ communeId }) => ({ communeId, from: on }),
  'POST /markets/:id/stalls': ({ zoneId }) => ({
    zoneId,
    code: `N-${newId().slice(-6).toUpperCase()}`,
    areaM2: 4,
    goodsGroup: 'food',
  }),
  'POST /markets/:id/meters': () => ({
    feeType: 'water',
    code: newId().slice(-8),
    digits: 5,
    multiplier: 1,
    firstValue: 0,
    installedOn: on,
  }),
  'POST /markets/:id/meter-readings': ({ leaseId }) => ({
    month: '2026-11',
    readOn: '2026-11-20',
    occasion: 'sheet',
    readings: [{ meterId: leaseId, ...seen }],
  }),
  'POST /markets/:id/meter-readings/estimate': () => ({ ...sheet, readOn: '2026-11-21' }),
  'POST /meter-corrections/:id/decide': () => ({ outcome: 'refused' }),
  'POST /meter-readings/:id/corrections': () => ({ ...seen, reason }),
  'POST /meters/:id/remove': () => ({ on, lastValue: 9, hasRolledOver: false }),
  'POST /markets/:id/tariffs': ({ decisionId }) => ({
    decisionId,
    decisionLine: 1,
    price: 90_000,
    validFrom: '2027-01-01',
  }),
  'POST /markets/:id/zones': () => ({ code: newId().slice(-6), name: 'Dãy mới' }),
  'POST /boards/:id/bill-runs': () => ({ month: '2026-11' }),
  'POST /boards/:id/bill-runs/rehearse': () => ({ month: '2026-11' }),
  'POST /debt-papers': ({ leaseId }) => ({ kind: 'confirmation', leaseIds: [leaseId] }),
  'POST /markets/:id/bill-prints': () => ({ month: '2026-10' }),
  'POST /markets/:id/card-sheets': () => ({ format: 'sticker-8' }),
  'POST /fee-card-revocations': ({ leaseId }) => ({ cardIds: [leaseId], reason: 'lost' }),
  'POST /reminders': ({ leaseId }) => ({ leaseIds: [leaseId] }),
  'PUT /bills/:id/e-invoice': () => ({ number: '17', issuedOn: '2026-10-12' }),
  'PUT /journal-accounts': ({ boardId }) => ({ boardId, accounts: [] }),
  'PUT /markets/:id/reminder-setting': () => ({ isOn: false, template: '{tien} {han} {ma}' }),
  'PUT /vendors/:id/reminder-wish': () => ({ wantsReminders: true }),
  'POST /bills/:id/void': () => ({ reason }),
  'POST /bills/:id/corrections': () => ({ ...paper, amount: 1_000 }),
  'POST /billing/leases/:id/adjustments': () => ({
    feeType: 'space',
    amount: 10_000,
    serviceFrom: on,
    serviceTo: on,
    reason,
  }),
  'POST /billing/leases/:id/deposit': () => ({ amount: 10_000, reason }),
  'POST /billing/leases/:id/deposit-uses': () => ({ kind: 'set-off', amount: 1_000, reason }),
  'POST /deposit-uses/:id/undo': () => ({ reason }),
  'POST /markets/:id/reliefs': () => ({ ...paper, percent: 10, fromOn: on, toOn: on }),
  'POST /markets/:id/reliefs/rehearse': () => ({ percent: 10, fromOn: on, toOn: on }),
  'POST /write-offs/rehearse': ({ leaseId }) => ({ leaseIds: [leaseId] }),
  'POST /reliefs/:id/end': () => ({ reason }),
  'POST /write-offs': ({ billId }) => ({ ...paper, billIds: [billId] }),
  'POST /move-in/comparison': ({ stallId }) => ({ stallId, month: '2026-10', amount: 1_000 }),
  'POST /move-in/files/:id/enter': () => ({ perMarket: [], total: 0 }),
  'POST /receipts': ({ leaseId }) => ({
    id: newId(),
    leaseId,
    amount: 20_000,
    takenAt: '2026-11-23T08:00:00+07:00',
  }),
  'POST /receipts/paper': ({ leaseId }) => ({
    id: newId(),
    leaseId,
    amount: 20_000,
    book: 'Q1',
    serial: 1,
    takenOn: on,
  }),
  'POST /tickets': ({ marketId }) => ({
    tickets: [{ id: newId(), marketId, on, feeType: 'sanitation', unit: 'session', way: 'bank' }],
  }),
  'POST /tickets/:id/void': () => ({ reason }),
  'POST /cash-differences/acts': ({ boardId, userId }) => ({
    ...difference(boardId, userId),
    kind: 'paid-back',
  }),
  'POST /cash-differences/explanations': ({ boardId, userId }) => ({
    ...difference(boardId, userId),
    kind: 'kept',
  }),
  'POST /deposits': ({ boardId, accountId }) => ({
    id: newId(),
    boardId,
    accountId,
    notes: [{ note: 1_000, count: 1 }],
    carrierName: 'Giàng A Páo',
  }),
  'POST /deposits/:id/tie': ({ recordId }) => ({ recordId }),
  'POST /deposits/:id/untie': () => ({ reason }),
  'POST /deposits/:id/take-back': () => ({ reason }),
  'POST /safe-counts': ({ boardId }) => ({
    id: newId(),
    boardId,
    notes: [],
    witnessName: 'Trưởng ban',
    remark: reason,
  }),
  'POST /ticket-books': ({ marketId }) => ({
    id: newId(),
    marketId,
    series: newId().slice(-12).toUpperCase(),
    firstSerial: 1,
    lastSerial: 10,
    feeType: 'space',
    unit: 'session',
    price: 10_000,
    receivedOn: on,
  }),
  'POST /ticket-books/:id/issues': () => ({ first: 1, last: 1 }),
  'POST /ticket-books/:id/returns': ({ leaseId }) => ({
    collectorId: leaseId,
    on,
    sold: [],
    spoiled: [{ first: 2, last: 2 }],
    lost: [],
    unsold: [],
  }),
  'POST /device-incidents/:id/answer': () => ({ answer: 'Đã cài lại máy' }),
  'PUT /boards/:id/cash-ceiling': () => ({ amount: 5_000_000 }),
  'PATCH /stalls/:id': () => ({ goodsGroup: 'cloth' }),
  'POST /users': ({ marketId }) => ({
    username: `u${newId().slice(-8)}`,
    displayName: 'Người mới',
    password: 'một mật khẩu dài',
    grants: [{ role: 'collector', scopeKind: 'market', scopeId: marketId }],
  }),
  'POST /users/:id/grants': ({ marketId }) => ({
    role: 'cashier',
    scopeKind: 'market',
    scopeId: marketId,
  }),
  'POST /users/:id/grants/:grantId/end': () => ({ on }),
  'POST /users/:id/password': () => ({ password: 'một mật khẩu khác' }),
  'POST /vendors': ({ boardId }) => ({ boardId, name: 'Sùng Thị Mới' }),
  'PATCH /vendors/:id': () => ({ name: 'Sùng Thị Máy' }),
  'PATCH /zones/:id': () => ({ name: 'Dãy tên mới' }),
};

export function bodyOf(route: { method: string; path: string }, at: Place): object | undefined {
  return BODIES[`${route.method} ${route.path}`]?.(at);
}

/** The object of a route, or undefined where it has none. */
export function objectOf(path: string): Pick | undefined {
  const end = path.indexOf('/:id');
  return end === -1 ? undefined : OBJECTS[path.slice(0, end + 4)];
}

/** Every id of a place that belongs to nobody. */
export function nowhere(): Place {
  const keys = [
    'boardId',
    'marketId',
    'zoneId',
    'stallId',
    'vendorId',
    'leaseId',
    'tariffId',
    'billId',
    'reliefId',
    'depositUseId',
    'recordId',
    'receiptId',
    'shiftId',
    'accountId',
    'userId',
    'feedId',
    'questionId',
    'decisionId',
  ] as const;
  const ids = Object.fromEntries(keys.map((key) => [key, newId()]));
  return { ...ids, communeId: 'C9' } as Place;
}

/** The address of a route at a place. */
export function addressOf(route: { method: string; path: string }, at: Place): string {
  const { method, path } = route;
  const id = objectOf(path)?.(at) ?? newId();
  const query = QUERIES[`${method} ${path}`]?.(at) ?? '';
  return path.replace(':id', id).replace(':day', on).replace(/:\w+/g, newId()) + query;
}
