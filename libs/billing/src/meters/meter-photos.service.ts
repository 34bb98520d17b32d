import type { Clock, Id } from '@cho40/kernel';
import { CLOCK, reachesMarket, type Reading, type Tx } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { imageKindOf, type ImageKind } from '../domain/image-kind';
import { billingError } from '../errors';
import { readingToCorrect } from './readings.queries';

/** What a phone's camera gives at the size of a screen; the table refuses more. */
const PHOTO_LIMIT = 2_000_000;

/** A dial as it was seen. */
export interface MeterPhoto {
  readonly mediaType: ImageKind;
  readonly bytes: Buffer;
}

@Injectable()
export class MeterPhotos {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Keeps the picture of a reading, once: what was seen is not seen anew.
   * @throws billing.readingMissing, photoUnreadable, photoTooLarge, photoTaken
   */
  async keep(tx: Tx, readingId: Id, bytes: Buffer): Promise<void> {
    const boardId = await this.boardOf(tx, readingId);
    const kind = imageKindOf(bytes);
    if (!kind) throw billingError('photoUnreadable');
    if (bytes.length > PHOTO_LIMIT)
      throw billingError('photoTooLarge', { limitMb: PHOTO_LIMIT / 1_000_000 });
    const made = await tx.sql(
      `insert into billing.meter_photo (board_id, reading_id, media_type, bytes, taken_by, taken_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (board_id, reading_id) do nothing returning reading_id`,
      [boardId, readingId, kind, bytes, tx.actor.userId, this.clock.now()],
    );
    if (made.length === 0) throw billingError('photoTaken');
  }

  /** @throws billing.readingMissing, photoMissing */
  async of(tx: Reading, readingId: Id): Promise<MeterPhoto> {
    await this.boardOf(tx, readingId);
    const [photo] = await tx.sql<MeterPhoto>(
      `select media_type as "mediaType", bytes from billing.meter_photo where reading_id = $1`,
      [readingId],
    );
    if (!photo) throw billingError('photoMissing');
    return photo;
  }

  private async boardOf(tx: Reading, id: Id): Promise<Id> {
    const reading = await readingToCorrect(tx, id);
    if (!reading || !reachesMarket(tx.actor, reading.marketId))
      throw billingError('readingMissing', { id });
    return reading.boardId;
  }
}
