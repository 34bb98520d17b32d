import type { BusinessDate, Id, Vnd } from '@cho40/kernel';
import { Audit, newId, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { marketsError } from '../errors';
import { Markets } from '../markets/markets.service';
import type { CollectionContractDto, SpanOfSum } from './collection-contract.dto';
import { type ContractFilter, findContracts } from './collection-contracts.queries';

/** What it takes to contract a market's collection out. */
export interface NewCollectionContract {
  id?: Id;
  party: string;
  amount: Vnd;
  per: SpanOfSum;
  document: string;
  validFrom: BusinessDate;
  validTo: BusinessDate;
}

/** Khoán thu. A day without a contract is collected by the board itself. */
@Injectable()
export class CollectionContracts {
  constructor(
    private readonly markets: Markets,
    private readonly audit: Audit,
  ) {}

  /**
   * Contracts a market's collection out; the same id again changes nothing.
   * @throws markets.marketMissing, contractDaysReversed, contractOverlaps
   */
  async sign(
    tx: Tx,
    marketId: Id,
    contract: NewCollectionContract,
  ): Promise<CollectionContractDto> {
    const { boardId } = await this.markets.get(tx, marketId);
    const { validFrom: from, validTo: to } = contract;
    if (to < from) throw marketsError('contractDaysReversed', { from, to });
    const id = contract.id ?? newId();
    const made = await tx.sql(
      `insert into markets.collection_contract
         (board_id, id, market_id, party, amount, per, document, valid_from, valid_to)
       values ($1, $2, $3, btrim($4), $5, $6, btrim($7), $8, $9)
       on conflict do nothing returning id`,
      [
        boardId,
        id,
        marketId,
        contract.party,
        contract.amount,
        contract.per,
        contract.document,
        from,
        to,
      ],
    );
    if (made.length === 0) return this.explain(tx, { id, marketId, from, to });
    await this.audit.append(tx, {
      boardId,
      act: 'markets.signCollectionContract',
      subject: `market:${marketId}`,
      after: { ...contract, id },
    });
    return this.get(tx, id);
  }

  /** @throws markets.contractMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<CollectionContractDto> {
    const [contract] = (await findContracts(tx, { id, limit: 1 })).items;
    if (!contract) throw marketsError('contractMissing', { id });
    return contract;
  }

  async list(
    tx: Reading,
    marketId: Id,
    query: ContractFilter,
  ): Promise<Page<CollectionContractDto>> {
    await this.markets.get(tx, marketId);
    return findContracts(tx, { ...query, marketId });
  }

  /**
   * Ends a contract earlier than agreed.
   * @throws markets.marketMissing, contractMissing, contractEndsLater
   */
  async end(
    tx: Tx,
    marketId: Id,
    id: Id,
    { on, reason }: { on: BusinessDate; reason: string },
  ): Promise<CollectionContractDto> {
    const { boardId } = await this.markets.get(tx, marketId);
    const [before] = (await findContracts(tx, { marketId, id, limit: 1 })).items;
    if (!before) throw marketsError('contractMissing', { id });
    const { validFrom: from, validTo: to } = before;
    if (on < from || on >= to) throw marketsError('contractEndsLater', { from, to });
    await tx.sql(
      `update markets.collection_contract set valid_to = $3, ended_reason = btrim($4)
        where board_id = $1 and id = $2`,
      [boardId, id, on, reason],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'markets.endCollectionContract',
      subject: `market:${marketId}`,
      before: { id, validTo: to },
      after: { validTo: on, reason },
    });
    return this.get(tx, id);
  }

  /** What was kept out: this very contract stands already, or another covers one of its days. */
  private async explain(
    tx: Tx,
    wanted: { id: Id; marketId: Id; from: BusinessDate; to: BusinessDate },
  ): Promise<CollectionContractDto> {
    const { id, marketId, from, to } = wanted;
    const [known] = (await findContracts(tx, { id, limit: 1 })).items;
    if (known) return known;
    const [met] = await tx.sql<{ party: string; from: string; to: string }>(
      `select party, valid_from as "from", valid_to as "to" from markets.collection_contract
        where market_id = $1 and daterange(valid_from, valid_to, '[]') && daterange($2, $3, '[]')
        order by valid_from limit 1`,
      [marketId, from, to],
    );
    throw marketsError('contractOverlaps', met ?? { party: '', from, to });
  }
}
