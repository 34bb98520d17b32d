import { vnd } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { CashModule } from './cash.module';
import { Receipts } from './receipts/receipts.service';

const collector = { id: newId(), name: 'Vàng Mí Sính' };
let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [CashModule] });
  world.clock.moveTo('2026-10-12T10:00:00+07:00');
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await billedMarket(world);
  await market.write((tx) => world.get(Receipts).take(tx, [receipt()]));
});

const receipt = () => ({
  id: newId(),
  leaseId: market.leaseIds[0] ?? newId(),
  amount: vnd(60_000),
  takenAt: new Date('2026-10-12T02:00:00Z'),
  collector,
});

const broken = () => brokenInvariants(world, market.boardId);
const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);
const transfer = (debit: string, credit: string) =>
  `insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, at, reason,
     booked_month)
   values ('${market.boardId}', '${newId()}', 'x', '${debit}', '${credit}', 1000, '2026-10-12',
     now(), '', '2026-10')`;

const slip = (key: string) =>
  `insert into cash.safe_slip (board_id, id, kind, number, key, amount, person_name, cashier_name,
     purpose, on_date, at)
   values ('${market.boardId}', '${newId()}', 'in', 'QT-2026-00001', '${key}', 1000, 'A', 'B',
     'hand-in', '2026-10-12', now())`;
const counter = (last: number) =>
  `insert into cash.slip_counter values ('${market.boardId}', 'in', 2026, ${last})`;

it('a receipt leaves every invariant whole', async () => {
  expect(await broken()).toEqual([]);
});

describe('verify finds', () => {
  it('a number that was given out and has no receipt', async () => {
    await corrupt('update cash.receipt_counter set last = last + 1');
    expect(await broken()).toEqual(['cash.receiptNumbersHaveNoGaps']);
  });

  it('a number above the last one', async () => {
    await corrupt(
      'alter table cash.receipt disable trigger append_only',
      `update cash.receipt set number = 'PT-2026-000007'`,
      'alter table cash.receipt enable always trigger append_only',
    );
    expect(await broken()).toEqual(['cash.receiptNumbersHaveNoGaps']);
  });

  it('cash that paid without a receipt', async () => {
    await corrupt(
      `insert into billing.payment (board_id, id, market_id, lease_id, source, receipt_id, amount,
         paid_at, booked_on, recorded_at, reason, rules_version)
       select board_id, '${newId()}', market_id, lease_id, 'cash', '${newId()}', 1000, paid_at,
              booked_on, recorded_at, reason, 1 from billing.payment`,
    );
    expect(await broken()).toEqual(
      expect.arrayContaining(['cash.receiptsArePayments', 'billing.paymentsArePosted']),
    );
  });

  it('cash in the ledger that no receipt stands for', async () => {
    await corrupt(transfer(`cash/collector/${collector.id}`, 'opening'));
    expect(await broken()).toEqual(['cash.takenIsInCustody']);
  });

  it('a hand-in that never reached the safe', async () => {
    await corrupt(
      `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id,
         cashier_name, amount, expected, counted_at, counted_on)
       values ('${market.boardId}', '${newId()}', '${collector.id}', 'A', '${newId()}', 'B', 1000,
         1000, now(), now())`,
    );
    expect(await broken()).toEqual(['cash.safeHoldsWhatCameAndStayed']);
  });

  it('a collector who handed in more than was taken', async () => {
    const other = newId();
    await corrupt(
      `insert into cash.hand_in (board_id, id, collector_id, collector_name, cashier_id,
         cashier_name, amount, expected, counted_at, counted_on)
       values ('${market.boardId}', '${newId()}', '${other}', 'A', '${newId()}', 'B', 1000,
         1000, now(), now())`,
      transfer('cash/safe', `cash/collector/${other}`),
      slip('x'),
      counter(1),
    );
    expect(await broken()).toEqual(['cash.nobodyHandsInMoreThanTaken']);
  });

  it('a slip of the safe for money that never moved', async () => {
    await corrupt(slip('hand-in:nowhere'), counter(1));
    expect(await broken()).toEqual(['cash.safeMovesBySlips']);
  });

  it('a slip number that was given out and has no slip', async () => {
    await corrupt(counter(1));
    expect(await broken()).toEqual(['cash.slipNumbersHaveNoGaps']);
  });

  it('cash that left custody without a deposit', async () => {
    await corrupt(
      transfer('cash/safe', `cash/collector/${collector.id}`),
      transfer('unmatched', 'cash/safe').replace("'x'", "'y'"),
    );
    expect(await broken()).toEqual(
      expect.arrayContaining(['cash.takenIsInCustody', 'cash.safeMovesBySlips']),
    );
  });

  it('a shortage that nobody counted', async () => {
    await corrupt(transfer(`shortage/${collector.id}`, `cash/collector/${collector.id}`));
    expect(await broken()).toEqual(['cash.differencesArePosted']);
  });

  it('more on the way to the bank than the safe has', async () => {
    await corrupt(
      `insert into cash.deposit (board_id, id, number, account_id, amount, notes, carrier_name,
         cashier_id, cashier_name, left_at, left_on)
       values ('${market.boardId}', '${newId()}', 'NT-2026-00001', '${market.accountId}', 50000,
         '[]', 'Ai', '${newId()}', 'Ai', now(), now())`,
    );
    expect(await broken()).toEqual(['cash.depositsLeftTheSafe']);
  });

  it('a record tied to a deposit that reconciliation knows nothing of', async () => {
    const [depositId, recordId] = [newId(), newId()];
    await corrupt(
      `insert into cash.deposit (board_id, id, number, account_id, amount, notes, carrier_name,
         cashier_id, cashier_name, left_at, left_on)
       values ('${market.boardId}', '${depositId}', 'NT-2026-00001', '${market.accountId}', 1000,
         '[]', 'Ai', '${newId()}', 'Ai', now(), now())`,
      'alter table cash.deposit_tie drop constraint tie_of_record',
      `insert into cash.deposit_tie (board_id, id, deposit_id, record_id, amount, key, tied_by,
         tied_by_name, at)
       values ('${market.boardId}', '${newId()}', '${depositId}', '${recordId}', 1000, 'class:x',
         '${newId()}', 'Ai', now())`,
    );
    expect(await broken()).toContain('cash.depositTiesAreClassified');
  });

  it('a closed shift that took more than it said', async () => {
    await corrupt(
      `update cash.shift set closed_at = now(), closed_by_name = 'Ai', taken = 50000, expected = 0`,
    );
    expect(await broken()).toEqual(['cash.shiftsStayAsClosed']);
  });

  it('a receipt in somebody else’s shift', async () => {
    await corrupt(
      'alter table cash.receipt drop constraint receipt_in_its_shift',
      `update cash.shift set collector_id = '${newId()}'`,
    );
    expect(await broken()).toEqual(['cash.takenInTheirShift']);
  });

  it('one number of a phone on two receipts', async () => {
    await market.write((tx) => world.get(Receipts).take(tx, [receipt()]));
    await corrupt(
      'alter table cash.receipt drop constraint receipt_device_number',
      'alter table cash.receipt disable trigger append_only',
      `update cash.receipt set device_id = '${newId()}', device_number = 7`,
      'alter table cash.receipt enable always trigger append_only',
    );
    expect(await broken()).toEqual(['cash.deviceNumbersMeanOneReceipt']);
  });

  it('a receipt dated by another clock than Vietnam’s', async () => {
    await corrupt(
      'alter table cash.receipt disable trigger append_only',
      'alter table cash.receipt drop constraint receipt_day_is_vietnamese',
      `update cash.receipt set taken_at = '2026-10-12T17:00:00Z'`,
      'alter table cash.receipt enable always trigger append_only',
    );
    expect(await broken()).toEqual(['cash.receiptDaysAreVietnamese']);
  });
});
