import { createHash } from 'node:crypto';
import { addDays, businessDateOf, type BusinessDate, type Id } from '@cho40/kernel';
import type { Reading, Tx } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import type { FedMovement, FeedReading } from '../../domain/feeds/fields';
import { readSePayPull } from '../../domain/feeds/sepay-pull';
import type { SeenMovement } from '../../domain/movement';
import { BankRecords } from '../../records/bank-records.service';
import { Deliveries } from '../deliveries.service';
import type { TakenPull } from './pulls.service';

// SePay's webhooks come for half an hour and banks tell some transfers late: a whole day and the
// begun one are read again each time.
const OVERLAP_DAYS = 1;
// How far back the first pull looks.
const FIRST_DAYS = 31;
// Of how many pages it is remembered that they say nothing new.
const REMEMBERED = 100;

/** An account of the board, and the day from which on it is read. */
export interface AccountToPull {
  readonly accountId: Id;
  readonly number: string;
  readonly from: BusinessDate;
  readonly readUntil: Date | null;
  readonly keptPages: readonly Buffer[];
}

/** The board's accounts in use, each from its cursor on and never from before it was in use. */
export async function accountsToPull(
  tx: Reading,
  { boardId, feedId, now }: { boardId: Id; feedId: Id; now: Date },
): Promise<AccountToPull[]> {
  const rows = await tx.sql<Omit<AccountToPull, 'from'> & { openedOn: BusinessDate }>(
    `select a.id as "accountId", a.number, a.opened_on as "openedOn", c.read_until as "readUntil",
            coalesce(c.kept_pages, '{}') as "keptPages"
       from banking.receiving_account a
       left join banking.pull_cursor c
         on c.board_id = a.board_id and c.account_id = a.id and c.feed_id = $2
      where a.board_id = $1 and a.approved_at is not null
        and (a.closed_on is null or a.closed_on >= $3)
      order by a.opened_on, a.id`,
    [boardId, feedId, addDays(businessDateOf(now), -FIRST_DAYS)],
  );
  return rows.map(({ openedOn, ...row }) => {
    const day = row.readUntil
      ? addDays(businessDateOf(row.readUntil), -OVERLAP_DAYS)
      : addDays(businessDateOf(now), -FIRST_DAYS);
    return { ...row, from: day < openedOn ? openedOn : day };
  });
}

/** Keeps what was pulled: as a delivery where it says something new, and how far it was read. */
@Injectable()
export class PulledPages {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly records: BankRecords,
  ) {}

  /** Gives how many rows the page has. */
  async keep(
    tx: Tx,
    { boardId, feedId }: TakenPull,
    account: AccountToPull,
    body: Buffer,
  ): Promise<number> {
    const reading = readSePayPull(body.toString('utf8'));
    const movements = reading.kind === 'movements' ? reading.movements : [];
    const digest = createHash('sha256').update(body).digest();
    const isKept = account.keptPages.some((kept) => kept.equals(digest));
    const isNew =
      !isKept &&
      (!isReadWhole(reading) || (await this.tellsNews(tx, boardId, account.accountId, movements)));
    if (isNew) await this.deliveries.keepPulled(tx, { boardId, feedId }, body);
    await moveCursor(tx, { boardId, feedId, account, movements, digest: isNew ? digest : null });
    return movements.length;
  }

  private async tellsNews(
    tx: Tx,
    boardId: Id,
    accountId: Id,
    movements: readonly FedMovement[],
  ): Promise<boolean> {
    const rows = new Map(movements.map((fed) => [fed.id, asSeen(fed, accountId)]));
    if (rows.size === 0) return false;
    const placements = await this.records.plan(tx, boardId, [...rows.values()]);
    return placements.some(({ kind }) => kind !== 'known');
  }
}

const isReadWhole = (reading: FeedReading): boolean =>
  reading.kind === 'nothing' || (reading.kind === 'movements' && reading.unread === null);

function asSeen(
  { id, gateway: _bank, accountNumber: _number, ...movement }: FedMovement,
  accountId: Id,
): SeenMovement {
  const nowhere = { deliveryId: null, statementId: null, rowNumber: null };
  return {
    ...movement,
    accountId,
    source: 'sepay-pull',
    sourceId: id,
    confirms: true,
    ...nowhere,
  };
}

interface Read {
  readonly boardId: Id;
  readonly feedId: Id;
  readonly account: AccountToPull;
  readonly movements: readonly FedMovement[];
  /** Of a page that was kept. */
  readonly digest: Buffer | null;
}

async function moveCursor(
  tx: Tx,
  { boardId, feedId, account, movements, digest }: Read,
): Promise<void> {
  const latest = movements.reduce<Date | null>(
    (late, { bookedAt }) => (late === null || bookedAt > late ? bookedAt : late),
    null,
  );
  if (latest === null) return;
  await tx.sql(
    `insert into banking.pull_cursor as c (board_id, feed_id, account_id, read_until, kept_pages)
     values ($1, $2, $3, $4, $5::bytea[])
     on conflict (board_id, feed_id, account_id) do update
       set read_until = greatest(c.read_until, excluded.read_until),
           kept_pages = (excluded.kept_pages || c.kept_pages)[1:$6]`,
    [boardId, feedId, account.accountId, latest, digest ? [digest] : [], REMEMBERED],
  );
}
