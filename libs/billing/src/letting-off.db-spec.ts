import { businessDate, vnd } from '@cho40/kernel';
import { newId, systemActor, type Tx } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { cashPaid } from '../../../test/support/cash-paid';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { BillingModule } from './billing.module';
import { ExtraBills } from './bills/extra-bills.service';
import { Deposits } from './deposits/deposits.service';
import { depositInvariants } from './deposits/invariants';
import { reliefInvariants } from './reliefs/invariants';
import { Reliefs } from './reliefs/reliefs.service';

let world: TestWorld;
let market: BilledMarket;

// A hand that owns the tables: triggers off, whatever stands in the way of the forgery.
const UNGUARDED = [
  'bill_line',
  'deposit',
  'deposit_use',
  'relief',
  'relief_part',
  'relief_target',
].map((table) => `alter table billing.${table} disable trigger user`);
const paper = { document: '12/QĐ-BQL', documentOn: businessDate('2026-09-20') };
const september = { fromOn: businessDate('2026-09-01'), toOn: businessDate('2026-09-30') };

beforeEach(async () => {
  world = await testWorld({ imports: [BillingModule] });
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
  await letOffAHalf();
  await useADeposit();
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});
afterEach(() => world.close());

const as = <T>(work: (tx: Tx) => Promise<T>) =>
  world.db.write({ ...systemActor([market.boardId]), userId: newId() }, work);

async function letOffAHalf(): Promise<void> {
  const reliefs = world.get(Reliefs);
  const wanted = { ...paper, reason: 'ngập lụt', ...september, percent: 50 };
  const id = await as((tx) => reliefs.propose(tx, market.marketId, wanted));
  await as((tx) => reliefs.approve(tx, id));
}

/** Lease 0 pays all it owes and a deposit, of which 20,000 are set off and 30,000 given back. */
async function useADeposit(): Promise<void> {
  const leaseId = market.leaseIds[0] ?? newId();
  const reason = 'ký quỹ';
  const demand = { amount: vnd(200_000), reason };
  await as((tx) => world.get(ExtraBills).demandDeposit(tx, leaseId, demand));
  await cashPaid(world, market, 0, 350_000);
  const days = { serviceFrom: september.fromOn, serviceTo: september.toOn };
  const extra = { amount: vnd(20_000), reason, feeType: 'space', ...days };
  await as((tx) => world.get(ExtraBills).adjust(tx, leaseId, extra));
  const use = { reason, kind: 'set-off', amount: vnd(20_000) } as const;
  await as((tx) => world.get(Deposits).use(tx, leaseId, use));
  const back = { reason, kind: 'give-back', amount: vnd(30_000) } as const;
  await as((tx) => world.get(Deposits).use(tx, leaseId, back));
}

const lease = (place: number) => `'${market.leaseIds[place]}'`;
const septemberLine = (place: number) =>
  `(select l.id from billing.bill_line l join billing.bill b on b.id = l.bill_id
     where b.lease_id = ${lease(place)} and b.period = '2026-09' and b.kind = 'monthly')`;

// Each corruption with every invariant that must see it; together they name all of them.
const CORRUPTIONS: [string, string[], () => string[]][] = [
  [
    'a line let off more than its reliefs say',
    [
      'billing.arrearsAreTheReceivable',
      'billing.receivableIsBilledLessPaid',
      'billing.reliefCountersEqualSums',
    ],
    () => [`update billing.bill_line set relieved = relieved + 1 where id = ${septemberLine(1)}`],
  ],
  [
    'a relief that its own proposer approved',
    ['billing.reliefsAreApproved'],
    () => [
      'alter table billing.relief drop constraint relief_needs_two_people',
      'update billing.relief set approved_by = proposed_by',
    ],
  ],
  [
    'a relief for a lease it does not name',
    ['billing.reliefsStayWithTheirLeases'],
    () => [`delete from billing.relief_target where lease_id = ${lease(1)}`],
  ],
  [
    'a part taken back that is not the part given',
    ['billing.reliefCountersEqualSums', 'billing.reliefPartsMirror', 'billing.reliefsArePosted'],
    () => [
      `insert into billing.relief_part
         (board_id, id, relief_id, bill_line_id, amount, at_issue, reverses, at)
       select board_id, gen_random_uuid(), relief_id, bill_line_id, -1, false, id, at
         from billing.relief_part where bill_line_id = ${septemberLine(1)}`,
    ],
  ],
  [
    'a relief that says another sum than the books',
    [
      'billing.arrearsAreTheReceivable',
      'billing.receivableIsBilledLessPaid',
      'billing.reliefsArePosted',
    ],
    () => [
      `update billing.relief_part set amount = amount + 1 where bill_line_id = ${septemberLine(1)}`,
      `update billing.bill_line set relieved = relieved + 1 where id = ${septemberLine(1)}`,
    ],
  ],
  [
    'a deposit that holds more than was paid',
    ['billing.depositIsPaidLessUsed'],
    () => ['update billing.deposit set held = held + 1'],
  ],
  [
    'a deposit given back twice beside the books',
    ['billing.depositsAreInTheBooks'],
    () => [
      `insert into billing.deposit_use (board_id, id, lease_id, kind, amount, reason, on_date, at)
       select board_id, gen_random_uuid(), lease_id, kind, amount, reason, on_date, at
         from billing.deposit_use where kind = 'give-back'`,
      'update billing.deposit set held = held - 30000',
    ],
  ],
  [
    'a use taken back by another sum',
    ['billing.depositUsesMirror', 'billing.depositsAreInTheBooks'],
    () => [
      `insert into billing.deposit_use
         (board_id, id, lease_id, kind, amount, reason, on_date, at, reverses)
       select board_id, gen_random_uuid(), lease_id, kind, -1, reason, on_date, at, id
         from billing.deposit_use where kind = 'give-back'`,
      'update billing.deposit set held = held + 1',
    ],
  ],
  [
    'a set-off without its payment',
    ['billing.depositsAreInTheBooks', 'billing.setOffsArePayments'],
    () => [
      `insert into billing.deposit_use (board_id, id, lease_id, kind, amount, reason, on_date, at)
       select board_id, gen_random_uuid(), lease_id, kind, 1, reason, on_date, at
         from billing.deposit_use where kind = 'set-off'`,
      'update billing.deposit set held = held - 1',
    ],
  ],
];

it.each(CORRUPTIONS)('%s is found', async (_what, names, forgery) => {
  await world.corrupt(market.boardId, [...UNGUARDED, ...forgery()]);
  expect((await brokenInvariants(world, market.boardId)).sort()).toEqual([...names].sort());
});

it('every invariant of reliefs and deposits has a corruption that it finds', () => {
  const named = new Set(CORRUPTIONS.flatMap(([, names]) => names));
  const all = [...reliefInvariants, ...depositInvariants];
  expect(all.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
