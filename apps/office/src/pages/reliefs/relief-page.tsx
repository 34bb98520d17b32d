import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { useWaitsFor, WaitsFor } from '../../parts/approval';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DateText, InstantText, Money } from '../../parts/figures';
import { Facts, PageHeader, Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState, Waiting } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { useFeeName } from '../billing/fee';
import { ReasonDrawer } from '../../parts/reason-drawer';
import { HowMuch, ReliefState } from './relief-words';

type Relief = BodyOf<'/api/v1/reliefs/{id}'>;

const STALE = [
  '/api/v1/reliefs',
  '/api/v1/reliefs/{id}',
  '/api/v1/bills',
  '/api/v1/bills/{id}',
  '/api/v1/billing/leases/{id}',
  '/api/v1/billing/today',
];

/** A relief opened: what it says, whom it is for, what it lets off; approved by a second person. */
export function ReliefPage() {
  const t = useTranslations('reliefs');
  const { id } = useParams({ from: '/reliefs/$id' });
  const relief = useQuery(reading('/api/v1/reliefs/{id}', { path: { id } }));
  if (relief.isError)
    return <ErrorState error={relief.error} onRetry={() => void relief.refetch()} />;
  if (!relief.data) return <Waiting />;
  const { kind, document, marketName } = relief.data;
  return (
    <>
      <PageHeader
        title={`${t(`kind.${kind}`)}: ${document}`}
        subtitle={marketName}
        crumbs={[{ label: t('title'), to: '/reliefs' }]}
        actions={<Actions relief={relief.data} />}
      />
      <ReliefFacts relief={relief.data} />
      <LeasesOfRelief relief={relief.data} />
    </>
  );
}

function ReliefFacts({ relief }: { relief: Relief }) {
  const t = useTranslations('reliefs');
  const feeName = useFeeName();
  const { documentOn, reason, fromOn, toOn, feeType, letOff, approvedAt, proposedAt } = relief;
  return (
    <Section title={t('facts')} aside={<ReliefState state={relief.state} />}>
      <Facts
        rows={[
          [t('documentOn'), <DateText key="documentOn" day={documentOn} />],
          [t('reason'), reason],
          [t('howMuch'), <HowMuch key="much" relief={relief} />],
          [t('feeType'), feeType ? feeName(feeType) : t('everyFee')],
          [t('fromOn'), fromOn ? <DateText key="from" day={fromOn} /> : '—'],
          [t('toOn'), toOn ? <DateText key="to" day={toOn} /> : '—'],
          [t('letOff'), <Money key="letOff" amount={letOff} />],
          [t('proposedAt'), <InstantText key="proposedAt" at={proposedAt} />],
          [t('approvedAt'), approvedAt ? <InstantText key="approvedAt" at={approvedAt} /> : '—'],
        ]}
      />
    </Section>
  );
}

function LeasesOfRelief({ relief: { leases, state } }: { relief: Relief }) {
  const t = useTranslations('reliefs');
  const columns: readonly Column<Relief['leases'][number]>[] = [
    { key: 'stall', title: t('stall'), cell: ({ stallCode }) => stallCode },
    { key: 'vendor', title: t('vendor'), cell: ({ vendorName }) => vendorName },
    {
      key: 'amount',
      title: t(state === 'proposed' ? 'wouldLetOff' : 'letOff'),
      align: 'right',
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
  return (
    <Section title={t('byLease')} hint={t('byLeaseHint')}>
      <RowsTable
        label={t('byLease')}
        rows={leases}
        columns={columns}
        keyOf={({ leaseId }) => leaseId}
        linkOf={({ leaseId }) => ({ to: '/lease-accounts/$id', params: { id: leaseId } })}
      />
    </Section>
  );
}

function Actions({ relief }: { relief: Relief }) {
  const t = useTranslations('reliefs');
  const [isEnding, { open, close }] = useDisclosure(false);
  const mayEnd = useMay('billing.approve');
  if (relief.state === 'ended') return null;
  return (
    <>
      {mayEnd && (
        <Button variant="default" onClick={open}>
          {t('end')}
        </Button>
      )}
      {relief.state === 'proposed' && <ApproveButton relief={relief} />}
      <ReasonDrawer
        title={t('end')}
        hint={t('endHint')}
        savedMessage={t('ended')}
        isOpen={isEnding}
        onClose={close}
        send={(body, key) =>
          answer(
            api.POST('/api/v1/reliefs/{id}/end', {
              params: { path: { id: relief.id } },
              body,
              ...once(key),
            }),
          )
        }
        invalidates={STALE}
      />
    </>
  );
}

function ApproveButton({ relief: { id, document, leases, proposedBy } }: { relief: Relief }) {
  const t = useTranslations('reliefs');
  const format = useFormat();
  const waitsFor = useWaitsFor(proposedBy, 'billing.approve');
  const [isAsking, { open, close }] = useDisclosure(false);
  const approve = useSubmit({
    send: (reliefId: string, key) =>
      answer(
        api.POST('/api/v1/reliefs/{id}/approve', {
          params: { path: { id: reliefId } },
          ...once(key),
        }),
      ),
    invalidates: STALE,
    onDone: () => {
      close();
      toast(t('approved'));
    },
  });
  const amount = leases.reduce((sum, lease) => sum + lease.amount, 0);
  if (waitsFor) return <WaitsFor whom={waitsFor} />;
  return (
    <>
      <Button onClick={open}>{t('approve')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('approveAsk', { document })}
        confirmLabel={t('approve')}
        isBusy={approve.isPending}
        onCancel={close}
        onConfirm={() => approve.mutate(id)}
      >
        <SubmitError error={approve.error} />
        <p>{t('approveText', { amount: format.money(amount) })}</p>
      </ConfirmDialog>
    </>
  );
}
