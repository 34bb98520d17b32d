import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import css from './today.module.css';

type Platform = BodyOf<'/api/v1/platform/today'>;

/** Whether the figures above may be trusted: checks, backup, work that failed. */
export function Books() {
  const t = useTranslations('today');
  const platform = useQuery(reading('/api/v1/platform/today', {}));
  return (
    <Section title={t('books')}>
      {platform.isPending && <Waiting />}
      {platform.isError && (
        <ErrorState error={platform.error} onRetry={() => void platform.refetch()} />
      )}
      {platform.data && <Lights platform={platform.data} />}
    </Section>
  );
}

function Lights({ platform }: { platform: Platform }) {
  const t = useTranslations('today');
  const format = useFormat();
  const { lastCheckAt, openViolations, stoppedBoards, lastBackup, deadJobs } = platform;
  const checkTone: Tone = openViolations > 0 ? 'bad' : lastCheckAt ? 'good' : 'waiting';
  const checkWord =
    openViolations > 0
      ? t('checkedBad', { count: openViolations })
      : t(lastCheckAt ? 'checkedClean' : 'checkedNever');
  return (
    <>
      {stoppedBoards.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('stopped')} mb="md">
          {t('stoppedHint')}
        </Alert>
      )}
      <dl className={css.lights}>
        <Light name={t('checked')} at={lastCheckAt && format.instant(lastCheckAt)}>
          <StatusBadge tone={checkTone}>{checkWord}</StatusBadge>
        </Light>
        <Light name={t('backup')} at={lastBackup && megabytes(lastBackup.bytes)}>
          <StatusBadge tone={lastBackup ? 'good' : 'attention'}>
            {lastBackup ? format.instant(lastBackup.at) : t('backupNone')}
          </StatusBadge>
        </Light>
        <Light name={t('deadJobs')} at={null}>
          <StatusBadge tone={deadJobs > 0 ? 'attention' : 'good'}>
            {deadJobs > 0 ? t('deadSome', { count: deadJobs }) : t('deadNone')}
          </StatusBadge>
        </Light>
      </dl>
    </>
  );
}

const MEGABYTE = 1_000_000;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;

function Light({ name, at, children }: { name: string; at: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {at && <span className={css.at}>{at}</span>}
      </dd>
    </div>
  );
}
