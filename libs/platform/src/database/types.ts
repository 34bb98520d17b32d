import { invariant } from '@cho40/kernel';
import { types, type CustomTypesConfig } from 'pg';

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [
    INT8,
    (text) => {
      const value = Number(text);
      invariant(Number.isSafeInteger(value), 'a bigint beyond the safe integers', { text });
      return value;
    },
  ],
  // Areas and quantities (numeric(10,2)) fit a double exactly enough to print and to multiply once.
  [NUMERIC, Number],
]);

/**
 * How our connections read values, other people's connections apart: a day stays text (raw pg would
 * make 28 February 17:00Z of 2026-03-01), a bigint becomes a checked safe integer. Sums come back as
 * numeric: cast them to bigint.
 */
export const ROW_TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format),
};
