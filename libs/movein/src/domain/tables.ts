import type { Columns, RowOf } from './columns';
import { DEBT, LEASE, VENDOR } from './people-columns';
import { MARKET, STALL } from './place-columns';

/** The workbook's tables: a sheet each, in the order in which their rows are entered. */
export const TABLES = {
  markets: { sheet: 'Chợ', columns: MARKET },
  stalls: { sheet: 'Điểm kinh doanh', columns: STALL },
  vendors: { sheet: 'Tiểu thương', columns: VENDOR },
  leases: { sheet: 'Hợp đồng', columns: LEASE },
  debts: { sheet: 'Nợ đầu kỳ', columns: DEBT },
} as const satisfies Readonly<Record<string, { sheet: string; columns: Columns }>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = ['markets', 'stalls', 'vendors', 'leases', 'debts'] as const;
export type MarketRow = RowOf<typeof MARKET>;
export type StallRow = RowOf<typeof STALL>;
export type VendorRow = RowOf<typeof VENDOR>;
export type LeaseRow = RowOf<typeof LEASE>;
export type DebtRow = RowOf<typeof DEBT>;

export interface TableRows {
  readonly markets: MarketRow[];
  readonly stalls: StallRow[];
  readonly vendors: VendorRow[];
  readonly leases: LeaseRow[];
  readonly debts: DebtRow[];
}
