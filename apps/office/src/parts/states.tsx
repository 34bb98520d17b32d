import { Button, Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconInbox,
  IconLock,
  IconMapQuestion,
  IconRefresh,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { asApiError } from '../api/error';
import { useErrorSentence } from '../messages/error-sentence';
import css from './states.module.css';

interface NoticeProps {
  icon: typeof IconInbox;
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  tone?: 'quiet' | 'bad';
  /** It stands instead of a page, so its title is the page's. */
  isPage?: boolean;
}

function Notice({ icon: Icon, title, hint, action, tone = 'quiet', isPage }: NoticeProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={css.icon}>
        <Icon size={26} stroke={1.5} aria-hidden="true" />
      </span>
      <Title className={css.title}>{title}</Title>
      {hint && <p className={css.hint}>{hint}</p>}
      {action}
    </div>
  );
}

/** Nothing here yet: says what would be here and what to do next. */
export function EmptyState(props: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return <Notice icon={IconInbox} {...props} />;
}

/** What was asked for did not come: says why and lets people ask again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations();
  const sentence = useErrorSentence();
  if (asApiError(error).status === 403) return <Denied />;
  const again = onRetry && (
    <Button variant="light" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
      {t('act.retry')}
    </Button>
  );
  return (
    <Notice
      icon={IconAlertTriangle}
      tone="bad"
      title={t('parts.list.failed')}
      hint={sentence(error)}
      action={again}
    />
  );
}

export function Denied({ isPage }: { isPage?: boolean }) {
  const t = useTranslations('shell');
  return <Notice icon={IconLock} title={t('denied')} hint={t('deniedHint')} isPage={isPage} />;
}

export function Missing() {
  const t = useTranslations('shell');
  return <Notice icon={IconMapQuestion} title={t('missing')} hint={t('missingHint')} isPage />;
}

/** A bug of ours reached the page: the rest of the office stays usable. */
export function Broken() {
  const t = useTranslations();
  const reload = <Button onClick={() => location.reload()}>{t('act.reload')}</Button>;
  return (
    <Notice
      icon={IconAlertTriangle}
      tone="bad"
      isPage
      title={t('shell.broken')}
      hint={t('shell.brokenHint')}
      action={reload}
    />
  );
}

export function Waiting() {
  const t = useTranslations('shell');
  return (
    <div className={css.waiting} role="status">
      <Loader size="sm" aria-hidden="true" />
      {t('loading')}
    </div>
  );
}
