import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../format';
import css from './paged-table.module.css';

const PAGE_ROWS = 50;

interface PagerProps {
  page: { items: readonly unknown[]; next: string | null; total: number };
  trail: readonly string[];
  setTrail: (trail: readonly string[]) => void;
  /** What else can be done with the whole list. */
  children?: ReactNode;
}

/** How many rows there are, and the way forwards and back where one page is not enough. */
export function Pager({ page, trail, setTrail, children }: PagerProps) {
  const t = useTranslations();
  const format = useFormat();
  const first = trail.length * PAGE_ROWS + 1;
  const shown = `${format.count(first)}–${format.count(first + page.items.length - 1)}`;
  const { next } = page;
  const isAlone = trail.length === 0 && next === null;
  return (
    <div className={css.pager}>
      <span aria-live="polite">
        {isAlone
          ? t('parts.list.shown', { count: page.total })
          : t('parts.list.ofTotal', { shown, total: format.count(page.total) })}
      </span>
      {children}
      {!isAlone && (
        <div className={css.pagerButtons}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={16} />}
            disabled={trail.length === 0}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            {t('act.previous')}
          </Button>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={16} />}
            disabled={next === null}
            onClick={() => next !== null && setTrail([...trail, next])}
          >
            {t('act.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
