import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from './choice';
import css from './paged-table.module.css';

/** A choice that narrows a list; its name is the one in the address. */
export interface Filter {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

interface ListFiltersProps {
  filters: readonly Filter[];
  searchHint?: string;
  chosen: Record<string, string | undefined>;
  ask: (changed: Record<string, string | undefined>) => void;
}

export function ListFilters({ filters, searchHint, chosen, ask }: ListFiltersProps) {
  const t = useTranslations();
  if (filters.length === 0 && !searchHint) return null;
  const isNarrowed = filters.some(({ name }) => chosen[name]);
  const clear = () => ask(Object.fromEntries(filters.map(({ name }) => [name, undefined])));
  return (
    <div className={css.filters} role="search" aria-label={t('parts.list.filters')}>
      {searchHint && <SearchBox hint={searchHint} value={chosen.q ?? ''} ask={ask} />}
      {filters.map(({ name, label, options }) => (
        <Choice
          key={name}
          label={label}
          placeholder={label}
          options={options}
          value={chosen[name] ?? null}
          onChange={(value) => ask({ [name]: value })}
        />
      ))}
      {isNarrowed && (
        <Button variant="subtle" onClick={clear}>
          {t('act.clear')}
        </Button>
      )}
    </div>
  );
}

const PAUSE_MS = 300;

interface SearchBoxProps {
  hint: string;
  value: string;
  ask: ListFiltersProps['ask'];
}

/** Asks when the typing pauses, so that each letter is not a request. */
function SearchBox({ hint, value, ask }: SearchBoxProps) {
  const t = useTranslations('act');
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback((q: string) => ask({ q: q.trim() || undefined }), PAUSE_MS);
  const type = (text: string) => {
    setTyped(text);
    search(text);
  };
  const clear = <CloseButton size="sm" aria-label={t('clear')} onClick={() => type('')} />;
  return (
    <TextInput
      className={css.search}
      type="search"
      aria-label={hint}
      placeholder={hint}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={17} aria-hidden="true" />}
      rightSection={typed ? clear : null}
    />
  );
}
