import type { Clock, Id } from '@cho40/kernel';
import {
  Audit,
  CLOCK,
  Jobs,
  marketScope,
  newId,
  type Reading,
  Sealer,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { decide } from '../domain/decide';
import { plain } from '../domain/plain';
import { directionOf } from '../domain/record-class';
import { fits, rehearsalOf, type RuledClass, waitsForAnybody } from '../domain/rule';
import { reconciliationError } from '../errors';
import { RecordFacts } from '../matching/record-facts.service';
import { SECOND_LOOK } from '../matching/second-look.service';
import {
  awaitMatching,
  type PastRecord,
  pastRecords,
  ruleOf,
  type RuleOfBoard,
} from './rules.queries';

export interface NewRule {
  readonly boardId: Id;
  readonly class: RuledClass;
  readonly words?: string;
  readonly account?: string;
}

const INSERT = `
  insert into reconciliation.rule (board_id, id, direction, words, plain_words, account_print,
    account_sealed, account_last4, class, created_by, created_by_name, created_at)
  select board_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
    from markets.v_board where board_id = $1
  returning id`;
const REHEARSED = 'update reconciliation.rule set rehearsed_at = $2 where id = $1';
const SWITCH_ON = `
  update reconciliation.rule set on_by = $2, on_by_name = $3, on_at = $4
   where id = $1 and on_at is null and off_at is null and rehearsed_at is not null returning id`;
const SWITCH_OFF = `
  update reconciliation.rule set off_by = $2, off_by_name = $3, off_at = $4
   where id = $1 and off_at is null returning id`;
const SHOWN = 50;

/** Rules that say what money of a kind is: rehearsed on old records, then switched on by a person. */
@Injectable()
export class ClassRules {
  constructor(
    private readonly facts: RecordFacts,
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Drafts a rule, which does nothing yet. The audit names no account.
   * @throws ruleSaysNothing, boardNotFound
   */
  async draft(tx: Tx, { boardId, words, account, ...rule }: NewRule): Promise<Id> {
    if (marketScope(tx.actor) !== null) throw reconciliationError('boardNotFound', { boardId });
    const [plainWords, number] = [plain(words ?? ''), plain(account ?? '')];
    if (plainWords.length < WORDS_AT_LEAST && number === '')
      throw reconciliationError('ruleSaysNothing');
    const id = newId();
    const inserted = await tx.sql(INSERT, [
      boardId,
      id,
      directionOf(rule.class),
      plainWords ? words?.trim() : null,
      plainWords || null,
      number ? this.sealer.print(number) : null,
      number ? this.sealer.seal(number) : null,
      number ? number.slice(-4) : null,
      rule.class,
      tx.actor.userId,
      tx.actor.displayName,
      this.clock.now(),
    ]);
    if (inserted.length === 0) throw reconciliationError('boardNotFound', { boardId });
    await this.kept(tx, boardId, 'draftRule', id, { class: rule.class, words: words ?? null });
    return id;
  }

  /** What the rule would have said of the newest records, beside what became of them. */
  async rehearse(tx: Tx, id: Id, last: number) {
    const rule = await this.found(tx, id);
    const past = await pastRecords(tx, {
      boardId: rule.boardId,
      direction: directionOf(rule.class),
      last,
    });
    const fitting = await this.wouldClassify(tx, rule, past);
    await tx.sql(REHEARSED, [id, this.clock.now()]);
    const isOtherwise = (one: PastRecord) => one.class !== rule.class && !waitsForAnybody(one);
    const shown = fitting.toSorted((a, b) => Number(isOtherwise(b)) - Number(isOtherwise(a)));
    const seesPayers = tx.actor.permissions.has('banking.personal');
    return {
      looked: past.length,
      ...rehearsalOf(rule, fitting),
      records: shown.slice(0, SHOWN).map((record) => shownTo(record, seesPayers)),
    };
  }

  /** As they would be decided on if they came in now, with the rule beside those that are on. */
  private async wouldClassify(tx: Reading, rule: RuleOfBoard, past: readonly PastRecord[]) {
    const { boardId } = rule;
    const known = await this.facts.of(tx, boardId, past);
    return past.filter((record, at) => {
      const one = known[at];
      if (!one || !fits(rule, this.facts.ruled(record, [rule]))) return false;
      const ruled = [...new Set([...one.ruled, rule.class])];
      return decide({ ...one, ruled }).reason === 'rule';
    });
  }

  /**
   * From now on what the rule fits is classified: what comes in, and what waits already.
   * @throws ruleNotRehearsed
   */
  async switchOn(tx: Tx, id: Id): Promise<void> {
    const { boardId } = await this.found(tx, id);
    await awaitMatching(tx, boardId);
    const { userId, displayName } = tx.actor;
    const on = await tx.sql(SWITCH_ON, [id, userId, displayName, this.clock.now()]);
    if (on.length === 0) throw reconciliationError('ruleNotRehearsed', { id });
    await this.kept(tx, boardId, 'switchRuleOn', id, {});
    await this.jobs.add(tx, { kind: SECOND_LOOK, boardId, key: boardId });
  }

  /** The rule says nothing any more; what it classified stays. Again changes nothing. */
  async switchOff(tx: Tx, id: Id): Promise<void> {
    const { boardId } = await this.found(tx, id);
    const { userId, displayName } = tx.actor;
    const off = await tx.sql(SWITCH_OFF, [id, userId, displayName, this.clock.now()]);
    if (off.length > 0) await this.kept(tx, boardId, 'switchRuleOff', id, {});
  }

  private async found(tx: Tx, id: Id): Promise<RuleOfBoard> {
    const rule = await ruleOf(tx, id);
    // A rule speaks for all markets of a board: a right that reaches some of them changes none.
    if (!rule || marketScope(tx.actor) !== null) throw reconciliationError('ruleNotFound', { id });
    return rule;
  }

  private kept(tx: Tx, boardId: Id, act: string, id: Id, after: object): Promise<unknown> {
    const subject = `rule:${id}`;
    return this.audit.append(tx, {
      boardId,
      act: `reconciliation.${act}`,
      subject,
      after: { ...after },
    });
  }
}

// Fewer letters stand in any text.
const WORDS_AT_LEAST = 4;

/** A payer's text for whoever may see it. */
function shownTo({ recordId, bookedOn, amount, state, ...record }: PastRecord, sees: boolean) {
  const content = sees ? record.content : '…';
  return { recordId, bookedOn, amount, state, class: record.class, content };
}
