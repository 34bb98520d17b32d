import { IconChevronRight } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { usePermissions } from '../api/session';
import { mayOpen, type NavGroup, navigation, type NavPage } from '../navigation';
import { Mark } from './mark';
import css from './shell.module.css';

const PAGES = navigation.flatMap(({ pages }) => pages);

interface SideNavProps {
  onChoose?: () => void;
  /** Two copies may stand on one page; their ids must differ. */
  idPrefix?: string;
}

/** The brand and every page this session may open, grouped as people work. */
export function SideNav({ onChoose, idPrefix = 'nav' }: SideNavProps) {
  const t = useTranslations('shell');
  const permissions = usePermissions();
  const groups = navigation
    .map((group) => ({ ...group, pages: group.pages.filter((page) => mayOpen(page, permissions)) }))
    .filter((group) => group.pages.length > 0);
  return (
    <>
      <Link to="/" className={css.brand} onClick={onChoose}>
        <Mark size={36} />
        <span>
          <span className={css.brandName}>{t('product')}</span>
          <span className={css.brandLine}>{t('tagline')}</span>
        </span>
      </Link>
      <nav className={css.nav} aria-label={t('navigation')}>
        {groups.map((group) => (
          <Group
            key={group.label}
            group={group}
            id={`${idPrefix}-${group.label}`}
            onChoose={onChoose}
          />
        ))}
      </nav>
    </>
  );
}

interface GroupProps {
  group: NavGroup;
  id: string;
  onChoose?: () => void;
}

/** A group is open while one of its pages is looked at, and as long as somebody wants it open. */
function Group({ group, id, onChoose }: GroupProps) {
  const t = useTranslations('shell.group');
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isHere = group.pages.some((page) => stands(path, page));
  const Icon = group.icon;
  const [only, ...others] = group.pages;
  const lone = only && others.length === 0 ? only : undefined;
  if (lone) {
    return (
      <ul className={css.group}>
        <Page page={lone} icon={group.icon} onChoose={onChoose} />
      </ul>
    );
  }
  return (
    <details open={isHere}>
      <summary className={css.groupName} id={id}>
        <Icon size={18} stroke={1.7} aria-hidden="true" />
        <span className={css.push}>{t(group.label)}</span>
        <IconChevronRight className={css.chevron} size={16} aria-hidden="true" />
      </summary>
      <ul className={css.group} aria-labelledby={id}>
        {group.pages.map((page) => (
          <Page key={page.to} page={page} onChoose={onChoose} />
        ))}
      </ul>
    </details>
  );
}

/** Whether the page, or one below it, is what is looked at. */
const stands = (path: string, { to }: NavPage) => path === to || path.startsWith(`${to}/`);

interface PageProps {
  page: NavPage;
  icon?: NavGroup['icon'];
  onChoose?: () => void;
}

function Page({ page, icon: Icon, onChoose }: PageProps) {
  const t = useTranslations('shell.page');
  const hasPagesBelow = PAGES.some(({ to }) => to !== page.to && stands(to, page));
  return (
    <li>
      <Link
        to={page.to}
        className={css.link}
        data-alone={Icon ? '' : undefined}
        activeOptions={{ exact: page.to === '/' || hasPagesBelow }}
        onClick={onChoose}
      >
        {Icon && <Icon size={18} stroke={1.7} aria-hidden="true" />}
        {t(page.label)}
      </Link>
    </li>
  );
}
