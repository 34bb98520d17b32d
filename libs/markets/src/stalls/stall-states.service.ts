import { businessDateOf, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, marketScope, People, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { StallState } from '../domain/stall';
import { stateChange, type StateSince } from '../domain/state-change';
import { marketsError } from '../errors';
import type { StallStateDto } from './stall-state.dto';

export interface NewStallState {
  stallId: Id;
  state: StallState;
  fromOn: BusinessDate;
  reason: string;
}

type StateRow = Omit<StallStateDto, 'actorId' | 'actorName'> & { actorId: Id | null };

interface Standing extends StateSince {
  stallId: Id;
  boardId: Id;
  code: string;
}

// The stalls' own rows are locked, so that two changes of one stall come one after the other.
const LAST = `
  select s.id as "stallId", s.board_id as "boardId", s.code, h.number, h.state,
         h.from_on as "fromOn"
    from markets.stall s
    cross join lateral (select * from markets.stall_state h
                         where h.board_id = s.board_id and h.stall_id = s.id
                         order by h.number desc limit 1) h
   where s.id = any ($1::uuid[]) and ($2::uuid[] is null or s.market_id = any ($2))
     and s.valid_to is null
   order by s.id
     for no key update of s`;

const INSERT = `
  insert into markets.stall_state (board_id, stall_id, number, state, from_on, reason, actor_id, at)
  select h.*, $7, $8
    from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::date[], $6::text[]) as h`;

const HISTORY = `
  select h.number, h.state, h.from_on as "fromOn", h.reason, h.actor_id as "actorId", h.at
    from markets.stall_state h
    join markets.stall s on s.board_id = h.board_id and s.id = h.stall_id
   where h.stall_id = $1 and ($2::uuid[] is null or s.market_id = any ($2))
   order by h.number desc`;

/** What stalls were at, from which day and why. */
@Injectable()
export class StallStates {
  constructor(
    private readonly audit: Audit,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says what stalls are at from a day on, one state per stall; what they are at already changes
   * nothing. All or none.
   * @throws markets.stallMissing (also one that ended), stateBeforeLast, stateInFuture
   */
  async set(tx: Tx, wanted: readonly NewStallState[]): Promise<void> {
    const changes = await this.changesOf(tx, wanted);
    await tx.sql(INSERT, [
      changes.map(({ last }) => last.boardId),
      changes.map(({ stallId }) => stallId),
      changes.map(({ number }) => number),
      changes.map(({ state }) => state),
      changes.map(({ fromOn }) => fromOn),
      changes.map(({ reason }) => reason.trim()),
      tx.actor.userId,
      this.clock.now(),
    ]);
    for (const { last, stallId, state, fromOn, reason } of changes) {
      await this.audit.append(tx, {
        boardId: last.boardId,
        act: 'markets.setStallState',
        subject: `stall:${stallId}`,
        before: { state: last.state, fromOn: last.fromOn },
        after: { state, fromOn, reason },
      });
    }
  }

  private async changesOf(tx: Tx, wanted: readonly NewStallState[]) {
    const today = businessDateOf(this.clock.now());
    const ids = wanted.map((one) => one.stallId);
    const rows = await tx.sql<Standing>(LAST, [ids, marketScope(tx.actor)]);
    const lasts = new Map(rows.map((row) => [row.stallId, row]));
    return wanted.flatMap((one) => {
      const last = lasts.get(one.stallId);
      if (!last) throw marketsError('stallMissing', { id: one.stallId });
      const change = stateChange(last, one, today);
      if (change.kind === 'refused')
        throw marketsError(change.why, { code: last.code, from: last.fromOn, today });
      return change.kind === 'accepted' ? [{ ...one, last, number: change.number }] : [];
    });
  }

  /** The states of a stall, the latest first. */
  async history(tx: Reading, stallId: Id): Promise<StallStateDto[]> {
    const rows = await tx.sql<StateRow>(HISTORY, [stallId, marketScope(tx.actor)]);
    if (rows.length === 0) throw marketsError('stallMissing', { id: stallId });
    const names = await this.people.names(
      tx,
      rows.flatMap((row) => row.actorId ?? []),
    );
    return rows.map((row) => ({ ...row, actorName: names.get(row.actorId ?? '') ?? null }));
  }
}
