import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { type Session, useSession } from './api/session';

/** Which market, and so which board, the pages are about. */
export interface Scope {
  markets: Session['markets'];
  market: Session['markets'][number] | undefined;
  boardId: string | undefined;
  choose: (marketId: string) => void;
}

const ScopeContext = createContext<Scope | undefined>(undefined);
const REMEMBERED = 'cho40.market';

export function ScopeProvider({ children }: { children: ReactNode }) {
  const { markets, boards } = useSession();
  const [chosen, setChosen] = useState(() => localStorage.getItem(REMEMBERED));
  const scope = useMemo<Scope>(() => {
    const market = markets.find(({ id }) => id === chosen) ?? markets[0];
    const choose = (marketId: string) => {
      localStorage.setItem(REMEMBERED, marketId);
      setChosen(marketId);
    };
    return { markets, market, boardId: market?.boardId ?? boards[0]?.id, choose };
  }, [markets, boards, chosen]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** The market chosen in the top bar; pages of one market read it and stay short. */
export function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('useScope stands outside the shell');
  return scope;
}
