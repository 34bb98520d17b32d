import type { Id } from '@cho40/kernel';
import { invariant } from '@cho40/kernel';
import { marketScope, Sealer, type Reading } from '@cho40/platform';
import { codeFinder, codesNear } from '@cho40/vietqr';
import { Injectable } from '@nestjs/common';
import { plain } from '../domain/plain';
import { suggest, type Suggestion } from '../domain/suggest';
import { recordsOf, prefixOwners } from '../matching/open-records.queries';
import { addresseesOf } from '../virtual-accounts/addressees.queries';
import { candidatesOn, learnedLeases, leasesNamedBy, waitingRecord } from './suggestions.queries';

/** Whose money a waiting record may be, with what speaks for each and against. */
@Injectable()
export class Suggestions {
  constructor(private readonly sealer: Sealer) {}

  /** Nothing for a record that does not wait, or that the actor's right does not reach. */
  async of(tx: Reading, recordId: Id): Promise<Suggestion[]> {
    const markets = marketScope(tx.actor);
    const waiting = await waitingRecord(tx, recordId, markets);
    if (!waiting) return [];
    const { boardId, amount, counterName, counterAccount } = waiting;
    const [record] = await recordsOf(tx, boardId, [recordId]);
    invariant(record !== undefined, 'a standing without its record', { recordId });
    const found = codeFinder((await prefixOwners(tx)).keys()).find(record.content);
    const near = [...found.repairs, ...found.broken.flatMap(codesNear)];
    const addressees = await addresseesOf(tx, boardId, [record]);
    const hints = {
      amount,
      content: record.content,
      counterName,
      named: await leasesNamedBy(tx, waiting, found.codes),
      repaired: await leasesNamedBy(tx, waiting, near),
      addressed: addressees.get(recordId)?.leaseId ?? null,
      learned: await this.learned(tx, boardId, counterAccount),
    };
    return suggest(hints, await candidatesOn(tx, waiting, markets));
  }

  private async learned(tx: Reading, boardId: Id, counterAccount: string | null) {
    if (counterAccount === null) return new Map<Id, number>();
    const print = this.sealer.print(plain(counterAccount));
    return learnedLeases(tx, boardId, { number: counterAccount, print });
  }
}
