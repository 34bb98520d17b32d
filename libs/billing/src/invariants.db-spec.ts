import { businessDate, vnd } from '@cho40/kernel';
import { account } from '@cho40/ledger';
import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { bankRecord } from '../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { BillingModule } from './billing.module';
import { billInvariants } from './bills/invariants';
import { codeInvariants } from './codes/invariants';
import { paymentInvariants } from './payments/invariants';
import { Payments, type NewPayment } from './payments/payments.service';

let world: TestWorld;
let market: BilledMarket;

// A hand that owns the tables: triggers off, keys off, whatever stands in the way of the forgery.
const TABLES = 'bill bill_line bill_run payment payment_code payment_part allocation'.split(' ');
const UNGUARDED = TABLES.map((table) => `alter table billing.${table} disable trigger user`);

beforeEach(async () => {
  world = await testWorld({ imports: [BillingModule] });
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
  market = await billedMarket(world, { months: ['2026-09', '2026-10'] });
  await pay(0, 130_000);
  await pay(1, 50_000);
  await pay(2, 230_000);
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});
afterEach(() => world.close());

const pay = (place: number, amount: number) =>
  market.write(async (tx) => {
    const payment: NewPayment = {
      id: newId(),
      boardId: market.boardId,
      marketId: market.marketId,
      leaseId: market.leaseIds[place] ?? newId(),
      source: 'bank',
      recordId: await bankRecord(tx, market, amount),
      amount: vnd(amount),
      paidAt: new Date('2026-10-12T03:00:00Z'),
      bookedOn: businessDate('2026-10-12'),
      debit: account.unmatched(),
      reason: 'code',
      evidence: {},
    };
    await world.get(Payments).record(tx, [payment]);
  });
const lease = (place: number) => `'${market.leaseIds[place]}'`;

/** Which invariants find a forgery, by hand of the owner. */
async function foundBy(...statements: string[]): Promise<string[]> {
  await world.corrupt(market.boardId, [...UNGUARDED, ...statements]);
  return brokenInvariants(world, market.boardId);
}

const debtPaper = (paper: { serial: number; level: number; amount: number }) => `
  insert into billing.debt_paper (board_id, id, market_id, lease_id, kind, level, year, serial,
    number, as_of, pay_by, amount, lines, made_at)
  values ('${market.boardId}', gen_random_uuid(), '${market.marketId}', ${lease(0)}, 'notice',
    ${paper.level}, 2026, ${paper.serial}, 'TB', '2026-10-12', '2026-10-19', ${paper.amount},
    '[{"open": 100000}]', now())`;

const turnedToTheNeighbour = () => `
  update billing.allocation set bill_line_id = (
    select l.id from billing.bill_line l join billing.bill b on b.id = l.bill_id
     where b.lease_id = ${lease(0)} and b.period = '2026-10')
   where payment_id = (select id from billing.payment where lease_id = ${lease(1)})`;

// Each corruption with every invariant that must see it; together they name all of them.
const CORRUPTIONS: [string, string[], () => string[]][] = [
  [
    'a bill’s total raised after issue',
    ['billing.billIsItsLines', 'billing.receivableIsBilledLessPaid', 'billing.runCountsItsBills'],
    () => [
      `update billing.bill set total = total + 1 where lease_id = ${lease(0)} and period = '2026-09'`,
    ],
  ],
  [
    'a second bill of a month',
    ['billing.oneLiveBillPerMonth'],
    () => [
      'drop index billing.bill_one_live',
      `update billing.bill set period = '2026-09' where lease_id = ${lease(0)}`,
    ],
  ],
  [
    'a bill removed with its line, its posting left behind',
    [
      'billing.arrearsAreTheReceivable',
      'billing.linesArePosted',
      'billing.receivableIsBilledLessPaid',
      'billing.runCountsItsBills',
    ],
    () => [
      `create temp table gone on commit drop as
         select id from billing.bill where lease_id = ${lease(1)} and period = '2026-10'`,
      'delete from billing.payment_code where bill_id in (select id from gone)',
      'delete from billing.bill_line where bill_id in (select id from gone)',
      'delete from billing.bill where id in (select id from gone)',
    ],
  ],
  [
    'a paid bill marked as void by hand',
    [
      'billing.linesArePosted',
      'billing.receivableIsBilledLessPaid',
      'billing.voidBillsHoldNothing',
    ],
    () => [
      `update billing.bill set voided_at = now(), void_reason = 'by hand'
        where lease_id = ${lease(2)} and period = '2026-10'`,
    ],
  ],
  [
    'a code with a digit changed',
    ['billing.billHasItsCode', 'billing.codesHold'],
    () => [
      `update billing.payment_code
          set code = left(code, -1) || ((right(code, 1)::integer + 1) % 10)
        where bill_id = (select min(id::text)::uuid from billing.bill)`,
    ],
  ],
  [
    'a counter lowered, so that a bill could be paid twice',
    ['billing.countersEqualSums', 'billing.noCreditBesideAnOpenBill'],
    () => [
      `update billing.bill_line set paid = paid - 1 where bill_id in (
         select id from billing.bill where lease_id = ${lease(2)} and period = '2026-10')`,
    ],
  ],
  [
    'a payment turned to a neighbour’s bill',
    [
      'billing.allocationsStayOnTheirLease',
      'billing.countersEqualSums',
      'billing.receivableIsBilledLessPaid',
      'billing.splitsArePosted',
    ],
    () => [turnedToTheNeighbour()],
  ],
  [
    'a part that a person named, its money on the way twice and posted never',
    [
      'billing.countersEqualSums',
      'billing.partsAreGivenAsNamed',
      'billing.receivableIsBilledLessPaid',
      'billing.splitsArePosted',
    ],
    () => [
      turnedToTheNeighbour(),
      `insert into billing.payment_part (board_id, payment_id, bill_id, amount, given)
       select p.board_id, p.id, b.id, 50000, 49999
         from billing.payment p join billing.bill b on b.lease_id = ${lease(0)}
        where p.lease_id = ${lease(1)} and b.period = '2026-10'`,
    ],
  ],
  [
    'a part taken back that was never given',
    ['billing.allocationMirrorsMirror', 'billing.countersEqualSums'],
    () => [
      `insert into billing.allocation
         (board_id, id, payment_id, bill_line_id, amount, reverses, rules_version, at)
       select board_id, gen_random_uuid(), payment_id, bill_line_id, -1, id, 1, at
         from billing.allocation limit 1`,
    ],
  ],
  [
    'a payment for more than its bank record, its key dropped',
    [
      'billing.bankPaymentIsItsRecord',
      'billing.noCreditBesideAnOpenBill',
      'billing.paymentsArePosted',
      'billing.receivableIsBilledLessPaid',
    ],
    () => [
      'alter table billing.payment drop constraint payment_is_its_record',
      `update billing.payment set amount = amount + 1 where lease_id = ${lease(1)}`,
    ],
  ],
  [
    'a payment marked as undone whose posting still stands',
    ['billing.paymentsArePosted', 'billing.receivableIsBilledLessPaid'],
    () => [
      'alter table billing.payment drop constraint payment_check2',
      `delete from billing.allocation
        where payment_id = (select id from billing.payment where lease_id = ${lease(1)})`,
      `update billing.bill_line set paid = 0
        where bill_id in (select id from billing.bill where lease_id = ${lease(1)})`,
      `update billing.payment set undone_at = now(), undone_reason = '', allocated = 0
        where lease_id = ${lease(1)}`,
    ],
  ],
  [
    'two payments of one bank record',
    ['billing.onePaymentPerSource', 'billing.bankPaymentIsItsRecord'],
    () => [
      'drop index billing.payment_one_per_record',
      'alter table billing.payment drop constraint payment_is_its_record',
      `update billing.payment set record_id = (
         select record_id from billing.payment where lease_id = ${lease(0)})
        where lease_id = ${lease(1)}`,
    ],
  ],
  [
    'money posted as given back that no payment gave',
    [
      'billing.refundsArePosted',
      'billing.receivableIsBilledLessPaid',
      'billing.arrearsAreTheReceivable',
    ],
    () => [
      `insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, reason, at,
         booked_month)
       values ('${market.boardId}', gen_random_uuid(), 'refund:' || gen_random_uuid(),
         'receivable/' || ${lease(0)}, 'outgoing/refund', 1000, '2026-10-12', 'x', now(), '2026-10')`,
    ],
  ],
  [
    'a debt paper whose sum is not its lines’, numbered 2 where there is no 1',
    ['billing.debtPaperIsItsLines', 'billing.debtPapersAreNumberedWithoutGap'],
    () => [debtPaper({ serial: 2, level: 1, amount: 100_001 })],
  ],
  [
    'a second notice without a first',
    ['billing.noticesFollowEachOther'],
    () => [debtPaper({ serial: 1, level: 2, amount: 100_000 })],
  ],
];

it.each(CORRUPTIONS)('%s is found', async (_what, names, forgery) => {
  expect((await foundBy(...forgery())).sort()).toEqual([...names].sort());
});

// A wallet's batch is needed: libs/reconciliation/src/settlements/invariants.db-spec.ts seeds it.
const SEEDED_THERE = 'billing.settlementPaymentsAreProven';

it('every invariant of bills, codes and payments has a corruption that it finds', () => {
  const named = new Set([...CORRUPTIONS.flatMap(([, names]) => names), SEEDED_THERE]);
  const all = [...billInvariants, ...codeInvariants, ...paymentInvariants];
  expect(all.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
