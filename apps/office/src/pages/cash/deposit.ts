import type { ItemOf } from '../../api/reading';

export type Deposit = ItemOf<'/api/v1/deposits'>;

/** What is read again when a deposit left, was tied or came back. */
export const DEPOSIT_PATHS = ['/api/v1/deposits', '/api/v1/cash/custody', '/api/v1/bank-records'];
