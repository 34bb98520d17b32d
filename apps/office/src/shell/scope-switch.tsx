import { Select } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/session';
import { useScope } from '../scope';
import css from './shell.module.css';

/** Which market the pages speak of; grouped by board where somebody sees several. */
export function ScopeSwitch() {
  const t = useTranslations('shell');
  const { boards } = useSession();
  const { markets, market, choose } = useScope();
  const options = useMemo(
    () =>
      boards
        .map(({ id, name }) => ({
          group: name,
          items: markets
            .filter(({ boardId }) => boardId === id)
            .map((one) => ({ value: one.id, label: one.name })),
        }))
        .filter(({ items }) => items.length > 0),
    [boards, markets],
  );
  if (!market) return null;
  const boardName = boards.find(({ id }) => id === market.boardId)?.name;
  if (markets.length === 1) {
    return (
      <div className={css.scope}>
        <span className={css.scopeMarket}>{market.name}</span>
        <span className={css.scopeBoard}>{boardName}</span>
      </div>
    );
  }
  return (
    <Select
      className={css.scopeSelect}
      aria-label={t('market')}
      data={options}
      value={market.id}
      onChange={(id) => id && choose(id)}
      searchable
      nothingFoundMessage={t('noMatch')}
      leftSection={<IconBuildingStore size={17} aria-hidden="true" />}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      maxDropdownHeight={420}
    />
  );
}
