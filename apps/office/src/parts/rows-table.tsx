import { Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import css from './paged-table.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The name the api sorts by; without it the column is not sortable. */
  sort?: string;
  align?: 'right';
  /** Left out of the card that a row becomes on a phone. */
  isWideOnly?: boolean;
}

export interface RowLink {
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string>;
}

interface RowsTableProps<Row> {
  label: string;
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  linkOf?: (row: Row) => RowLink | undefined;
  isStale?: boolean;
  sort?: string;
  onSort?: (sort: string) => void;
}

/** Rows as a table, as cards at 360 px; the roles keep it a table for screen readers there too. */
export function RowsTable<Row>(props: RowsTableProps<Row>) {
  const { label, rows, columns, keyOf, isStale = false } = props;
  return (
    <div className={css.frame}>
      <table className={css.table} role="table" aria-label={label} aria-busy={!rows || isStale}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" data-stale={isStale || undefined}>
          {rows?.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column, at) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  link={at === 0 ? props.linkOf?.(row) : undefined}
                />
              ))}
            </tr>
          ))}
          {!rows && <WaitingRows columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  link: RowLink | undefined;
}

function Cell<Row>({ column, row, link }: CellProps<Row>) {
  const content = column.cell(row);
  return (
    <td
      role="cell"
      data-label={column.title}
      data-align={column.align}
      data-wide={column.isWideOnly || undefined}
    >
      {link ? (
        <Link {...link} className={css.rowLink}>
          {content}
        </Link>
      ) : (
        content
      )}
    </td>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  sort: string | undefined;
  onSort?: (sort: string) => void;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const { title, align, sort: name } = column;
  const isUp = name !== undefined && sort === name;
  const isDown = name !== undefined && sort === `-${name}`;
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconArrowsSort;
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={align}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
    >
      {name && onSort ? (
        <button
          type="button"
          className={css.sort}
          onClick={() => onSort(isUp ? `-${name}` : name)}
          data-on={isUp || isDown || undefined}
        >
          {title}
          <Icon size={14} aria-hidden="true" />
        </button>
      ) : (
        title
      )}
    </th>
  );
}

const WAITING_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

function WaitingRows({ columns }: { columns: number }) {
  const t = useTranslations('parts.list');
  return WAITING_ROWS.map((name, at) => (
    <tr key={name} role="row">
      <td role="cell" colSpan={columns}>
        <Skeleton height="1.1rem" radius="sm" />
        {at === 0 && <span className={css.unseen}>{t('busy')}</span>}
      </td>
    </tr>
  ));
}
