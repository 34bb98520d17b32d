import { IconChevronDown, IconKey, IconLogout } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession, useSignOut } from '../api/session';
import { useWas } from './use-was';
import css from './shell.module.css';

const ChangePassword = lazy(async () => ({
  default: (await import('./change-password')).ChangePassword,
}));

/** The last two words of a Vietnamese name carry the person: Nguyễn Thị Mai → TM. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('');

/** Who is signed in, in which role and where, and the way out. A popover of the browser's own. */
export function UserMenu() {
  const t = useTranslations('shell');
  const { user, roles } = useSession();
  const signOut = useSignOut();
  const [isChanging, setChanging] = useState(false);
  const wasChanging = useWas(isChanging);
  const roleNames = [...new Set(roles.map(({ role }) => t(`role.${role}`)))].join(' · ');
  return (
    <>
      <button
        type="button"
        className={css.person}
        popoverTarget="account"
        aria-label={`${t('account')}: ${user.displayName}`}
      >
        <span className={css.initials} aria-hidden="true">
          {initialsOf(user.displayName)}
        </span>
        <span className={css.personText}>
          <span className={css.personName}>{user.displayName}</span>
          <span className={css.personRole}>{roleNames}</span>
        </span>
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
      <div id="account" popover="auto" className={css.account}>
        <p className={css.accountName}>
          {t('signedInAs')} <strong>{user.username}</strong>
        </p>
        <ul className={css.accountRoles}>
          {roles.map(({ role, scopeName }) => (
            <li key={`${role} ${scopeName}`}>
              {t(`role.${role}`)}
              <span>{scopeName}</span>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className={css.signOut}
          popoverTarget="account"
          onClick={() => setChanging(true)}
        >
          <IconKey size={17} aria-hidden="true" />
          {t('password.change')}
        </button>
        <button type="button" className={css.signOut} onClick={() => void signOut()}>
          <IconLogout size={17} aria-hidden="true" />
          {t('signOut')}
        </button>
      </div>
      <Suspense>
        {wasChanging && <ChangePassword isOpen={isChanging} onClose={() => setChanging(false)} />}
      </Suspense>
    </>
  );
}
