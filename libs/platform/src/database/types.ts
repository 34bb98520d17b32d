import { invariant } from '@cho40/kernel';
import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/**
 * Sets pg's parsers once for the process: a day stays text (raw pg would make 28 February 17:00Z of
 * 2026-03-01), a bigint becomes a checked safe integer. Sums come back as numeric: cast them to bigint.
 */
export function setTypeParsers(): void {
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    invariant(Number.isSafeInteger(value), 'a bigint beyond the safe integers', { text });
    return value;
  });
  // Areas and quantities (numeric(10,2)) fit a double exactly enough to print and to multiply once.
  types.setTypeParser(NUMERIC, Number);
}
