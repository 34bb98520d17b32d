import { businessDateOf, type BusinessDate, type Clock, type Id, type Paper } from '@cho40/kernel';
import { CLOCK, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { entryInWords, statementPaper } from '../domain/debt-papers';
import { leaseStatement } from '../domain/lease-statement';
import { billingError } from '../errors';
import type { LeaseStatementDto } from './lease-statement.dto';
import { debtorsOf, postingsOf, type LeaseDebtor } from './lease-statement.queries';

/** What a lease was billed, what it paid and what was let off, as it stood at the end of a day. */
@Injectable()
export class LeaseStatements {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws billing.leaseNotFound */
  async of(tx: Reading, leaseId: Id, asOf = this.today()): Promise<LeaseStatementDto> {
    const { debtor, statement } = await this.facts(tx, leaseId, asOf);
    const { entries, ...sums } = statement;
    const { marketId, stallCode, payerName, leaseNumber } = debtor;
    const items = entries.map((entry) => ({ ...entry, words: entryInWords(entry) }));
    return { leaseId, marketId, asOf, stallCode, payerName, leaseNumber, ...sums, items };
  }

  async paper(tx: Reading, leaseId: Id, asOf = this.today()): Promise<Paper> {
    const { debtor, statement } = await this.facts(tx, leaseId, asOf);
    return statementPaper(debtor, statement, asOf);
  }

  private async facts(tx: Reading, leaseId: Id, asOf: BusinessDate) {
    const debtor = await this.debtor(tx, leaseId);
    return { debtor, statement: leaseStatement(await postingsOf(tx, debtor, asOf)) };
  }

  private async debtor(tx: Reading, leaseId: Id): Promise<LeaseDebtor> {
    const [debtor] = await debtorsOf(tx, [leaseId], this.today());
    if (!debtor) throw billingError('leaseNotFound', { leaseId });
    return debtor;
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}
