import type { Clock, Id } from '@cho40/kernel';
import { Audit, CLOCK, marketScope, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { cardsError } from '../errors';
import { boardOfMarket } from '../market.queries';
import type { CardStandingDto, FeeCardDto, NewRevocationDto, StallCardDto } from './fee-card.dto';
import {
  cardsOfStall,
  cardStandings,
  findStallCards,
  type StallCardFilter,
  standingCards,
} from './fee-cards.queries';

/** The register of printed cards: how stalls stand with theirs, and which no longer count. */
@Injectable()
export class FeeCards {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(tx: Reading, query: StallCardFilter): Promise<Page<StallCardDto>> {
    return findStallCards(tx, query, this.clock.now());
  }

  /** @throws cards.marketNotFound */
  async standings(tx: Reading, marketId: Id): Promise<CardStandingDto[]> {
    const boardId = await boardOfMarket(tx, marketId);
    return cardStandings(tx, { boardId, marketId }, this.clock.now());
  }

  /** @throws cards.stallNotFound */
  async ofStall(tx: Reading, stallId: Id): Promise<FeeCardDto[]> {
    const stalls = await tx.sql(
      `select from markets.v_stall
        where stall_id = $1 and ($2::uuid[] is null or market_id = any ($2))`,
      [stallId, marketScope(tx.actor)],
    );
    if (stalls.length === 0) throw cardsError('stallNotFound', { stallId });
    return cardsOfStall(tx, stallId, this.clock.now());
  }

  /**
   * From now on these cards do not count. Money paid by them still comes in: the code is the stall's.
   * @throws cards.cardNotFound, cardNotInUse, noteMissing
   */
  async revoke(tx: Tx, { cardIds, reason, note }: NewRevocationDto): Promise<void> {
    if (reason === 'other' && !note) throw cardsError('noteMissing');
    const now = this.clock.now();
    const cards = await standingCards(tx, cardIds, now);
    if (cards.length < new Set(cardIds).size) throw cardsError('cardNotFound');
    const gone = cards.find(({ state }) => state !== 'valid' && state !== 'outdated');
    if (gone) throw cardsError('cardNotInUse', { serial: gone.serial });
    const { userId, displayName } = tx.actor;
    await tx.sql(
      `insert into cards.revocation (board_id, card_id, reason, note, revoked_by, revoked_by_name,
         revoked_at)
       select c.board_id, c.id, $2, $3, $4, $5, $6
         from cards.fee_card c where c.id = any ($1)`,
      [cardIds, reason, note ?? null, userId, displayName, now],
    );
    for (const { boardId, serial } of cards)
      await this.audit.append(tx, {
        boardId,
        act: 'cards.revoke',
        subject: `feeCard:${serial}`,
        after: { reason, note: note ?? null },
      });
  }
}
