import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { InstantText, Money } from '../../parts/figures';
import { PageHeader, Section } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { ReasonDrawer } from '../../parts/reason-drawer';

type Gap = BodyOf<'/api/v1/cash/device-gaps'>['items'][number];
type Incident = ItemOf<'/api/v1/device-incidents'>;

/** Collectors' phones: numbers that have not come, and phones that were copied. */
export function PhonesPage() {
  const t = useTranslations('safe.phones');
  const [answered, setAnswered] = useState<Incident>();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Gaps />
      <Section title={t('incidents')} hint={t('incidentsHint')}>
        <PagedTable<Incident>
          label={t('incidents')}
          read={({ page }) =>
            reading('/api/v1/device-incidents', { query: { cursor: page.cursor } })
          }
          columns={useIncidentColumns(setAnswered)}
          keyOf={({ id }) => id}
          empty={{ title: t('noIncident'), hint: t('noIncidentHint') }}
        />
      </Section>
      {answered && <AnswerDrawer incident={answered} onClose={() => setAnswered(undefined)} />}
    </>
  );
}

function Gaps() {
  const t = useTranslations('safe.phones');
  const gaps = useQuery(reading('/api/v1/cash/device-gaps', {}));
  const columns = useGapColumns();
  return (
    <Section title={t('gaps')} hint={t('gapsHint')}>
      {gaps.isError && <ErrorState error={gaps.error} onRetry={() => void gaps.refetch()} />}
      {gaps.data?.items.length === 0 && <EmptyState title={t('noGap')} hint={t('noGapHint')} />}
      {!gaps.isError && gaps.data?.items.length !== 0 && (
        <RowsTable<Gap>
          label={t('gaps')}
          rows={gaps.data?.items}
          columns={columns}
          keyOf={({ deviceId, fromNumber }) => `${deviceId} ${fromNumber}`}
        />
      )}
    </Section>
  );
}

/** The end of a phone's id is enough to tell two phones apart. */
const shortId = (deviceId: string) => deviceId.slice(-6).toUpperCase();
const span = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);

function useGapColumns(): readonly Column<Gap>[] {
  const t = useTranslations('safe.phones');
  return [
    { key: 'device', title: t('device'), cell: ({ deviceId }) => <code>{shortId(deviceId)}</code> },
    { key: 'numbers', title: t('missing'), cell: (gap) => span(gap.fromNumber, gap.toNumber) },
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    { key: 'next', title: t('next'), cell: ({ nextTakenAt }) => <InstantText at={nextTakenAt} /> },
  ];
}

function useIncidentColumns(act: (incident: Incident) => void): readonly Column<Incident>[] {
  const t = useTranslations('safe.phones');
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => <InstantText at={at} /> },
    {
      key: 'device',
      title: t('device'),
      cell: ({ deviceId, deviceNumber, standingNumber }) => (
        <>
          <code>{shortId(deviceId)}</code>{' '}
          {t('numberOf', { number: deviceNumber, receipt: standingNumber })}
        </>
      ),
    },
    {
      key: 'payer',
      title: t('payer'),
      cell: ({ stallCode, vendorName }) => `${stallCode} · ${vendorName}`,
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    { key: 'collector', title: t('collector'), cell: ({ collectorName }) => collectorName },
    {
      key: 'state',
      title: t('state'),
      cell: (incident) => <State incident={incident} onAnswer={() => act(incident)} />,
    },
  ];
}

/** Whether the money was told again under a number of its own, and what people say of it. */
function State({ incident, onAnswer }: { incident: Incident; onAnswer: () => void }) {
  const t = useTranslations('safe.phones');
  const mayAnswer = useMay('cash.manage');
  const { keptNumber, answer: said, answeredByName, collectorName } = incident;
  return (
    <>
      <StatusBadge tone={keptNumber ? 'good' : 'attention'}>
        {keptNumber ? t('kept', { number: keptNumber }) : t('notKept')}
      </StatusBadge>{' '}
      {said && (
        <small>
          {said} ({answeredByName})
        </small>
      )}
      {!said && mayAnswer && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={onAnswer}
          aria-label={`${t('answer')}: ${collectorName}`}
        >
          {t('answer')}
        </Button>
      )}
    </>
  );
}

function AnswerDrawer({ incident: { id }, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useTranslations('safe.phones');
  return (
    <ReasonDrawer
      title={t('answer')}
      hint={t('answerHint')}
      savedMessage={t('answered')}
      isOpen
      onClose={onClose}
      send={({ reason }) =>
        answer(
          api.POST('/api/v1/device-incidents/{id}/answer', {
            params: { path: { id } },
            body: { answer: reason },
          }),
        )
      }
      invalidates={['/api/v1/device-incidents']}
    />
  );
}
