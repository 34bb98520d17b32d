import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { invariant, type Clock, type Id, type Month } from '@cho40/kernel';
import { Ledger } from '@cho40/ledger';
import { CLOCK, type Reading, streamCsv, type Tx, type WrittenCell } from '@cho40/platform';
import { Inject, Injectable } from '@nestjs/common';
import { readmeOf, type Manifest } from './manifest';
import { keepPack, keptPack, standOf } from './proof-pack.queries';
import { PACK_TABLES, type PackTable } from './pack-tables';
import { zipped, type PackedFile } from './zip';

@Injectable()
export class ProofPacks {
  constructor(
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The archive kept when the month was closed; of an open month one of this instant. */
  async get(tx: Reading, boardId: Id, month: Month): Promise<Buffer> {
    return (await keptPack(tx, boardId, month)) ?? this.make(tx, boardId, month);
  }

  /** Keeps the archive of a month that is being closed in this transaction. */
  async keep(tx: Tx, boardId: Id, month: Month): Promise<void> {
    const zip = await this.make(tx, boardId, month);
    await keepPack(tx, { boardId, month, zip });
  }

  private async make(tx: Reading, boardId: Id, month: Month): Promise<Buffer> {
    const tables: (PackedFile & { rows: number })[] = [];
    for (const table of PACK_TABLES) tables.push(await packedTable(tx, table, [boardId, month]));
    const stand = await standOf(tx, boardId, month);
    invariant(stand !== undefined, 'a proof pack of no board', { boardId });
    const facts = {
      ...stand,
      month,
      madeAt: this.clock.now().toISOString(),
      trialBalance: await this.ledger.movements(tx, boardId, month),
      files: tables.map(({ name, rows, bytes }) => ({ name, rows, sha256: sha256(bytes) })),
    };
    const manifest: Manifest = { format: 'cho40-proof-pack/1', ...facts };
    return zipped([
      { name: 'README.txt', bytes: Buffer.from(readmeOf(facts)) },
      { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, null, 2)) },
      ...tables,
    ]);
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function packedTable(
  tx: Reading,
  { file, columns, sql }: PackTable,
  of: readonly [Id, Month],
): Promise<PackedFile & { rows: number }> {
  const rows = await tx.sql<{ cells: WrittenCell[] }>(sql, of);
  const csv = streamCsv({ name: file, columns, rows: rows.map(({ cells }) => cells) });
  return { name: file, rows: rows.length, bytes: await buffer(csv) };
}
