import type { Id } from '@cho40/kernel';
import { type Page, pageOfRows, platformError, type Reading } from '@cho40/platform';
import { Injectable } from '@nestjs/common';
import { maskPayer } from '../domain/mask';
import { reconciliationError } from '../errors';
import type { SettlementBatchDetailDto } from './settlement-batch.dto';
import type { SettlementLineDto, SettlementLineQueryDto } from './settlement-line.dto';
import { batchOf, candidatesOf, conflictsOf, proofsOf } from './settlement-batches.queries';
import { lineRow, lineRows, type LineRow } from './settlement-lines.queries';

/** Batches and lines as their reader may see them: payers' words need their right. */
@Injectable()
export class SettlementDesk {
  /** @throws platform.notFound */
  async batch(tx: Reading, id: Id): Promise<SettlementBatchDetailDto> {
    const batch = await batchOf(tx, id);
    if (!batch) throw platformError('notFound');
    const candidates = (await candidatesOf(tx, id)).map((one) =>
      maySeePayers(tx) ? one : { ...one, content: masked(one.content, []) },
    );
    return {
      ...batch,
      candidates,
      told: await conflictsOf(tx, id),
      proofs: await proofsOf(tx, id),
    };
  }

  async lines(tx: Reading, filter: SettlementLineQueryDto): Promise<Page<SettlementLineDto>> {
    const rows = await lineRows(tx, filter);
    const page = pageOfRows(rows, filter);
    return { ...page, items: page.items.map((line) => seen(tx, line)) };
  }

  /** @throws reconciliation.lineNotFound */
  async line(tx: Reading, lineId: Id): Promise<SettlementLineDto> {
    const line = await lineRow(tx, lineId);
    if (!line) throw reconciliationError('lineNotFound', { lineId });
    return seen(tx, line);
  }
}

const maySeePayers = (tx: Reading) => tx.actor.permissions.has('banking.personal');

const masked = (content: string, codes: readonly string[]) =>
  maskPayer({ content, counterAccount: null, counterName: null }, codes).content;

function seen(tx: Reading, { codes, ...line }: LineRow): SettlementLineDto {
  return maySeePayers(tx) ? line : { ...line, content: masked(line.content, codes) };
}
