import { setImmediate as pause } from 'node:timers/promises';
import { type Clock, type Id, invariant, type Paper, type QrCard } from '@cho40/kernel';
import { CLOCK, Database, Papers, systemActor, type Tx } from '@cho40/platform';
import { bankOf, qrMatrix, readQrMatrix } from '@cho40/vietqr';
import { Inject, Injectable } from '@nestjs/common';
import { cardPapers, qrCard } from '../domain/card-paper';
import { leadsWhereItSays } from './card-payload';
import { beginSheet, cardsOfSheet, type CardToDraw, deliverSheet } from './card-sheets.queries';

// A code takes about a millisecond to make and to read: after so many the program answers others.
const CODES_AT_A_TIME = 20;

/** Makes the files of sheets that were asked for. */
@Injectable()
export class SheetDrawing {
  constructor(
    private readonly db: Database,
    private readonly papers: Papers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Delivers a sheet when every code on it was read back as meant; begun again after a failure it
   * is of the same cards with the same serials.
   */
  async draw(boardId: Id, id: Id): Promise<void> {
    const write = (work: (tx: Tx) => Promise<unknown>) =>
      this.db.write(systemActor([boardId]), work);
    const cards = await this.db.write(systemActor([boardId]), async (tx) =>
      (await beginSheet(tx, id)) ? cardsOfSheet(tx, id) : [],
    );
    if (cards.length === 0) return;
    const pages = await readBackPages(cards);
    await write((tx) =>
      tx.sql('update cards.sheet set page_count = $2 where id = $1', [id, pages.length]),
    );
    const told: Promise<unknown>[] = [];
    const file = await this.papers.print(pages, (drawn) => {
      const sql = 'update cards.sheet set drawn = greatest(drawn, $2) where id = $1';
      told.push(write((tx) => tx.sql(sql, [id, drawn])));
    });
    await Promise.all(told);
    await write((tx) => deliverSheet(tx, id, { file, at: this.clock.now() }));
  }
}

/** The pages of a sheet; every code is read from the very modules that will be drawn. */
export async function readBackPages(cards: readonly CardToDraw[]): Promise<Paper[]> {
  const drawn: QrCard[] = [];
  for (const card of cards) {
    if (drawn.length % CODES_AT_A_TIME === 0) await pause();
    const matrix = await qrMatrix(card.payload);
    invariant(
      leadsWhereItSays(readQrMatrix(matrix), card),
      `the code of card ${card.serial} is not read back as it was meant`,
    );
    drawn.push(qrCard({ ...card, bank: bankOf(card.bin)?.shortName ?? card.bin }, matrix));
  }
  const format = cards[0]?.format;
  return format === undefined ? [] : cardPapers(format, drawn);
}
