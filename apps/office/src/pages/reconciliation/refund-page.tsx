import { Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { useFormat } from '../../format';
import { DateText, InstantText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { RefundActs } from './refund-acts';
import { RefundState, useRefundOf } from './refund-words';

type RefundDetail = BodyOf<'/api/v1/refunds/{id}'>;

/** One refund: whose money, to whom, where it stands, and who did what with it. */
export function RefundPage() {
  const t = useTranslations('reconciliation.refunds');
  const format = useFormat();
  const { id } = useParams({ from: '/refunds/$id' });
  const refund = useQuery(reading('/api/v1/refunds/{id}', { path: { id } }));
  const refundOf = useRefundOf();
  if (refund.isError)
    return <ErrorState error={refund.error} onRetry={() => void refund.refetch()} />;
  if (!refund.data) return <Waiting />;
  return (
    <>
      <PageHeader
        title={t('titleOf', { amount: format.money(refund.data.amount) })}
        subtitle={refundOf(refund.data)}
        crumbs={[{ label: t('title'), to: '/refunds' }]}
        actions={<RefundActs refund={refund.data} />}
      />
      <RefundFacts refund={refund.data} />
      <Steps steps={refund.data.steps} />
    </>
  );
}

function RefundFacts({ refund }: { refund: RefundDetail }) {
  const t = useTranslations('reconciliation.refunds');
  const words = useTranslations('reconciliation.refund');
  const { state, amount, payee, reason, leaseId, recordId, paidOn, paidRecordId, payout } = refund;
  const rows: [string, React.ReactNode][] = [
    [t('amount'), <Money key="amount" amount={amount} />],
    [t('payee'), payee ?? t('masked')],
    [words('payout'), words(`payoutValue.${payout}`)],
    [t('reason'), reason],
    [
      t('of'),
      leaseId ? (
        <Link key="of" to="/lease-accounts/$id" params={{ id: leaseId }}>
          {t('openLease')}
        </Link>
      ) : (
        <Link key="of" to="/workbench/$id" params={{ id: recordId ?? '' }}>
          {t('openRecord')}
        </Link>
      ),
    ],
  ];
  if (paidOn) rows.push([t('paidOn'), <DateText key="paidOn" day={paidOn} />]);
  if (paidRecordId)
    rows.push([
      t('paidBy'),
      <Link key="paidBy" to="/workbench/$id" params={{ id: paidRecordId }}>
        {t('openRecord')}
      </Link>,
    ]);
  return (
    <Section
      title={t('facts')}
      hint={t(state === 'paid' && payout === 'cash' ? 'next.paidInCash' : `next.${state}`)}
      aside={<RefundState state={state} />}
    >
      <Facts rows={rows} />
    </Section>
  );
}

/** Every step, the newest first, as on a record's page. */
function Steps({ steps }: { steps: RefundDetail['steps'] }) {
  const t = useTranslations('reconciliation.refunds');
  const record = useTranslations('reconciliation.record');
  return (
    <Section title={t('steps')} hint={record('trailHint')}>
      <Timeline active={0} bulletSize={14} lineWidth={2}>
        {steps.toReversed().map(({ step, at, byName, reason, recordId }) => (
          <Timeline.Item key={`${step} ${at}`} title={t(`step.${step}`)}>
            {reason && <div>{reason}</div>}
            <small>
              <InstantText at={at} /> · {byName}
              {recordId && (
                <>
                  {' · '}
                  <Link to="/workbench/$id" params={{ id: recordId }}>
                    {t('openRecord')}
                  </Link>
                </>
              )}
            </small>
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
}
