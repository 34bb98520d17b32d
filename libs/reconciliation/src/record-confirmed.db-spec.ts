import { JobRunner, newId } from '@cho40/platform';
import { confirmedRecord } from '../../../test/support/confirmed-record';
import { matchingMarket, type MatchingMarket } from '../../../test/support/matching-market';
import { testWorld, type TestWorld } from '../../../test/support/test-world';
import { brokenInvariants } from '../../../test/support/violations';
import { LeftWaiting } from './left-waiting';
import { Reconciliation } from './matching/reconciliation.service';
import { ReconciliationModule } from './reconciliation.module';
import { RecordConfirmedProcessor } from './record-confirmed.processor';

// So many another worker decides on, out of all that the first batch would take.
const HELD = 20;

let world: TestWorld;
let market: MatchingMarket;
let processor: RecordConfirmedProcessor;

beforeAll(async () => {
  world = await testWorld({ imports: [ReconciliationModule] });
  processor = world.get(RecordConfirmedProcessor);
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await matchingMarket(world);
});
// Whatever a test did, the books of its board still hold.
afterEach(async () => {
  expect(await brokenInvariants(world, market.boardId)).toEqual([]);
});

describe('the job of a confirmed record', () => {
  const job = () => ({
    id: newId(),
    kind: processor.kind,
    boardId: market.boardId,
    subjectId: null,
  });

  it('takes every record that waits', async () => {
    await market.arrives({ content: await market.billCode(0) });
    await market.arrives({ content: '' });
    await processor.handle(job());
    await processor.handle(job());
    expect(await market.match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0, classified: 0 });
  });

  it('decides on the rest when another worker decided on a whole batch and went no further', async () => {
    await market.write(async (tx) => {
      for (let at = 0; at <= HELD; at += 1) await confirmedRecord(tx, market);
    });
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const another = market.write(async (tx) => {
      await world.get(Reconciliation).matchOpen(tx, market.boardId, HELD);
      begin();
      // Its records are held while the second worker comes for the same ones.
      await new Promise((later) => setTimeout(later, 200));
    });
    await begun;
    await Promise.all([another, processor.handle(job())]);
    expect(await market.match()).toEqual({ matched: 0, unmatched: 0, outgoing: 0, classified: 0 });
  });

  it('gives nobody money while an invariant of the board is broken', async () => {
    const recordId = await market.arrives({ content: await market.billCode(0) });
    const stop = [newId(), newId()];
    await market.write(async (tx) => {
      await tx.sql('insert into platform.check_run (id, started_at) values ($1, now())', [stop[0]]);
      await tx.sql(
        `insert into platform.violation (id, run_id, board_id, invariant, row_key, facts)
         values ($1, $2, $3, 'x', 'y', '{}')`,
        [stop[1], stop[0], market.boardId],
      );
    });
    await processor.handle(job());
    expect(await market.standing(recordId)).toBeUndefined();
    await market.write((tx) =>
      tx.sql('update platform.violation set cleared_at = now() where id = $1', [stop[1]]),
    );
    await world.get(LeftWaiting).ringAgain();
    await world.get(JobRunner).drain();
    expect(await market.standing(recordId)).toMatchObject({ state: 'matched' });
  });
});
