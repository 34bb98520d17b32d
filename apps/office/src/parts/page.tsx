import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId } from 'react';
import { useTranslations } from 'use-intl';
import css from './page.module.css';

interface Crumb {
  label: string;
  to: string;
}

interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** Buttons on the right; they wrap below the title on a phone. */
  actions?: ReactNode;
  /** The pages above this one, nearest last. */
  crumbs?: readonly Crumb[];
}

/** The one `h1` of a page, its line of explanation and its actions; also names the browser tab. */
export function PageHeader({ title, subtitle, actions, crumbs }: PageHeaderProps) {
  const t = useTranslations('shell');
  useEffect(() => {
    document.title = `${title} · Chợ 4.0`;
  }, [title]);
  return (
    <header className={css.header}>
      <div className={css.words}>
        {crumbs && (
          <nav aria-label={t('breadcrumbs')} className={css.crumbs}>
            {crumbs.map(({ label, to }) => (
              <Link key={to} to={to}>
                {label}
              </Link>
            ))}
          </nav>
        )}
        <h1 className={css.title}>{title}</h1>
        {subtitle && <p className={css.subtitle}>{subtitle}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}

interface SectionProps {
  title: string;
  hint?: ReactNode;
  aside?: ReactNode;
  /** The content reaches the card's edges, as tables do. */
  isFlush?: boolean;
  children: ReactNode;
}

/** A titled card of a page. */
export function Section({ title, hint, aside, isFlush, children }: SectionProps) {
  const id = useId();
  return (
    <section className={css.section} data-flush={isFlush || undefined} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <div>
          <h2 id={id} className={css.sectionTitle}>
            {title}
          </h2>
          {hint && <p className={css.sectionHint}>{hint}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Facts of one thing, word and value: `<Facts rows={[[t('code'), market.code]]} />`. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The choices a whole page is about, under its header; not printed, where they are a sentence. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={css.toolbar}>{children}</div>;
}

/** A row of equal tiles or cards that wraps by itself. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className={css.tiles}>{children}</div>;
}
