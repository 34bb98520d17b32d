import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Reading } from '../api/reading';
import { type Filter, ListFilters } from './list-filters';
import { ListExport } from './list-export';
import { Pager } from './pager';
import css from './paged-table.module.css';
import { RowsTable, type Column, type RowLink } from './rows-table';
import { useAddress } from './search';
import { EmptyState, ErrorState } from './states';

export type { Column } from './rows-table';
export type { Filter } from './list-filters';

export interface Page<Row> {
  items: Row[];
  next: string | null;
  total: number;
}

/** What the list is asked: hand `page` to the api as it is, and the filters it knows. */
export interface Asked {
  page: { q?: string; sort?: string; cursor?: string };
  filters: Record<string, string | undefined>;
}

interface PagedTableProps<Row> {
  /** The table's accessible name. */
  label: string;
  read: (asked: Asked) => Reading<Page<Row>>;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Where a row leads; its first cell becomes the link. */
  linkOf?: (row: Row) => RowLink | undefined;
  filters?: readonly Filter[];
  searchHint?: string;
  /** The api hands this list out as a file too (`@ListFile`). */
  exports?: boolean;
  /** Said while nothing exists yet: what would stand here and what to do next. */
  empty: { title: string; hint?: ReactNode; action?: ReactNode };
}

/** A list that the server pages, sorts and filters, 50 rows at a time; its state is the address. */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  const { filters = [], read, empty } = props;
  const t = useTranslations('parts.list');
  const [address, change] = useAddress();
  // Cursors only lead forwards: the way back is remembered, and forgotten with another question.
  const [trail, setTrail] = useState<readonly string[]>([]);
  const chosen = Object.fromEntries(filters.map(({ name }) => [name, address[name]]));
  const page = { q: address.q, sort: address.sort, cursor: trail.at(-1) };
  const asked = read({ page, filters: chosen });
  const list = useQuery({ ...asked, placeholderData: keepPreviousData });
  const isNarrowed = Boolean(address.q) || Object.values(chosen).some(Boolean);
  const ask = (changed: Record<string, string | undefined>) => {
    setTrail([]);
    change(changed);
  };
  return (
    <div className={css.list}>
      <ListFilters filters={filters} searchHint={props.searchHint} chosen={address} ask={ask} />
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.total === 0 && !isNarrowed && <EmptyState {...empty} />}
      {list.data?.total === 0 && isNarrowed && (
        <EmptyState title={t('nothingFound')} hint={t('nothingFoundHint')} />
      )}
      {!list.isError && list.data?.total !== 0 && (
        <RowsTable
          {...props}
          rows={list.data?.items}
          isStale={list.isPlaceholderData}
          sort={address.sort}
          onSort={(sort) => ask({ sort })}
        />
      )}
      {list.data && list.data.total > 0 && (
        <Pager page={list.data} trail={trail} setTrail={setTrail}>
          {props.exports && <ListExport list={asked} />}
        </Pager>
      )}
    </div>
  );
}
