import type { Clock, Id } from '@cho40/kernel';
import { PaymentCodes } from '@cho40/billing';
import { Audit, CLOCK, Jobs, newId, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { needsCard, reasonToPrint } from '../domain/card-reason';
import { cardsError } from '../errors';
import { boardOfMarket, requireZone } from '../market.queries';
import { feeCardPayload } from './card-payload';
import { CARDS_AT_ONCE, type CardSheetDto, type NewCardSheetDto } from './card-sheet.dto';
import {
  deliverSheet,
  dropFilesBefore,
  fileOfSheet,
  findSheets,
  insertSheet,
} from './card-sheets.queries';
import {
  type Account,
  accountOf,
  holdSerials,
  insertCards,
  type NewCard,
  type StallToPrint,
  stallsToPrint,
} from './new-cards.queries';

export const SHEET_TO_DRAW = 'cards.sheetToDraw';
const KEPT_MS = 24 * 3_600_000;

/** Cards are asked for at the desk, get their serials at once, and are drawn by the worker. */
@Injectable()
export class CardSheets {
  constructor(
    private readonly codes: PaymentCodes,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws cards.marketNotFound, zoneNotFound, stallNotFound, noLiveAccount, nothingToPrint,
   *   tooManyCards, reasonMissing, noteMissing; billing.noPrefix
   */
  async ask(tx: Tx, marketId: Id, asked: NewCardSheetDto): Promise<CardSheetDto> {
    const { boardId, id } = await this.number(tx, marketId, asked);
    await this.jobs.add(tx, { kind: SHEET_TO_DRAW, boardId, subjectId: id, key: id });
    return this.get(tx, id);
  }

  /** Cards that hang at their stalls already; the file of their sheet is gone. Refuses as `ask`. */
  async printedEarlier(tx: Tx, marketId: Id, asked: NewCardSheetDto): Promise<void> {
    const { id } = await this.number(tx, marketId, asked);
    await deliverSheet(tx, id, { file: null, at: this.clock.now() });
  }

  private async number(
    tx: Tx,
    marketId: Id,
    asked: NewCardSheetDto,
  ): Promise<{ boardId: Id; id: Id }> {
    const boardId = await boardOfMarket(tx, marketId);
    if (asked.zoneId) await requireZone(tx, marketId, asked.zoneId);
    if (asked.reason === 'other' && !asked.note) throw cardsError('noteMissing');
    const now = this.clock.now();
    await dropFilesBefore(tx, new Date(now.getTime() - KEPT_MS));
    await this.codes.ensureForStalls(tx, boardId, [marketId]);
    const account = await accountOf(tx, boardId, now);
    if (!account) throw cardsError('noLiveAccount', { boardId });
    const last = await holdSerials(tx, boardId);
    const { format, zoneId, stallIds } = asked;
    const stalls = await stallsToPrint(tx, { boardId, marketId, format, stallIds, zoneId }, now);
    const cards = newCards(wantedOf(stalls, asked), asked, account);
    const id = newId();
    const sheet = { boardId, id, marketId, zoneId, format, cardCount: cards.length };
    await insertSheet(tx, sheet, now);
    const of = { boardId, sheetId: id, accountId: account.accountId, note: asked.note, last };
    await insertCards(tx, of, cards);
    await this.audit.append(tx, {
      boardId,
      act: 'cards.print',
      subject: `cardSheet:${id}`,
      after: { format, cards: cards.length, firstSerial: last + 1, reason: asked.reason ?? null },
    });
    return { boardId, id };
  }

  async list(tx: Reading, marketId: Id): Promise<CardSheetDto[]> {
    await boardOfMarket(tx, marketId);
    return findSheets(tx, { marketId });
  }

  async file(tx: Reading, id: Id): Promise<Buffer> {
    await this.get(tx, id);
    const file = await fileOfSheet(tx, id);
    if (!file) throw cardsError('sheetNotFound', { sheetId: id });
    return file;
  }

  private async get(tx: Reading, id: Id): Promise<CardSheetDto> {
    const [sheet] = await findSheets(tx, { id });
    if (!sheet) throw cardsError('sheetNotFound', { sheetId: id });
    return sheet;
  }
}

/** The stalls a card is made for: those named, else those that need one unless all are wanted. */
function wantedOf(
  stalls: readonly StallToPrint[],
  { stallIds, isOnlyNeeded = true }: NewCardSheetDto,
): readonly StallToPrint[] {
  if (stallIds && stalls.length < new Set(stallIds).size) throw cardsError('stallNotFound');
  const isAll = stallIds !== undefined || !isOnlyNeeded;
  const wanted = isAll ? stalls : stalls.filter(({ last }) => needsCard(last));
  if (wanted.length === 0) throw cardsError('nothingToPrint');
  if (wanted.length > CARDS_AT_ONCE)
    throw cardsError('tooManyCards', { count: wanted.length, most: CARDS_AT_ONCE });
  return wanted;
}

function newCards(
  stalls: readonly StallToPrint[],
  { reason: said }: NewCardSheetDto,
  account: Account,
): NewCard[] {
  return stalls.map(({ stallId, stallCode, code, issued, last }) => {
    const reason = reasonToPrint(last, said);
    if (reason === 'missing') throw cardsError('reasonMissing', { stallCode });
    const payload = feeCardPayload({ code, stallCode }, account);
    return { stallId, stallCode, code, issue: issued + 1, payload, reason };
  });
}
