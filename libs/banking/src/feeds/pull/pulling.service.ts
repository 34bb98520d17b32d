import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, Database, systemActor } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { hasMorePages, readSePayAccounts, type SePayAccount } from '../../domain/feeds/sepay-pull';
import { accountsToPull, type AccountToPull, PulledPages } from './pulled-pages.service';
import { Pulls, type Pulled, type TakenPull } from './pulls.service';
import { type NoAnswer, SePayApi } from './sepay-api';

const PER_PAGE = 100;
// Of one feed in one pull; what is left comes with the next.
const MOST_PAGES = 100;

/** A pull under way, and what it has read so far. */
interface Progress {
  readonly taken: TakenPull;
  pageCount: number;
  rowCount: number;
}

/**
 * Asks SePay what its webhooks may have lost, or have not proven. No transaction is open while it is
 * asked; each page is committed by itself, so that a pull cut off goes on where it was.
 */
@Injectable()
export class Pulling {
  constructor(
    private readonly db: Database,
    private readonly pulls: Pulls,
    private readonly pages: PulledPages,
    private readonly api: SePayApi,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives whether it was ours to do; what came of it stands with the feed. */
  async pull(feed: { boardId: Id; feedId: Id }, isTrial = false): Promise<boolean> {
    const { boardId, feedId } = feed;
    const actor = systemActor([boardId]);
    const taken = await this.db.write(actor, (tx) => this.pulls.take(tx, feedId, isTrial));
    if (!taken) return false;
    const pulled = await this.readAll({ taken, pageCount: 0, rowCount: 0 });
    await this.db.write(actor, (tx) => this.pulls.settle(tx, taken, pulled));
    return true;
  }

  private async readAll(progress: Progress): Promise<Pulled> {
    const { boardId, feedId } = progress.taken;
    const listed = await this.accountsOf(progress.taken);
    if (!Array.isArray(listed)) return failed(listed, progress);
    const ours = await this.db.read(systemActor([boardId]), (tx) =>
      accountsToPull(tx, { boardId, feedId, now: this.clock.now() }),
    );
    const pairs = ours.flatMap((account) =>
      listed.filter(({ number }) => number === account.number).map(({ id }) => ({ account, id })),
    );
    if (pairs.length === 0) return { outcome: 'noAccount', rowCount: 0 };
    for (const { account, id } of pairs) {
      const stopped = await this.readAccount(progress, account, id);
      if (stopped) return stopped;
    }
    return { outcome: 'read', rowCount: progress.rowCount };
  }

  /** Reads an account's pages from its cursor on; what stopped it, if anything did. */
  private async readAccount(
    progress: Progress,
    account: AccountToPull,
    bankAccountId: string,
  ): Promise<Pulled | undefined> {
    for (let page = 1; ; page += 1) {
      if (progress.pageCount >= MOST_PAGES) return { outcome: 'more', rowCount: progress.rowCount };
      const answer = await this.api.get(pathOf(account, bankAccountId, page), progress.taken.token);
      if (!Buffer.isBuffer(answer)) return failed(answer, progress);
      const more = hasMorePages(answer.toString('utf8'));
      if (more === null) return { outcome: 'unreadable', rowCount: progress.rowCount };
      progress.pageCount += 1;
      progress.rowCount += await this.keep(progress.taken, account, answer);
      if (!more) return undefined;
    }
  }

  /** The accounts that the token sees. */
  private async accountsOf({
    token,
  }: TakenPull): Promise<SePayAccount[] | NoAnswer | 'unreadable'> {
    const accounts: SePayAccount[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/bank-accounts?per_page=${PER_PAGE}&page=${page}`;
      const answer = await this.api.get(path, token);
      if (!Buffer.isBuffer(answer)) return answer;
      const read = readSePayAccounts(answer.toString('utf8'));
      if (!read) return 'unreadable';
      accounts.push(...read.items);
      if (!read.hasMore || page >= MOST_PAGES) return accounts;
    }
  }

  private keep(taken: TakenPull, account: AccountToPull, body: Buffer): Promise<number> {
    return this.db.write(systemActor([taken.boardId]), async (tx) => {
      await this.pulls.renew(tx, taken);
      return this.pages.keep(tx, taken, account, body);
    });
  }
}

/** The oldest first, so that what arrives meanwhile moves no page. */
function pathOf({ from }: AccountToPull, bankAccountId: string, page: number): string {
  const query = new URLSearchParams({
    bank_account_id: bankAccountId,
    transaction_date_from: from,
    transaction_date_sort: 'asc',
    per_page: String(PER_PAGE),
    page: String(page),
  });
  return `/transactions?${query.toString()}`;
}

function failed(answer: NoAnswer | 'unreadable', { rowCount }: Progress): Pulled {
  if (answer === 'unreadable') return { outcome: 'unreadable', rowCount };
  return answer.kind === 'busy'
    ? { outcome: 'busy', rowCount, waitS: answer.seconds }
    : { outcome: answer.kind, rowCount };
}
