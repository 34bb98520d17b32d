import type { Clock, Id } from '@cho40/kernel';
import { Markets } from '@cho40/markets';
import { Audit, CLOCK, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Decisions } from '../decisions/decisions.service';
import { passedOver, pickedFrom, pickRefusal } from '../domain/decision-price';
import { tariffsError } from '../domain/errors';
import { standsOn } from '../domain/price-on';
import { succession, type PriceDays } from '../domain/succession';
import type { FeeTypeDto, TariffDto } from './tariff.dto';
import { Tariff, type NewTariff } from './tariff.entity';
import { feeTypes, findTariffs, insertTariff } from './tariffs.queries';

@Injectable()
export class Tariffs {
  constructor(
    private readonly markets: Markets,
    private readonly decisions: Decisions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Drafts a price of a market from a decision's line, to be approved by another person; until then
   * nobody is charged by it. It ends with its decision. The same id again changes nothing.
   * @throws markets.marketMissing, tariffs.decisionMissing, tariffOutsideDecision and what
   *   `pickRefusal` says
   */
  async draft(tx: Tx, marketId: Id, tariff: NewTariff): Promise<TariffDto> {
    const { boardId, ...market } = await this.markets.get(tx, marketId);
    const decision = await this.decisions.withPrices(tx, tariff.decisionId);
    const { number, effectiveFrom: from, effectiveTo: to } = decision;
    if (tariff.validFrom < from || (to !== null && tariff.validFrom > to))
      throw tariffsError('tariffOutsideDecision', { number, from, to });
    const line = decision.prices.find(({ lineNumber }) => lineNumber === tariff.decisionLine);
    if (!line) throw tariffsError('decisionLineMissing', { number, line: tariff.decisionLine });
    const picked = pickedFrom(line, tariff);
    const refusal = pickRefusal(line, market, picked);
    if (refusal)
      throw tariffsError(refusal, { number, line: line.lineNumber, ceilingVnd: line.price });
    if (picked.isPassThrough && picked.taxPercent !== null)
      throw tariffsError('tariffTaxedAndPassedThrough');
    const id = tariff.id ?? newId();
    const { decisionId, validFrom } = tariff;
    const row = { boardId, id, marketId, decisionId, validFrom, validTo: to, ...picked };
    if (await insertTariff(tx, row))
      await this.audit.append(tx, {
        boardId,
        act: 'tariffs.draftTariff',
        subject: `tariff:${id}`,
        after: { ...tariff, marketId },
      });
    return this.get(tx, id);
  }

  /**
   * Puts a draft in force, by another person than who drafted it. The price that stands on its
   * first day ends the day before, in the same transaction. Approving twice changes nothing.
   * @throws tariffs.tariffMissing, anotherPersonApproves, tariffLaterStands,
   *   cheaperLinePassedOver where the decision allows less for some whom it would reach
   */
  async approve(tx: Tx, id: Id): Promise<TariffDto> {
    const draft = await this.get(tx, id);
    const { marketId, feeType } = draft;
    // Two who approve prices of one place in the list come one after the other.
    const prices = await tx.sql<PriceDays & { boardId: Id; isApproved: boolean }>(
      `select id, board_id as "boardId", valid_from as "validFrom", valid_to as "validTo",
              approved_at is not null as "isApproved"
         from tariffs.tariff
        where market_id = $1
          and (fee_type, prices_what, factors) = (
            select fee_type, prices_what, factors from tariffs.tariff where id = $2)
        order by id for update`,
      [marketId, id],
    );
    const next = prices.find((one) => one.id === id);
    if (!next) throw tariffsError('tariffMissing', { id });
    if (next.isApproved) return this.get(tx, id);
    if (tx.actor.userId === null || tx.actor.userId === draft.createdBy)
      throw tariffsError('anotherPersonApproves');
    const outcome = succession(
      prices.filter((one) => one.isApproved),
      next,
    );
    if (outcome.kind === 'refused')
      throw tariffsError('tariffLaterStands', { from: outcome.later.validFrom, feeType });
    await this.refusePassingOver(tx, draft);
    await this.putInForce(tx, next, outcome.ending);
    return this.get(tx, id);
  }

  private async refusePassingOver(tx: Tx, draft: TariffDto): Promise<void> {
    const { marketId, decisionId, validFrom, feeType } = draft;
    const market = await this.markets.get(tx, marketId);
    const { number, prices } = await this.decisions.withPrices(tx, decisionId);
    const standing = (await findTariffs(tx, { marketId })).filter(
      (one) => one.state === 'approved' && one.feeType === feeType && standsOn(one, validFrom),
    );
    const [line] = passedOver(draft, prices, market, standing);
    if (line)
      throw tariffsError('cheaperLinePassedOver', {
        number,
        line: line.lineNumber,
        description: line.description,
        ceilingVnd: line.price,
      });
  }

  private async putInForce(
    tx: Tx,
    { id, boardId }: { id: Id; boardId: Id },
    ending: Pick<PriceDays, 'id' | 'validTo'> | null,
  ): Promise<void> {
    if (ending)
      await tx.manager.update(Tariff, { boardId, id: ending.id }, { validTo: ending.validTo });
    const approval = { approvedBy: tx.actor.userId, approvedAt: this.clock.now() };
    await tx.manager.update(Tariff, { boardId, id }, approval);
    await this.audit.append(tx, {
      boardId,
      act: 'tariffs.approveTariff',
      subject: `tariff:${id}`,
      after: { ending },
    });
  }

  /** A market's prices with their drafts, newest first within each fee type. */
  async list(tx: Reading, marketId: Id): Promise<TariffDto[]> {
    await this.markets.get(tx, marketId);
    return findTariffs(tx, { marketId });
  }

  /** @throws tariffs.tariffMissing, also where it lies out of the actor's reach. */
  async get(tx: Reading, id: Id): Promise<TariffDto> {
    const [tariff] = await findTariffs(tx, { id });
    if (!tariff) throw tariffsError('tariffMissing', { id });
    return tariff;
  }

  feeTypes(tx: Reading): Promise<FeeTypeDto[]> {
    return feeTypes(tx);
  }
}
