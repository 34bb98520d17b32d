import { Injectable } from '@nestjs/common';
import { invariant, type Id } from '@cho40/kernel';
import type { Reading } from '../database/tx';

type NamesOf = (tx: Reading, ids: readonly Id[]) => Promise<ReadonlyMap<string, string>>;

/** The names behind actors' ids: told by the lib that owns the people. */
@Injectable()
export class People {
  private read: NamesOf | undefined;

  register(read: NamesOf): void {
    invariant(this.read === undefined, 'two lists of people');
    this.read = read;
  }

  async names(tx: Reading, ids: readonly Id[]): Promise<ReadonlyMap<string, string>> {
    return this.read ? this.read(tx, ids) : new Map();
  }
}
