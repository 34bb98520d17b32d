import { Injectable } from '@nestjs/common';
import { invariant, type Id } from '@cho40/kernel';
import type { Reading } from '../database/tx';

type BoardIds = (tx: Reading) => Promise<readonly Id[]>;

/** Which boards there are: told by the lib that owns them, since platform knows no business table. */
@Injectable()
export class BoardList {
  private read: BoardIds | undefined;

  register(read: BoardIds): void {
    invariant(this.read === undefined, 'two lists of boards');
    this.read = read;
  }

  /** Every board, whoever asks; none where no lib has them. */
  async ids(tx: Reading): Promise<readonly Id[]> {
    return this.read ? this.read(tx) : [];
  }
}
