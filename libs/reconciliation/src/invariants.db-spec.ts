import type { Id } from '@cho40/kernel';
import { newId } from '@cho40/platform';
import { billedMarket, type BilledMarket } from '../../../test/support/billed-market';
import { confirmedRecord, type MovedMoney } from '../../../test/support/confirmed-record';
import { bankRecord } from '../../../test/support/market-to-bill';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { Corrections } from './matching/corrections.service';
import { Reconciliation } from './matching/reconciliation.service';
import { ReconciliationModule } from './reconciliation.module';

let world: TestWorld;
let market: BilledMarket;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await billedMarket(world);
});

const broken = () => brokenInvariants(world, market.boardId);
const arrives = (money: MovedMoney = {}) =>
  market.write((tx) => confirmedRecord(tx, market, money));
const match = () =>
  market.write((tx) => world.get(Reconciliation).matchOpen(tx, market.boardId, 10));
const matched = async () => {
  const [bill] = await market.write((tx) =>
    tx.sql<{ code: string }>('select code from billing.bill where lease_id = $1', [
      market.leaseIds[0],
    ]),
  );
  const recordId = await arrives({ content: bill?.code ?? '' });
  await match();
  expect(await broken()).toEqual([]);
  return recordId;
};
const corrupt = (...statements: string[]) => world.corrupt(market.boardId, statements);

describe('verify finds', () => {
  it('a confirmed record that nobody decided on for ten minutes', async () => {
    await arrives({ confirmedAt: '2026-10-12T10:00:00+07:00' });
    expect(await broken()).toContain('reconciliation.recordsAreDecided');
  });

  it('not one whose job still waits', async () => {
    await arrives({ confirmedAt: '2026-10-12T10:00:00+07:00' });
    await market.write((tx) =>
      tx.sql(
        `insert into platform.job (id, kind, board_id, key)
         values ($1, 'banking.recordConfirmed', $2, $2::uuid::text)`,
        [newId(), market.boardId],
      ),
    );
    expect(await broken()).toEqual([]);
  });

  it('a standing of a record that was never confirmed', async () => {
    const recordId = await market.write((tx) => bankRecord(tx, market, 70_000));
    await market.write((tx) =>
      tx.sql(
        `insert into reconciliation.standing
           (board_id, record_id, account_id, direction, state, reason, amount, booked_on, since)
         select board_id, id, account_id, direction, 'unmatched', 'noCode', amount, booked_on, now()
           from banking.bank_record where id = $1`,
        [recordId],
      ),
    );
    expect(await broken()).toContain('reconciliation.standingsAreConfirmedRecords');
  });

  it('a payment whose record stands as unmatched, so that its money is there twice', async () => {
    const recordId = await matched();
    await corrupt(
      `update reconciliation.standing set state = 'unmatched', payment_id = null
        where record_id = '${recordId}'`,
    );
    expect(await broken()).toEqual(
      expect.arrayContaining([
        'reconciliation.matchedMeansLivePayment',
        'reconciliation.moneyInHasItsPlace',
        'reconciliation.ledgerHoldsTheUnmatched',
      ]),
    );
  });

  it('a match in the name of another market', async () => {
    const recordId = await matched();
    await corrupt(
      `update reconciliation.standing set market_id = null where record_id = '${recordId}'`,
    );
    expect(await broken()).toEqual(['reconciliation.matchedMeansLivePayment']);
  });

  it('unmatched money in the ledger that no record stands for', async () => {
    await arrives();
    await match();
    await corrupt(
      `insert into ledger.transfer (board_id, id, key, debit, credit, amount, on_date, at, reason,
         booked_month)
       values ('${market.boardId}', '${newId()}', 'x', 'unmatched', 'opening', 1, '2026-10-12', now(),
         '', '2026-10')`,
    );
    expect(await broken()).toEqual(['reconciliation.ledgerHoldsTheUnmatched']);
  });

  it('a match by code whose text does not say the code', async () => {
    const recordId = await matched();
    await corrupt(
      'alter table banking.bank_record disable trigger append_only',
      `update banking.bank_record set content = 'tien cho' where id = '${recordId}'`,
      'alter table banking.bank_record enable always trigger append_only',
    );
    expect(await broken()).toEqual(['reconciliation.codeStandsInTheText']);
  });

  it('a match that says "by code" and was none', async () => {
    const recordId = await arrives();
    await match();
    await assign(recordId);
    await corrupt(
      `update reconciliation.standing set reason = 'code' where record_id = '${recordId}'`,
    );
    expect(await broken()).toEqual(['reconciliation.codeStandsInTheText']);
  });

  it('a match by the code of another lease', async () => {
    const recordId = await matched();
    await corrupt(
      'alter table reconciliation.decision disable trigger append_only',
      `update reconciliation.decision set evidence = jsonb_build_object('code', b.code)
         from billing.bill b where record_id = '${recordId}'
          and b.lease_id = '${market.leaseIds[1]}'`,
      'alter table reconciliation.decision enable always trigger append_only',
    );
    expect(await broken()).toEqual(['reconciliation.codeStandsInTheText']);
  });
});

const assign = (recordId: Id) =>
  market.write((tx) =>
    world.get(Corrections).assign(tx, recordId, {
      leaseId: market.leaseIds[0] ?? newId(),
      reason: 'người nộp gọi điện',
    }),
  );
