import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { RowsTable } from '../../parts/rows-table';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import { BatchLines } from './batch-lines';
import { BatchState } from './batch-state';
import { STALE } from './stale';

type Detail = BodyOf<'/api/v1/settlement-batches/{id}'>;
type Candidate = Detail['candidates'][number];

export function BatchPage() {
  const { id = '' } = useParams({ strict: false });
  const batch = useQuery(reading('/api/v1/settlement-batches/{id}', { path: { id } }));
  if (batch.isError) return <ErrorState error={batch.error} onRetry={() => void batch.refetch()} />;
  return batch.data ? <Batch batch={batch.data} /> : <Waiting />;
}

function Batch({ batch }: { batch: Detail }) {
  const t = useTranslations('settlements');
  const format = useFormat();
  const { walletName: wallet, number, state, told } = batch;
  return (
    <>
      <PageHeader
        title={t('batchOf', { wallet, number })}
        crumbs={[{ label: t('title'), to: '/settlements' }]}
        actions={state === 'proven' && <Untie batch={batch} />}
      />
      <Sums batch={batch} />
      {state !== 'proven' && <Candidates batch={batch} />}
      {told.length > 0 && (
        <Section title={t('told')}>
          {told.map(({ fileName: file, rowNumber: row, why, amount, standingAmount }) => (
            <p key={`${file} ${row}`}>
              {t(`toldWhy.${why}`, {
                row,
                file,
                amount: format.money(amount),
                standing: format.money(standingAmount ?? 0),
              })}
            </p>
          ))}
        </Section>
      )}
      <BatchLines batchId={batch.id} />
    </>
  );
}

function Sums({ batch }: { batch: Detail }) {
  const t = useTranslations('settlements');
  const { gross, refunds, fees, net, state, recordId, bookedOn } = batch;
  const booked: [string, ReactNode][] =
    recordId && bookedOn
      ? [
          [
            t('booked'),
            <span key="booked">
              <DateText day={bookedOn} />
              {' · '}
              <Link to="/workbench/$id" params={{ id: recordId }}>
                {t('record')}
              </Link>
            </span>,
          ],
        ]
      : [];
  return (
    <Section title={t('sums')}>
      <Facts
        rows={[
          [t('state'), <BatchState key="state" state={state} />],
          [t('account'), batch.accountNumber],
          [t('gross'), <Money key="gross" amount={gross} />],
          [t('refunds'), <Money key="refunds" amount={refunds} />],
          [t('fees'), <Money key="fees" amount={fees} />],
          [t('net'), <Money key="net" amount={net} />],
          ...booked,
        ]}
      />
    </Section>
  );
}

function Candidates({ batch }: { batch: Detail }) {
  const t = useTranslations('settlements');
  const mayDecide = useMay('reconciliation.decide');
  const [tied, setTied] = useState<Candidate | null>(null);
  const columns = [
    {
      key: 'booked',
      title: t('booked'),
      cell: ({ bookedOn }: Candidate) => <DateText day={bookedOn} />,
    },
    { key: 'content', title: t('content'), cell: ({ content }: Candidate) => content },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right' as const,
      cell: ({ amount }: Candidate) => <Money amount={amount} />,
    },
    {
      key: 'difference',
      title: t('difference'),
      align: 'right' as const,
      cell: ({ difference }: Candidate) =>
        difference === 0 ? t('same') : <Money amount={difference} />,
    },
    {
      key: 'act',
      title: t('act'),
      cell: (one: Candidate) =>
        mayDecide && one.difference === 0 ? (
          <Button size="xs" onClick={() => setTied(one)}>
            {t('tie.action')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Section title={t('candidates')} hint={t('candidatesHint')}>
      {batch.candidates.length === 0 ? (
        <EmptyState title={t('noCandidates')} hint={t('noCandidatesHint')} />
      ) : (
        <RowsTable
          label={t('candidates')}
          rows={batch.candidates}
          columns={columns}
          keyOf={({ recordId }) => recordId}
        />
      )}
      <ReasonDrawer
        title={t('tie.title')}
        hint={t('tie.hint')}
        saveLabel={t('tie.action')}
        savedMessage={t('tie.saved')}
        isOpen={tied !== null}
        onClose={() => setTied(null)}
        send={({ reason }, key) =>
          answer(
            api.POST('/api/v1/settlement-batches/{id}/tie', {
              params: { path: { id: batch.id } },
              body: { recordId: tied?.recordId ?? '', since: tied?.since, reason },
              ...once(key),
            }),
          )
        }
        invalidates={STALE}
      />
    </Section>
  );
}

function Untie({ batch }: { batch: Detail }) {
  const t = useTranslations('settlements.untie');
  const [isOpen, setOpen] = useState(false);
  if (!useMay('reconciliation.decide')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      <ReasonDrawer
        title={t('title')}
        hint={t('hint')}
        saveLabel={t('action')}
        savedMessage={t('saved')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        send={({ reason }, key) =>
          answer(
            api.POST('/api/v1/settlement-batches/{id}/untie', {
              params: { path: { id: batch.id } },
              body: { reason },
              ...once(key),
            }),
          )
        }
        invalidates={STALE}
      />
    </>
  );
}
