import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePermissions, useSession } from '../api/session';
import { isLanguageChosen, useSetLanguage } from '../language';
import { mayOpen, navigation } from '../navigation';
import { Denied } from '../parts/states';
import { Toasts } from '../parts/toast';
import { LanguageSwitch } from './language-switch';
import { ScopeSwitch } from './scope-switch';
import css from './shell.module.css';
import { SideNav } from './side-nav';
import { useWas } from './use-was';
import { UserMenu } from './user-menu';

// Fetched when it is opened: the first page should not wait for a drawer.
const PhoneNav = lazy(async () => ({ default: (await import('./phone-nav')).PhoneNav }));

/**
 * Whether the page at a path belongs to somebody with these rights. The first page is everybody's:
 * it sends on those who have no day of money.
 */
function useMayOpen(path: string): boolean {
  const permissions = usePermissions();
  const page = navigation
    .flatMap((group) => group.pages)
    .find(({ to }) => to !== '/' && (path === to || path.startsWith(`${to}/`)));
  return !page || mayOpen(page, permissions);
}

/** A new page is read from its beginning: by eyes from the top, by screen readers from `main`. */
function useFreshStart(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return main;
}

/** On a computer where nobody chose a language, the account's own is spoken. */
function useOwnLanguage() {
  const { locale } = useSession().user;
  const setLanguage = useSetLanguage();
  useEffect(() => {
    if (!isLanguageChosen()) setLanguage(locale);
  }, [locale, setLanguage]);
}

export function Shell() {
  const t = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const wasOpened = useWas(isOpen);
  const open = () => setOpen(true);
  const close = () => setOpen(false);
  const path = useLocation({ select: (location) => location.pathname });
  const isAllowed = useMayOpen(path);
  const main = useFreshStart(path);
  useOwnLanguage();
  return (
    <div className={css.frame}>
      <a href="#content" className={css.skip}>
        {t('skip')}
      </a>
      <aside className={css.side} aria-label={t('product')}>
        <div className={css.sideScroll}>
          <SideNav />
        </div>
      </aside>
      <header className={css.bar}>
        <ActionIcon
          className={css.burger}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('openMenu')}
          onClick={open}
        >
          <IconMenu2 size={22} />
        </ActionIcon>
        <ScopeSwitch />
        <div className={css.push} />
        <LanguageSwitch />
        <UserMenu />
      </header>
      <Suspense>{wasOpened && <PhoneNav isOpen={isOpen} onClose={close} />}</Suspense>
      <main id="content" ref={main} tabIndex={-1} className={css.main}>
        {isAllowed ? <Outlet /> : <Denied isPage />}
      </main>
      <Toasts />
    </div>
  );
}
