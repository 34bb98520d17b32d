import { businessDateOf, type Clock } from '@cho40/kernel';
import { CLOCK, pageOf, type Reading } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ArrearsPageDto } from './arrears.dto';
import { findArrears, type ArrearsFilter } from './arrears.queries';

@Injectable()
export class Arrears {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Who owed what at the end of a day, by age; the sums are those of the whole list. */
  async list(tx: Reading, query: ArrearsFilter): Promise<ArrearsPageDto> {
    const asOf = query.asOf ?? businessDateOf(this.clock.now());
    const { items, total, sums } = await findArrears(tx, query, asOf);
    return { ...pageOf(items, query, total), asOf, sums };
  }
}
