import { act } from './en/act';
import { markets } from './en/markets';
import { parts } from './en/parts';
import { shell } from './en/shell';
import type { Messages } from './vi';

export const en: Messages = { act, markets, parts, shell };
