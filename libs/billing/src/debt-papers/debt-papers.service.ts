import { businessDateOf, sumVnd, type BusinessDate, type Clock, type Id } from '@cho40/kernel';
import { Audit, CLOCK, newId, People, type Page, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  debtConfirmation,
  debtNotice,
  debtPaperNumber,
  nextNotice,
  type DebtLine,
} from '../domain/debt-papers';
import { billingError } from '../errors';
import { debtorsOf, type LeaseDebtor } from '../statements/lease-statement.queries';
import type { DebtPaperDto, DebtPaperKind, MadeDebtPapersDto } from './debt-paper.dto';
import {
  findDebtPapers,
  insertDebtPapers,
  lastNoticesOf,
  lastSerialOf,
  openLinesOf,
  type DebtPaperFilter,
  type NewDebtPaper,
} from './debt-papers.queries';

type Drafted = Omit<NewDebtPaper, 'serial' | 'number' | 'id'>;
interface Draft {
  readonly papers: Drafted[];
  readonly skipped: MadeDebtPapersDto['skipped'];
}

/** Thông báo nợ lần 1, 2, 3 and biên bản đối chiếu công nợ: numbered, and kept as they were made. */
@Injectable()
export class DebtPapers {
  constructor(
    private readonly audit: Audit,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the paper that comes next for each lease, or says why there is none.
   * @throws billing.leaseNotFound when one of them is out of reach
   */
  async make(tx: Tx, kind: DebtPaperKind, leaseIds: readonly Id[]): Promise<MadeDebtPapersDto> {
    const today = this.today();
    const debtors = await debtorsOf(tx, leaseIds, today);
    if (debtors.length < leaseIds.length) throw billingError('leaseNotFound');
    const ids: Id[] = [];
    const skipped: MadeDebtPapersDto['skipped'] = [];
    for (const boardId of new Set(debtors.map((debtor) => debtor.boardId))) {
      // Numbers first: two clerks at once would both read the same last notice.
      const last = await lastSerialOf(tx, { boardId, kind, year: Number(today.slice(0, 4)) });
      const ofBoard = debtors.filter((debtor) => debtor.boardId === boardId);
      const draft = await draftOf(tx, kind, ofBoard, today);
      const papers = numbered(draft.papers, last);
      await insertDebtPapers(tx, papers, this.clock.now());
      await this.audit.append(tx, {
        boardId,
        act: 'billing.makeDebtPapers',
        subject: `board:${boardId}`,
        after: { kind, numbers: papers.map(({ number }) => number) },
      });
      ids.push(...papers.map(({ id }) => id));
      skipped.push(...draft.skipped);
    }
    return { ids, skipped };
  }

  async list(tx: Reading, filter: DebtPaperFilter): Promise<Page<DebtPaperDto>> {
    const page = await findDebtPapers(tx, filter);
    const makers = page.items.flatMap(({ madeBy }) => madeBy ?? []);
    const names = await this.people.names(tx, makers);
    const items = page.items.map(({ lines: _lines, madeBy, ...paper }) => ({
      ...paper,
      madeBy: madeBy ? (names.get(madeBy) ?? null) : null,
    }));
    return { ...page, items };
  }

  /** The papers as they were made, in order of their numbers. @throws billing.debtPaperNotFound */
  async papers(tx: Reading, ids: readonly Id[]) {
    const { items } = await findDebtPapers(tx, { ids, limit: ids.length });
    if (items.length < new Set(ids).size) throw billingError('debtPaperNotFound');
    const leaseIds = items.map(({ leaseId }) => leaseId);
    const debtors = new Map(
      (await debtorsOf(tx, leaseIds, this.today())).map((debtor) => [debtor.leaseId, debtor]),
    );
    return items.toReversed().flatMap((paper) => {
      const debtor = debtors.get(paper.leaseId);
      if (!debtor) return [];
      return paper.kind === 'notice' ? debtNotice(debtor, paper) : debtConfirmation(debtor, paper);
    });
  }

  private today(): BusinessDate {
    return businessDateOf(this.clock.now());
  }
}

async function draftOf(
  tx: Reading,
  kind: DebtPaperKind,
  debtors: readonly LeaseDebtor[],
  today: BusinessDate,
): Promise<Draft> {
  const leaseIds = debtors.map(({ leaseId }) => leaseId);
  const open = await openLinesOf(tx, leaseIds, today, kind === 'notice');
  const last = kind === 'notice' ? await lastNoticesOf(tx, leaseIds) : [];
  const draft: Draft = { papers: [], skipped: [] };
  for (const { boardId, marketId, leaseId, stallCode } of debtors) {
    const lines: DebtLine[] = open
      .filter((line) => line.leaseId === leaseId)
      .map(({ code, period, dueOn, open: left }) => ({ code, period, dueOn, open: left }));
    const amount = sumVnd(lines.map((line) => line.open));
    const paper = { boardId, marketId, leaseId, kind, asOf: today, amount, lines };
    if (kind === 'confirmation') {
      draft.papers.push({ ...paper, level: null, payBy: null });
      continue;
    }
    const next = nextNotice(lines, last.find((one) => one.leaseId === leaseId) ?? null, today);
    if (next.kind === 'notice')
      draft.papers.push({ ...paper, level: next.level, payBy: next.payBy });
    else {
      const payBy = next.kind === 'too-soon' ? next.payBy : null;
      draft.skipped.push({ leaseId, stallCode, why: next.kind, payBy });
    }
  }
  return draft;
}

function numbered(papers: readonly Drafted[], last: number): NewDebtPaper[] {
  return papers.map((paper, at) => {
    const serial = last + at + 1;
    const year = Number(paper.asOf.slice(0, 4));
    return { ...paper, id: newId(), serial, number: debtPaperNumber(paper.kind, year, serial) };
  });
}
