import { Button } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { PageHeader } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { type ActProps, EndLease, ResumeLease, SuspendLease } from './lease-acts';
import { LeaseFacts, LeaseTerms } from './lease-facts';
import { LeaseHistory } from './lease-history';
import { LeasePapers } from './lease-papers';
import type { Lease } from './lease-terms';
import { AmendLease, RenewLease } from './lease-terms-acts';
import { TransferLease } from './transfer-lease';

type Act = Lease['acts'][number];

const drawers: Readonly<Record<Act, (props: ActProps) => ReactNode>> = {
  amend: AmendLease,
  renew: RenewLease,
  suspend: SuspendLease,
  resume: ResumeLease,
  transfer: TransferLease,
  terminate: EndLease,
};
const words = {
  amend: 'amend',
  renew: 'renew',
  suspend: 'suspend',
  resume: 'resume',
  transfer: 'transfer',
  terminate: 'end',
} as const satisfies Readonly<Record<Act, string>>;

/** A lease opened: who, where, on which terms, what became of it, and what may be done today. */
export function LeasePage() {
  const t = useTranslations('tenancy.leases');
  const { id } = useParams({ from: '/leases/$id' });
  const lease = useQuery(reading('/api/v1/leases/{id}', { path: { id } }));
  const [act, setAct] = useState<Act | null>(null);
  const mayPrint = useMay('tenancy.personal');
  if (lease.isError) return <ErrorState error={lease.error} onRetry={() => void lease.refetch()} />;
  if (!lease.data) return <Waiting />;
  const { number, vendorName, stallCode } = lease.data;
  const Drawer = act && drawers[act];
  return (
    <>
      <PageHeader
        title={number}
        subtitle={`${stallCode} · ${vendorName}`}
        crumbs={[{ label: t('title'), to: '/leases' }]}
        actions={<LeaseButtons lease={lease.data} onAct={setAct} />}
      />
      <LeaseFacts lease={lease.data} />
      <LeaseTerms lease={lease.data} />
      {mayPrint && <LeasePapers leaseId={id} />}
      <LeaseHistory leaseId={id} />
      {Drawer && <Drawer lease={lease.data} onClose={() => setAct(null)} />}
    </>
  );
}

function LeaseButtons({ lease, onAct }: { lease: Lease; onAct: (act: Act) => void }) {
  const t = useTranslations('tenancy.leases');
  const [mayWrite, mayReadBills] = [useMay('tenancy.write'), useMay('billing.read')];
  return (
    <>
      {mayReadBills && (
        <Button
          component={Link}
          to={`/lease-accounts/${lease.id}`}
          variant="default"
          leftSection={<IconBook2 size={17} />}
        >
          {t('account')}
        </Button>
      )}
      {mayWrite &&
        lease.acts.map((act) => (
          <Button key={act} variant="default" onClick={() => onAct(act)}>
            {t(words[act])}
          </Button>
        ))}
    </>
  );
}
