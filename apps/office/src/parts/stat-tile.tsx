import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import css from './stat-tile.module.css';

interface StatTileProps {
  label: string;
  value: ReactNode;
  /** What the figure is made of, or what to do about it. */
  note?: ReactNode;
  tone?: 'plain' | 'good' | 'attention' | 'bad';
  /** Where the figure opens to. */
  to?: string;
  isLoading?: boolean;
}

/** One figure that matters, with what it is made of. */
export function StatTile({ label, value, note, tone = 'plain', to, isLoading }: StatTileProps) {
  return (
    <div className={css.tile} data-tone={tone}>
      <div className={css.label}>
        {to ? (
          <Link to={to} className={css.link}>
            {label}
          </Link>
        ) : (
          label
        )}
      </div>
      <div className={css.value}>
        {isLoading ? <Skeleton height="1.9rem" width="60%" /> : value}
      </div>
      {note && <div className={css.note}>{note}</div>}
    </div>
  );
}
