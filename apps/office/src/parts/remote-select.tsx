import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Reading } from '../api/reading';

interface RemoteSelectProps<Row>
  extends Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange' | 'filter'> {
  read: (q: string | undefined) => Reading<{ items: Row[] }>;
  optionOf: (row: Row) => { value: string; label: string };
}

const PAUSE_MS = 250;
// The list stays in the landmark of its field, and is itself what scrolls: axe asks for both.
const INSIDE: Partial<SelectProps> = {
  comboboxProps: { withinPortal: false },
  withScrollArea: false,
  styles: { options: { maxHeight: '16rem', overflowY: 'auto' } },
};
const asTheServerFound: SelectProps['filter'] = ({ options }) => options;
// Enter takes the first that is offered: while the answer to what was typed is on its way, nobody is
// offered, or a quick hand would take cash for the stall above.
const nothingYet: SelectProps['filter'] = () => [];

/** A choice among too many to send: the server searches while one types. */
export function RemoteSelect<Row>({ read, optionOf, ...select }: RemoteSelectProps<Row>) {
  const t = useTranslations('shell');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const wanted = typed === chosen?.label ? '' : typed.trim();
  const [q] = useDebouncedValue(wanted, PAUSE_MS);
  const found = useQuery({ ...read(q || undefined), placeholderData: keepPreviousData });
  const isWaiting = wanted !== q || found.isPlaceholderData;
  const options = (found.data?.items ?? []).map(optionOf);
  // The chosen one stays known while the list shows something else.
  const isMissing = chosen && !options.some(({ value }) => value === chosen.value);
  return (
    <Select
      {...INSIDE}
      {...select}
      data={isMissing ? [...options, chosen] : options}
      searchable
      clearable
      filter={isWaiting ? nothingYet : asTheServerFound}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setChosen(option ? { value: option.value, label: option.label } : undefined);
        select.onChange?.(value, option);
      }}
      nothingFoundMessage={isWaiting || found.isFetching ? t('loading') : t('noMatch')}
      rightSection={found.isFetching ? <Loader size="xs" /> : undefined}
    />
  );
}
