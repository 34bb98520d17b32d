/** The groups of the ledger's accounts, as people read a trial balance. */
export const GROUPS = [
  'bank',
  'cash',
  'receivable',
  'outgoing',
  'wallet',
  'expense',
  'unmatched',
  'prepaid',
  'security',
  'tax',
  'pass-through',
  'revenue',
  'relief',
  'write-off',
  'surplus',
  'shortage',
  'other',
  'opening',
] as const;

export type Group = (typeof GROUPS)[number];

export const isGroup = (account: string): account is Group =>
  GROUPS.some((group) => group === account);
