import type { Tx } from '@cho40/platform';

interface UnitFact {
  readonly id: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly parent?: string;
  readonly from?: string;
  readonly to?: string;
}

/** An administrative unit; its code is the last part of its id. */
export async function unitFact(tx: Tx, { id, level, parent, from, to }: UnitFact): Promise<void> {
  await tx.sql(
    `insert into markets.admin_unit (id, code, level, name, parent_id, valid_from, valid_to)
     values ($1, $1, $2, $1, $3, $4, $5)`,
    [id, level, parent ?? null, from ?? null, to ?? null],
  );
}
