import { IconBuildingStore, IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/session';
import { useScope } from '../scope';
import css from './shell.module.css';

/** Which market the pages speak of; grouped by board where somebody sees several. */
export function ScopeSwitch() {
  const { boards } = useSession();
  const { markets, market } = useScope();
  if (!market) return null;
  if (markets.length > 1) return <MarketSelect />;
  return (
    <div className={css.scope}>
      <span className={css.scopeMarket}>{market.name}</span>
      <span className={css.scopeBoard}>{boards.find(({ id }) => id === market.boardId)?.name}</span>
    </div>
  );
}

/** The browser's own select: it needs no code, and a phone shows it its own way. */
function MarketSelect() {
  const t = useTranslations('shell');
  const { boards } = useSession();
  const { markets, market, choose } = useScope();
  const groups = boards
    .map(({ id, name }) => ({ id, name, own: markets.filter(({ boardId }) => boardId === id) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className={css.scopeSelect}>
      <IconBuildingStore size={18} stroke={1.7} aria-hidden="true" />
      <select
        aria-label={t('market')}
        value={market?.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {groups.map(({ id, name, own }) => (
          <optgroup key={id} label={name}>
            {own.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <IconChevronDown size={16} aria-hidden="true" />
    </div>
  );
}
