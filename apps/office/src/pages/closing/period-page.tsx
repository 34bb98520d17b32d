import { Button, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { useScope } from '../../scope';
import { Checklist } from './checklist';
import { NoBoard } from './no-board';
import { TrialBalance } from './trial-balance';

export type PeriodView = BodyOf<'/api/v1/boards/{id}/periods/month'>;

/** One month: what stands open before it is closed, or how it was closed. */
export function PeriodPage() {
  const t = useTranslations('closing.periods');
  const { month } = useParams({ from: '/periods/$month' });
  const { boardId } = useScope();
  if (!boardId) return <NoBoard title={t('title')} />;
  return <MonthOf boardId={boardId} month={month} />;
}

function MonthOf({ boardId, month }: { boardId: string; month: string }) {
  const period = useQuery(
    reading('/api/v1/boards/{id}/periods/month', { path: { id: boardId }, query: { month } }),
  );
  if (period.isPending) return <Waiting />;
  if (period.isError)
    return <ErrorState error={period.error} onRetry={() => void period.refetch()} />;
  return <Shown boardId={boardId} period={period.data} />;
}

function Shown({ boardId, period }: { boardId: string; period: PeriodView }) {
  const t = useTranslations('closing');
  const format = useFormat();
  const { month, closed, movements } = period;
  const pack = `/api/v1/boards/${boardId}/periods/proof-pack?month=${month}`;
  const state = closed
    ? t('period.isClosed', { at: format.instant(closed.closedAt), name: closed.closedByName })
    : t('period.isOpen');
  return (
    <>
      <PageHeader
        title={t('period.title', { month: format.month(month) })}
        subtitle={state}
        crumbs={[{ label: t('periods.title'), to: '/periods' }]}
        actions={
          <Button
            component="a"
            href={pack}
            variant="default"
            leftSection={<IconFileZip size={18} aria-hidden="true" />}
          >
            {t(closed ? 'period.pack' : 'period.packDraft')}
          </Button>
        }
      />
      <Checklist boardId={boardId} period={period} />
      <Section title={t('period.balance')} hint={t('period.balanceHint')} isFlush>
        <TrialBalance movements={movements} />
      </Section>
      {closed && (
        <Section title={t('period.hash')}>
          <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
            {closed.hash}
          </Text>
        </Section>
      )}
    </>
  );
}
