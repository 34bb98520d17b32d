import type { Id } from '@cho40/kernel';
import { AdminUnits } from '@cho40/markets';
import { Audit, newId, SYSTEM_BOARD, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { tariffsError } from '../domain/errors';
import { feeTypes } from '../tariffs/tariffs.queries';
import type { DecisionDetailDto, DecisionDto } from './decision.dto';
import { Decision, type NewDecision, type NewDecisionPrice } from './decision.entity';
import { insertPrices, pricesOf } from './decision-prices.queries';
import { findDecisions, type DecisionFilter } from './decisions.queries';

@Injectable()
export class Decisions {
  constructor(
    private readonly units: AdminUnits,
    private readonly audit: Audit,
  ) {}

  /**
   * Records a province's decision with its lines; the same id again changes nothing. Nothing is
   * edited later: a line typed wrong is replaced by another, prices that cite it stand.
   * @throws markets.adminUnitMissing, tariffs.decisionNumberTaken, decisionDaysReversed,
   *   feeTypeMissing
   */
  async record(tx: Tx, decision: NewDecision): Promise<DecisionDetailDto> {
    const { effectiveFrom: from, effectiveTo: to = null, provinceId, number } = decision;
    if (to !== null && to < from) throw tariffsError('decisionDaysReversed', { from, to });
    const province = await this.units.get(tx, provinceId);
    const id = decision.id ?? newId();
    const made = await tx.sql(
      `insert into tariffs.decision (id, province_id, number, issuer, title, issued_on,
                                     effective_from, effective_to, created_by)
       values ($1, $2, btrim($3), btrim($4), btrim($5), $6, $7, $8, $9)
       on conflict do nothing returning id`,
      [
        id,
        province.id,
        number,
        decision.issuer,
        decision.title,
        decision.issuedOn,
        from,
        to,
        tx.actor.userId,
      ],
    );
    if (made.length === 0 && !(await tx.manager.existsBy(Decision, { id })))
      throw tariffsError('decisionNumberTaken', { number, province: province.name });
    if (made.length > 0) {
      await this.keepPrices(tx, id, decision.prices ?? []);
      await this.trace(tx, id, 'tariffs.recordDecision', { ...decision });
    }
    return this.withPrices(tx, id);
  }

  /**
   * Adds lines to a decision, or puts them in the place of lines that were typed wrong.
   * @throws tariffs.decisionMissing, decisionLineMissing, decisionLineReplaced, feeTypeMissing
   */
  async addPrices(tx: Tx, id: Id, prices: readonly NewDecisionPrice[]): Promise<DecisionDetailDto> {
    const { prices: lines } = await this.withPrices(tx, id);
    for (const { replaces = null } of prices) {
      if (replaces === null) continue;
      const line = lines.find(({ lineNumber }) => lineNumber === replaces);
      if (!line) throw tariffsError('decisionLineMissing', { line: replaces });
      if (line.replacedBy !== null) throw tariffsError('decisionLineReplaced', { line: replaces });
    }
    await this.keepPrices(tx, id, prices);
    await this.trace(tx, id, 'tariffs.addDecisionPrices', { prices });
    return this.withPrices(tx, id);
  }

  /** @throws tariffs.decisionMissing */
  async get(tx: Reading, id: Id): Promise<DecisionDto> {
    const [decision] = (await findDecisions(tx, { id, limit: 1 })).items;
    if (!decision) throw tariffsError('decisionMissing', { id });
    return decision;
  }

  /** @throws tariffs.decisionMissing */
  async withPrices(tx: Reading, id: Id): Promise<DecisionDetailDto> {
    const { ...decision } = await this.get(tx, id);
    return { ...decision, prices: await pricesOf(tx, id) };
  }

  list(tx: Reading, query: DecisionFilter): Promise<Page<DecisionDto>> {
    return findDecisions(tx, query);
  }

  private async keepPrices(tx: Tx, id: Id, prices: readonly NewDecisionPrice[]): Promise<void> {
    const known = (await feeTypes(tx)).map(({ code }) => code);
    const unknown = prices.find(({ feeType }) => !known.includes(feeType));
    if (unknown) throw tariffsError('feeTypeMissing', { feeType: unknown.feeType });
    await insertPrices(tx, id, prices);
  }

  // A decision is no board's; who recorded it stands in the chain of the first board they act for.
  private async trace(tx: Tx, id: Id, act: string, after: object): Promise<void> {
    await this.audit.append(tx, {
      boardId: tx.actor.boards[0] ?? SYSTEM_BOARD,
      act,
      subject: `decision:${id}`,
      after: { ...after },
    });
  }
}
