import { act } from './vi/act';
import { markets } from './vi/markets';
import { parts } from './vi/parts';
import { shell } from './vi/shell';

/** Every Vietnamese sentence of the office. A key that English lacks is a compile error. */
export const vi = { act, markets, parts, shell };

export type Messages = typeof vi;
