import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { Facts, Section } from '../../parts/page';
import { LeaseState } from './lease-state';
import type { Lease } from './lease-terms';

type Rows = readonly (readonly [string, ReactNode])[];

/** Who, where and from when until when. */
export function LeaseFacts({ lease }: { lease: Lease }) {
  const t = useTranslations('tenancy.leases');
  const { validTo, agreedTo, endedReason, operatorId, operatorName, payerId, payerName } = lease;
  const vendor = (id: string | null, name: string | null) =>
    id ? <VendorLink id={id} name={name ?? ''} /> : t('isHolder');
  const ended: Rows = endedReason
    ? [
        [t('endedReason'), endedReason],
        [t('agreedTo'), agreedTo ? <DateText key="agreed" day={agreedTo} /> : t('open')],
      ]
    : [];
  return (
    <Section title={t('facts')}>
      <Facts
        rows={[
          [
            t('stall'),
            <Link key="stall" to="/stalls/$id" params={{ id: lease.stallId }}>
              {lease.stallCode}
            </Link>,
          ],
          [t('zone'), lease.zoneName],
          [t('vendor'), <VendorLink key="vendor" id={lease.vendorId} name={lease.vendorName} />],
          [t('operator'), vendor(operatorId, operatorName)],
          [t('payer'), vendor(payerId, payerName)],
          [t('from'), <DateText key="from" day={lease.validFrom} />],
          [t('to'), validTo ? <DateText key="to" day={validTo} /> : t('open')],
          [t('state'), <LeaseState key="state" state={lease.state} />],
          ...ended,
        ]}
      />
    </Section>
  );
}

const VendorLink = ({ id, name }: { id: string; name: string }) => (
  <Link to="/vendors/$id" params={{ id }}>
    {name}
  </Link>
);

export function LeaseTerms({ lease }: { lease: Lease }) {
  const t = useTranslations('tenancy.leases');
  const format = useFormat();
  const { award, awardNumber, awardOn, dueDay, graceDays, signedOn, priceClass } = lease;
  const given = award && t(`awardValue.${award}`);
  const awarded =
    given && awardNumber
      ? t('awardText', {
          award: given,
          number: awardNumber,
          on: awardOn ? format.date(awardOn) : '—',
        })
      : (given ?? t('unknown'));
  const held: Rows = useMay('billing.read')
    ? [[t('depositHeld'), <DepositHeld key="held" leaseId={lease.id} />]]
    : [];
  return (
    <Section title={t('terms')}>
      <Facts
        rows={[
          [t('signedOn'), signedOn ? <DateText key="signed" day={signedOn} /> : t('unknown')],
          [t('award'), awarded],
          [t('cycle'), t(`cycleValue.${lease.billingCycle}`)],
          [t('priceClass'), priceClass ?? t('unknown')],
          [t('dueDay'), dueDay === null ? t('asMarket') : t('dueDayText', { day: dueDay })],
          [
            t('graceDays'),
            graceDays === null ? t('asMarket') : t('graceText', { days: graceDays }),
          ],
          [t('deposit'), <Money key="deposit" amount={lease.depositAgreed} />],
          ...held,
        ]}
      />
    </Section>
  );
}

/** What billing holds of the deposit that was agreed. */
function DepositHeld({ leaseId }: { leaseId: string }) {
  const deposit = useQuery(
    reading('/api/v1/billing/leases/{id}/deposit', { path: { id: leaseId } }),
  );
  return <Money amount={deposit.data?.held ?? null} />;
}
