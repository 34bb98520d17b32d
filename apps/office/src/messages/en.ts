import { act } from './en/act';
import { banking } from './en/banking';
import { billing } from './en/billing';
import { boardRuns } from './en/board-runs';
import { cards } from './en/cards';
import { cash } from './en/cash';
import { claims } from './en/claims';
import { closing } from './en/closing';
import { debts } from './en/debts';
import { ledger } from './en/ledger';
import { marketDays } from './en/market-days';
import { markets } from './en/markets';
import { moveIn } from './en/move-in';
import { meters } from './en/meters';
import { parts } from './en/parts';
import { queue } from './en/queue';
import { reconciliation } from './en/reconciliation';
import { reliefs } from './en/reliefs';
import { rules } from './en/rules';
import { safe } from './en/safe';
import { shares } from './en/shares';
import { shell } from './en/shell';
import { stallMap } from './en/stall-map';
import { stalls } from './en/stalls';
import { system } from './en/system';
import { tariffs } from './en/tariffs';
import { tenancy } from './en/tenancy';
import { ticketBooks } from './en/ticket-books';
import { tickets } from './en/tickets';
import { settlements } from './en/settlements';
import { virtualAccounts } from './en/virtual-accounts';
import { today } from './en/today';
import type { Messages } from './vi';

export const en: Messages = {
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
