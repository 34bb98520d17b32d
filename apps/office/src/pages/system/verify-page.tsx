import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { InstantText } from '../../parts/figures';
import { SubmitError } from '../../parts/submit-error';
import { PageHeader, Section, Tiles } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { StatTile } from '../../parts/stat-tile';
import { StatusBadge } from '../../parts/status-badge';
import { toast } from '../../parts/toast';
import css from './system.module.css';

type Checks = BodyOf<'/api/v1/checks'>;
type Violation = Checks['violations'][number];

/** How the books stand: every rule, the last run, what is open. */
export function VerifyPage() {
  const t = useTranslations('system.verify');
  const mayRun = useMay('system.operate');
  const checks = useQuery(reading('/api/v1/checks', {}));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={mayRun && <Run />} />
      {checks.isPending && <Waiting />}
      {checks.isError && <ErrorState error={checks.error} onRetry={() => void checks.refetch()} />}
      {checks.data && <Standing checks={checks.data} />}
    </>
  );
}

function Run() {
  const t = useTranslations('system.verify');
  const run = useSubmit({
    send: () => answer(api.POST('/api/v1/checks/run')),
    invalidates: ['/api/v1/checks', '/api/v1/platform/today'],
    onDone: () => toast(t('ran')),
  });
  return (
    <>
      <SubmitError error={run.error} />
      <Button
        leftSection={<IconPlayerPlay size={17} aria-hidden="true" />}
        loading={run.isPending}
        onClick={() => run.mutate(undefined)}
      >
        {t('run')}
      </Button>
    </>
  );
}

function Standing({ checks }: { checks: Checks }) {
  const t = useTranslations('system.verify');
  const { lastRun, results, violations } = checks;
  return (
    <>
      <Tiles>
        <LastRun run={lastRun} />
        <StatTile label={t('rules')} value={results.length} />
        <StatTile
          label={t('violations')}
          value={violations.length}
          tone={violations.length > 0 ? 'bad' : 'good'}
        />
      </Tiles>
      <Section title={t('openTitle')} isFlush={violations.length > 0}>
        {violations.length === 0 ? (
          <EmptyState
            title={t(lastRun ? 'clean' : 'never')}
            hint={t(lastRun ? 'cleanHint' : 'neverHint')}
          />
        ) : (
          <Violations violations={violations} />
        )}
      </Section>
      <Section title={t('rulesTitle')} hint={t('rulesHint')} isFlush>
        <Results results={results} />
      </Section>
    </>
  );
}

type Result = Checks['results'][number];

/** Every rule with what it last said, those that found something first. */
function Results({ results }: { results: readonly Result[] }) {
  const t = useTranslations('system.verify');
  const format = useFormat();
  const columns: readonly Column<Result>[] = [
    {
      key: 'rule',
      title: t('rule'),
      cell: ({ invariant }) => <code className={css.rule}>{invariant}</code>,
    },
    {
      key: 'said',
      title: t('said'),
      cell: ({ checkedAt, violations }) => {
        if (!checkedAt) return <StatusBadge tone="quiet">{t('notYet')}</StatusBadge>;
        const count = format.count(violations);
        return violations === 0 ? (
          <StatusBadge tone="good">{t('holds')}</StatusBadge>
        ) : (
          <StatusBadge tone="bad">{t('broken', { count })}</StatusBadge>
        );
      },
    },
    {
      key: 'at',
      title: t('at'),
      cell: ({ checkedAt }) => (checkedAt ? <InstantText at={checkedAt} /> : '—'),
    },
  ];
  return (
    <RowsTable
      label={t('rulesTitle')}
      rows={results.toSorted((one, other) => other.violations - one.violations)}
      columns={columns}
      keyOf={({ invariant }) => invariant}
    />
  );
}

function LastRun({ run }: { run: Checks['lastRun'] }) {
  const t = useTranslations('system.verify');
  const format = useFormat();
  if (!run) return <StatTile label={t('last')} value={t('never')} tone="attention" />;
  const ended = run.endedAt ? format.instant(run.endedAt) : t('running');
  return <StatTile label={t('last')} value={ended} />;
}

function Violations({ violations }: { violations: readonly Violation[] }) {
  const t = useTranslations('system.verify');
  const columns: readonly Column<Violation>[] = [
    { key: 'rule', title: t('rule'), cell: ({ invariant }) => <code>{invariant}</code> },
    { key: 'row', title: t('row'), cell: ({ rowKey }) => <code>{rowKey}</code> },
    { key: 'facts', title: t('facts'), cell: ({ facts }) => <code>{JSON.stringify(facts)}</code> },
    { key: 'found', title: t('found'), cell: ({ foundAt }) => <InstantText at={foundAt} /> },
  ];
  return (
    <RowsTable
      label={t('openTitle')}
      rows={violations}
      columns={columns}
      keyOf={({ boardId, invariant, rowKey }) => `${boardId} ${invariant} ${rowKey}`}
    />
  );
}
