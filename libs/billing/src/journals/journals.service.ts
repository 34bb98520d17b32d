import type { Clock, Id } from '@cho40/kernel';
import { explain, type ExplainedDto } from '@cho40/ledger';
import { Audit, CLOCK, offsetOf, pageOf, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { accountNumberer, USUAL_ACCOUNTS, type JournalAccount } from '../domain/journal';
import { billingError } from '../errors';
import type {
  JournalAccountChangeDto,
  JournalAccountDto,
  JournalEntryDto,
  JournalQueryDto,
} from './journal.dto';

const ENTRIES = `
  select t.on_date as on, t.key, t.reason, t.debit, t.credit, t.amount,
         case when s.code is not null then s.code || ' ' || l.payer_name end as party,
         count(*) over () as listed
    from ledger.v_transfer t
    left join tenancy.v_lease l on l.board_id = t.board_id and l.lease_id::text = coalesce(
           substring(t.debit from '^receivable/(.+)$'), substring(t.credit from '^receivable/(.+)$'))
    left join markets.v_stall s on s.board_id = l.board_id and s.stall_id = l.stall_id
   where t.board_id = $1 and t.booked_month = $2
     and ($3::text is null or strpos(lower(unaccent(concat_ws(' ', t.reason, s.code, l.payer_name))),
                                     lower(unaccent($3))) > 0)
   order by t.on_date, t.at, t.key
   limit $4 offset $5`;

type EntryRow = Omit<JournalEntryDto, 'debitNumber' | 'creditNumber' | keyof ExplainedDto> & {
  readonly reason: string;
  readonly listed: number;
};

/** The ledger's rows as accounting software takes them in: a board's own account numbers. */
@Injectable()
export class Journals {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(tx: Reading, query: JournalQueryDto): Promise<Page<JournalEntryDto>> {
    await requireBoard(tx, query.boardId);
    const numberOf = accountNumberer(await ownAccounts(tx, query.boardId));
    const rows = await tx.sql<EntryRow>(ENTRIES, [
      query.boardId,
      query.month,
      query.q?.trim() || null,
      query.limit,
      offsetOf(query),
    ]);
    const items = rows.map(({ listed: _listed, ...row }) => ({
      ...row,
      ...explain(row),
      debitNumber: numberOf(row.debit),
      creditNumber: numberOf(row.credit),
    }));
    return pageOf(items, query, rows[0]?.listed ?? 0);
  }

  /** The usual numbers with the board's own, by path. */
  async accounts(tx: Reading, boardId: Id): Promise<JournalAccountDto[]> {
    await requireBoard(tx, boardId);
    const usual = new Map(USUAL_ACCOUNTS.map(({ path, number }) => [path, number]));
    const numbers = new Map(usual);
    for (const { path, number } of await ownAccounts(tx, boardId)) numbers.set(path, number);
    return [...numbers]
      .map(([path, number]) => ({ path, number, usual: usual.get(path) ?? null }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  async setAccounts(
    tx: Tx,
    boardId: Id,
    changes: readonly JournalAccountChangeDto[],
  ): Promise<JournalAccountDto[]> {
    await requireBoard(tx, boardId);
    const own = changes.filter(({ number }) => number !== null);
    await tx.sql(
      'delete from billing.journal_account where board_id = $1 and path = any ($2::text[])',
      [boardId, changes.map(({ path }) => path)],
    );
    await tx.sql(
      `insert into billing.journal_account (board_id, path, number, changed_by, changed_at)
       select $1, c.path, c.number, $4, $5
         from unnest($2::text[], $3::text[]) as c (path, number)`,
      [
        boardId,
        own.map(({ path }) => path),
        own.map(({ number }) => number),
        tx.actor.userId,
        this.clock.now(),
      ],
    );
    await this.audit.append(tx, {
      boardId,
      act: 'billing.setJournalAccounts',
      subject: `board:${boardId}`,
      after: { accounts: changes },
    });
    return this.accounts(tx, boardId);
  }
}

// A journal is a board's: whoever sees single markets of it only sees none.
async function requireBoard(tx: Reading, boardId: Id): Promise<void> {
  const rows = await tx.sql('select from markets.v_board where board_id = $1', [boardId]);
  if (rows.length === 0 || tx.actor.markets !== 'all')
    throw billingError('boardNotFound', { boardId });
}

function ownAccounts(tx: Reading, boardId: Id): Promise<JournalAccount[]> {
  return tx.sql('select path, number from billing.journal_account where board_id = $1', [boardId]);
}
