import type { Clock, Id } from '@cho40/kernel';
import {
  Audit,
  CLOCK,
  newId,
  reachesMarket,
  type Page,
  type Reading,
  type Tx,
} from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { reckonSheet } from '../domain/meter-sheet';
import type { Seen } from '../domain/meter-usage';
import { billingError } from '../errors';
import {
  askCorrection,
  decideCorrection,
  findCorrections,
  heldCorrection,
  type CorrectionFilter,
  type HeldCorrection,
} from './corrections.queries';
import type { MeterCorrectionDto } from './reading.dto';
import { readingToCorrect, type ReadingToCorrect } from './readings.queries';
import { holdMeters, insertReadings, standingsOf, supersede } from './standing.queries';

/** Another value for a reading, and why. */
export interface AskedCorrection extends Seen {
  id?: Id;
  reason: string;
}

@Injectable()
export class MeterCorrections {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks for another value of a reading; nothing changes until another person approves it. The same
   * id again changes nothing.
   * @throws billing.readingMissing, readingBilled, readingNotLast, correctionAsked
   */
  async ask(tx: Tx, readingId: Id, asked: AskedCorrection): Promise<MeterCorrectionDto> {
    const reading = await this.reading(tx, readingId);
    this.refuseWhatIsLocked(reading);
    const id = asked.id ?? newId();
    const outcome = await askCorrection(tx, reading, { ...asked, id }, this.clock.now());
    if (outcome === 'another') throw billingError('correctionAsked', { meters: reading.meterCode });
    if (outcome === 'made')
      await this.audit.append(tx, {
        boardId: reading.boardId,
        act: 'billing.askCorrection',
        subject: `meterReading:${readingId}`,
        after: { value: asked.value, reason: asked.reason },
      });
    return this.get(tx, id);
  }

  /**
   * Approves or refuses what somebody else asked for. An approved value takes the reading's place;
   * the old one stays to be seen. Deciding again the same way changes nothing.
   * @throws billing.correctionMissing, correctionDecided, anotherPersonCorrects and what `ask` says
   */
  async decide(tx: Tx, id: Id, outcome: 'approved' | 'refused'): Promise<MeterCorrectionDto> {
    const held = await heldCorrection(tx, id);
    if (!held || !reachesMarket(tx.actor, held.marketId))
      throw billingError('correctionMissing', { id });
    if (held.outcome === outcome) return this.get(tx, id);
    if (held.outcome !== null) throw billingError('correctionDecided', { outcome: held.outcome });
    if (tx.actor.userId === null || tx.actor.userId === held.requestedBy)
      throw billingError('anotherPersonCorrects');
    if (outcome === 'approved') await this.put(tx, held);
    await decideCorrection(tx, id, outcome, this.clock.now());
    await this.audit.append(tx, {
      boardId: held.boardId,
      act: 'billing.decideCorrection',
      subject: `meterReading:${held.readingId}`,
      after: { outcome, value: held.value },
    });
    return this.get(tx, id);
  }

  list(tx: Reading, query: CorrectionFilter): Promise<Page<MeterCorrectionDto>> {
    return findCorrections(tx, query);
  }

  private async get(tx: Reading, id: Id): Promise<MeterCorrectionDto> {
    const [correction] = (await findCorrections(tx, { id, limit: 1 })).items;
    if (!correction) throw billingError('correctionMissing', { id });
    return correction;
  }

  private async reading(tx: Reading, id: Id): Promise<ReadingToCorrect> {
    const reading = await readingToCorrect(tx, id);
    if (!reading || !reachesMarket(tx.actor, reading.marketId))
      throw billingError('readingMissing', { id });
    return reading;
  }

  private refuseWhatIsLocked({ isBilled, isLast, meterCode: meters, readOn }: ReadingToCorrect) {
    if (isBilled) throw billingError('readingBilled', { meters, day: readOn });
    if (!isLast) throw billingError('readingNotLast', { meters, day: readOn });
  }

  private async put(tx: Tx, held: HeldCorrection): Promise<void> {
    const reading = await this.reading(tx, held.readingId);
    await holdMeters(tx, [reading.meterId]);
    this.refuseWhatIsLocked(reading);
    const { meterId, readOn, month, occasion } = reading;
    const meters = await standingsOf(tx, [meterId], [reading.id]);
    const typed = { meterId, value: held.value, hasRolledOver: held.hasRolledOver };
    const sheet = reckonSheet(meters, [typed], readOn);
    if (sheet.kind === 'refused')
      throw billingError(sheet.why, { meters: sheet.codes.join(', '), day: readOn });
    const at = this.clock.now();
    await supersede(tx, [reading.id], at);
    const rows = sheet.readings.map((one) => ({
      ...one,
      id: newId(),
      month,
      occasion,
      isEstimated: false,
      corrects: reading.id,
    }));
    await insertReadings(tx, rows, at);
  }
}
