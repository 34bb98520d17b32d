import type { BusinessDate, Clock, Id } from '@cho40/kernel';
import {
  Audit,
  brokenConstraint,
  CLOCK,
  marketScope,
  newId,
  reachesMarket,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { plain } from '../domain/plain';
import { reconciliationError } from '../errors';
import { namedBy } from './virtual-accounts.queries';

export interface NewVirtualAccount {
  readonly accountId: Id;
  readonly number: string;
  readonly stallId?: Id;
  readonly leaseId?: Id;
  readonly validFrom: BusinessDate;
}

const INSERT = `
  insert into reconciliation.virtual_account (board_id, id, account_id, number, market_id, stall_id,
    lease_id, valid_from, created_by, created_by_name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const APPROVE = `
  update reconciliation.virtual_account
     set approved_by = $2, approved_by_name = $3, approved_at = $4
   where id = $1 and approved_at is null and ($5::uuid[] is null or market_id = any ($5))
  returning board_id as "boardId", number`;
const END = `
  update reconciliation.virtual_account set valid_to = $2
   where id = $1 and valid_to is null and ($3::uuid[] is null or market_id = any ($3))
  returning board_id as "boardId", number`;

interface Changed {
  readonly boardId: Id;
  readonly number: string;
}

/** Numbers that banks gave for one stall or one lease; two people bring one into use. */
@Injectable()
export class VirtualAccounts {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws stallOrLeaseNotFound, virtualAccountTaken */
  async propose(tx: Tx, proposed: NewVirtualAccount): Promise<Id> {
    const named = await namedBy(tx, proposed);
    if (!named || !reachesMarket(tx.actor, named.marketId))
      throw reconciliationError('stallOrLeaseNotFound');
    const { boardId, marketId } = named;
    const id = newId();
    const number = plain(proposed.number);
    await refusing({ virtual_account_names_one: 'virtualAccountTaken' }, () =>
      tx.sql(INSERT, [
        boardId,
        id,
        proposed.accountId,
        number,
        marketId,
        proposed.stallId ?? null,
        proposed.leaseId ?? null,
        proposed.validFrom,
        tx.actor.userId,
        tx.actor.displayName,
        this.clock.now(),
      ]),
    );
    await this.kept(tx, 'proposeVirtualAccount', id, { boardId, number });
    return id;
  }

  /** @throws virtualAccountNotFound, approverIsMaker */
  async approve(tx: Tx, id: Id): Promise<void> {
    const { userId, displayName } = tx.actor;
    const [approved] = await refusing({ virtual_account_needs_two_people: 'approverIsMaker' }, () =>
      tx.sql<Changed>(APPROVE, [id, userId, displayName, this.clock.now(), marketScope(tx.actor)]),
    );
    await this.kept(tx, 'approveVirtualAccount', id, approved);
  }

  /** Its last day; from the day after it names nobody. @throws virtualAccountNotFound, virtualAccountTooShort */
  async end(tx: Tx, id: Id, validTo: BusinessDate): Promise<void> {
    const [ended] = await refusing({ virtual_account_check1: 'virtualAccountTooShort' }, () =>
      tx.sql<Changed>(END, [id, validTo, marketScope(tx.actor)]),
    );
    await this.kept(tx, 'endVirtualAccount', id, ended);
  }

  private async kept(tx: Tx, act: string, id: Id, changed: Changed | undefined): Promise<void> {
    if (!changed) throw reconciliationError('virtualAccountNotFound', { id });
    await this.audit.append(tx, {
      boardId: changed.boardId,
      act: `reconciliation.${act}`,
      subject: `virtualAccount:${id}`,
      after: { number: changed.number },
    });
  }
}

type Refusals = Readonly<Record<string, Parameters<typeof reconciliationError>[0]>>;

/** What the database refuses, said by its code. */
async function refusing<T>(refusals: Refusals, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = refusals[brokenConstraint(error) ?? ''];
    throw code ? reconciliationError(code) : error;
  }
}
