import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { InstantText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { DecisionTrail } from './decision-trail';
import { PaidFor } from './paid-for';
import { RecordActions } from './record-actions';
import css from './record.module.css';
import { PaymentReceipt } from './payment-receipt';
import { RecordTies } from './record-ties';
import { RecordState, signedAmount } from './record-state';
import { creditedTo } from './credited';
import { TiedTo } from './tied-to';

export type RecordDetail = BodyOf<'/api/v1/bank-records/{id}'>;

export function BankRecordPage() {
  const { id = '' } = useParams({ strict: false });
  const record = useQuery(reading('/api/v1/bank-records/{id}', { path: { id } }));
  if (record.isError)
    return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  return record.data ? <Detail record={record.data} /> : <Waiting />;
}

function Detail({ record }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation');
  const format = useFormat();
  const amount = format.money(signedAmount(record));
  return (
    <>
      <PageHeader
        title={t('record.title', { amount })}
        crumbs={[{ label: t('title'), to: '/workbench' }]}
        actions={
          <>
            <RecordActions record={record} />
            <RecordTies record={record} />
          </>
        }
      />
      <WhatTheBankSays record={record} />
      <Outcome record={record} />
      <TiedTo record={record} />
      <DecisionTrail decisions={record.decisions} />
    </>
  );
}

function WhatTheBankSays({ record }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation');
  return (
    <Section title={t('record.what')} hint={record.isMasked ? t('record.masked') : undefined}>
      <Facts
        rows={[
          [t('amount'), <Money key="amount" amount={signedAmount(record)} />],
          [t('record.booked'), <InstantText key="booked" at={record.bookedAt} />],
          [t('record.account'), `${record.bin} / ${record.accountNumber}`],
          [t('record.payer'), record.counterName ?? '—'],
          [t('record.payerAccount'), record.counterAccount ?? '—'],
          [t('record.reference'), record.reference ?? '—'],
          [t('record.seen'), <SeenIn key="seen" record={record} />],
        ]}
      />
      <p className={css.quote}>{record.content || '—'}</p>
    </Section>
  );
}

/** Both sources of one transfer stand side by side; an unproven one says what it waits for. */
function SeenIn({ record: { sightings } }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation.record');
  const sources = [...new Set(sightings.map(({ source }) => t(`seenIn.${source}`)))].join(', ');
  const isProven = sightings.some(({ confirms }) => confirms);
  return isProven ? sources : `${sources} (${t('notProven')})`;
}

function Outcome({ record }: { record: RecordDetail }) {
  const t = useTranslations('reconciliation');
  const words = useTranslations('queue.classify');
  const { credited, reason, codes, decisions, outcomes, payment } = record;
  const repairs = decisions.flatMap(({ evidence }) => evidence.repairs ?? []);
  const rows: [string, React.ReactNode][] = [
    [t('outcome'), credited ? t('stallOf', creditedTo(credited)) : '—'],
    [t('record.codes'), codes.length > 0 ? codes.join(', ') : t('record.noCodes')],
  ];
  if (record.class) rows.push([words('class'), t(`class.${record.class}`)]);
  if (repairs.length > 0) rows.push([t('record.repairs'), repairs.join(', ')]);
  if (outcomes.length > 0)
    rows.push([t('outcomeTitle'), outcomes.map((name) => t(`outcomes.${name}`)).join('; ')]);
  if (payment)
    rows.push(
      [t('paidAt'), <InstantText key="paid" at={payment.paidAt} />],
      [t('recordedAt'), <InstantText key="recorded" at={payment.recordedAt} />],
      [t('creditLeft'), <Money key="credit" amount={payment.credit} />],
    );
  return (
    <Section
      title={t('record.standing')}
      hint={reason ? t(`reason.${reason}`) : undefined}
      aside={<RecordState state={record.state} />}
    >
      <Facts rows={rows} />
      {credited && (
        <div className={css.parts}>
          <PaidFor record={record} />
          <PaymentReceipt paymentId={credited.paymentId} />
        </div>
      )}
    </Section>
  );
}
