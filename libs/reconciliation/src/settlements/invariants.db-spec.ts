import { Settlements, Wallets } from '@cho40/banking';
import { JobRunner } from '@cho40/platform';
import { matchingMarket, type MatchingMarket } from '../../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../../test/support/test-world';
import { brokenInvariants } from '../../../../test/support/violations';
import { WALLET_PRINTS, walletCsv } from '../../../../test/support/wallet-report';
import { ReconciliationModule } from '../reconciliation.module';

const [momo] = WALLET_PRINTS;
if (!momo) throw new Error('no wallet');
let world: TestWorld;
let market: MatchingMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
/** A proven batch: a line that paid its bill, and one that is nobody's. */
beforeEach(async () => {
  market = await matchingMarket(world);
  const { accountId, boardId } = market;
  const lines = [
    { id: 'T1', amount: 100_000, fee: 1_100, content: await market.billCode(0) },
    { id: 'T2', amount: 50_000, content: 'tien cho' },
  ].map((one) => ({ ...one, at: '2026-10-10 09:30:00', batch: 'B1' }));
  await market.arrives({ amount: 148_900, content: 'MOMO TT GD' });
  const settlements = world.get(Settlements);
  const upload = await settlements.read('doi-soat.csv', walletCsv(momo, lines));
  await market.write(async (tx) => {
    const wallet = { accountId, name: 'MoMo', words: 'MOMO TT GD' };
    const { id } = await world.get(Wallets).open(tx, wallet);
    await settlements.commit(tx, upload, id);
  });
  await market.match();
  await world.get(JobRunner).drain();
  expect(await brokenInvariants(world, boardId)).toEqual([]);
});

it.each([
  [
    'a proven batch whose record and fees are not its lines',
    'reconciliation.provenBatchesAddUp',
    `alter table banking.settlement_line disable trigger append_only;
     update banking.settlement_line set fee = fee + 100, net = net - 100
      where board_id = $board and transaction_id = 'T1'`,
  ],
  [
    'a batch’s record that is something else too',
    'reconciliation.provenBatchesAddUp',
    `update reconciliation.standing set class = 'loan'
      where board_id = $board and class = 'wallet-batch'`,
  ],
  [
    'a payment from a batch whose proof was ended',
    'billing.settlementPaymentsAreProven',
    `update banking.settlement_proof set ended_at = now(), ended_by_name = 'X', end_reason = 'x'
      where board_id = $board`,
  ],
  [
    'a line of a proven batch that stands nowhere',
    'reconciliation.linesOfProvenBatchesStand',
    `update reconciliation.line_standing set state = 'waiting'
      where board_id = $board and state = 'unmatched'`,
  ],
  [
    'two payments of one line',
    'billing.onePaymentPerSource',
    `drop index billing.payment_one_per_line;
     insert into billing.payment (board_id, id, market_id, lease_id, source, settlement_line_id,
       amount, paid_at, booked_on, recorded_at, reason, rules_version)
     select board_id, gen_random_uuid(), market_id, lease_id, source, settlement_line_id, amount,
            paid_at, booked_on, recorded_at, reason, rules_version
       from billing.payment where board_id = $board and source = 'settlement'`,
  ],
  [
    'a matched line that another payment is of',
    'reconciliation.matchedLinesHaveTheirPayment',
    `update reconciliation.line_standing set state = 'unmatched', payment_id = null
      where board_id = $board and state = 'matched'`,
  ],
  [
    'a fee that is no expense',
    'reconciliation.batchesLeaveNothingOnTheWay',
    `alter table ledger.transfer disable trigger append_only;
     update ledger.transfer set amount = amount + 1
      where board_id = $board and debit = 'expense/wallet-fee'`,
  ],
  [
    'a line paid to a lease whose code is not in its text',
    'reconciliation.codeStandsInTheLine',
    `alter table banking.settlement_line disable trigger append_only;
     update banking.settlement_line set content = 'khac'
      where board_id = $board and transaction_id = 'T1'`,
  ],
])('verify finds %s', async (_what, invariant, statement) => {
  const { boardId } = market;
  await world.corrupt(
    boardId,
    statement.split(';').map((one) => one.replaceAll('$board', `'${boardId}'`)),
  );
  expect(await brokenInvariants(world, boardId)).toContain(invariant);
});
