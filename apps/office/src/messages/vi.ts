import { act } from './vi/act';
import { banking } from './vi/banking';
import { billing } from './vi/billing';
import { boardRuns } from './vi/board-runs';
import { cards } from './vi/cards';
import { cash } from './vi/cash';
import { claims } from './vi/claims';
import { closing } from './vi/closing';
import { debts } from './vi/debts';
import { ledger } from './vi/ledger';
import { marketDays } from './vi/market-days';
import { markets } from './vi/markets';
import { moveIn } from './vi/move-in';
import { meters } from './vi/meters';
import { parts } from './vi/parts';
import { queue } from './vi/queue';
import { reconciliation } from './vi/reconciliation';
import { reliefs } from './vi/reliefs';
import { rules } from './vi/rules';
import { safe } from './vi/safe';
import { shares } from './vi/shares';
import { shell } from './vi/shell';
import { stallMap } from './vi/stall-map';
import { stalls } from './vi/stalls';
import { system } from './vi/system';
import { tariffs } from './vi/tariffs';
import { tenancy } from './vi/tenancy';
import { ticketBooks } from './vi/ticket-books';
import { tickets } from './vi/tickets';
import { settlements } from './vi/settlements';
import { virtualAccounts } from './vi/virtual-accounts';
import { today } from './vi/today';

/** Every Vietnamese sentence of the office. A key that English lacks is a compile error. */
export const vi = {
  act,
  banking,
  billing,
  boardRuns,
  cards,
  cash,
  claims,
  closing,
  debts,
  ledger,
  marketDays,
  markets,
  moveIn,
  meters,
  parts,
  queue,
  reconciliation,
  reliefs,
  rules,
  safe,
  shares,
  shell,
  stallMap,
  stalls,
  system,
  tariffs,
  tenancy,
  ticketBooks,
  tickets,
  today,
  settlements,
  virtualAccounts,
};

export type Messages = typeof vi;
