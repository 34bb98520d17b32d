import type { Id } from '@cho40/kernel';
import { AdminUnits } from '@cho40/markets';
import { Audit, newId, SYSTEM_BOARD, type Page, type Reading, type Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { tariffsError } from '../domain/errors';
import type { DecisionDto } from './decision.dto';
import { Decision, type NewDecision } from './decision.entity';
import { findDecisions, type DecisionFilter } from './decisions.queries';

@Injectable()
export class Decisions {
  constructor(
    private readonly units: AdminUnits,
    private readonly audit: Audit,
  ) {}

  /**
   * Records a province's decision; the same id again changes nothing. Nothing is edited later: a
   * wrong one is recorded anew and no price cites the first.
   * @throws markets.adminUnitMissing, tariffs.decisionNumberTaken, decisionDaysReversed
   */
  async record(tx: Tx, decision: NewDecision): Promise<DecisionDto> {
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
    if (made.length > 0) await this.trace(tx, id, decision);
    return this.get(tx, id);
  }

  /** @throws tariffs.decisionMissing */
  async get(tx: Reading, id: Id): Promise<DecisionDto> {
    const [decision] = (await findDecisions(tx, { id, limit: 1 })).items;
    if (!decision) throw tariffsError('decisionMissing', { id });
    return decision;
  }

  list(tx: Reading, query: DecisionFilter): Promise<Page<DecisionDto>> {
    return findDecisions(tx, query);
  }

  // A decision is no board's; who recorded it stands in the chain of the first board they act for.
  private async trace(tx: Tx, id: Id, decision: NewDecision): Promise<void> {
    await this.audit.append(tx, {
      boardId: tx.actor.boards[0] ?? SYSTEM_BOARD,
      act: 'tariffs.recordDecision',
      subject: `decision:${id}`,
      after: { ...decision },
    });
  }
}
