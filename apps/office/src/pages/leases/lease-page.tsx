import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconBook2, IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { DateText } from '../../parts/figures';
import { FormDrawer } from '../../parts/form-drawer';
import { Facts, PageHeader, Section } from '../../parts/page';
import { useRules } from '../../parts/rules';
import { ErrorState, Waiting } from '../../parts/states';
import { LeaseState } from './lease-state';

type Lease = BodyOf<'/api/v1/leases/{id}'>;

/** A lease opened: who, where, from when until when; and its end. */
export function LeasePage() {
  const t = useTranslations('tenancy.leases');
  const { id } = useParams({ from: '/leases/$id' });
  const lease = useQuery(reading('/api/v1/leases/{id}', { path: { id } }));
  const [isEnding, { open, close }] = useDisclosure(false);
  const [mayWrite, mayReadBills] = [useMay('tenancy.write'), useMay('billing.read')];
  if (lease.isError) return <ErrorState error={lease.error} onRetry={() => void lease.refetch()} />;
  if (!lease.data) return <Waiting />;
  const { number, vendorName, stallCode } = lease.data;
  return (
    <>
      <PageHeader
        title={number}
        subtitle={`${stallCode} · ${vendorName}`}
        crumbs={[{ label: t('title'), to: '/leases' }]}
        actions={
          <>
            {mayReadBills && (
              <Button
                component={Link}
                to={`/lease-accounts/${id}`}
                variant="default"
                leftSection={<IconBook2 size={17} />}
              >
                {t('account')}
              </Button>
            )}
            {mayWrite && (
              <Button leftSection={<IconCalendarOff size={17} />} variant="default" onClick={open}>
                {t('end')}
              </Button>
            )}
          </>
        }
      />
      <LeaseFacts lease={lease.data} />
      {isEnding && <EndLease lease={lease.data} onClose={close} />}
    </>
  );
}

function LeaseFacts({ lease }: { lease: Lease }) {
  const t = useTranslations('tenancy.leases');
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
          [
            t('vendor'),
            <Link key="vendor" to="/vendors/$id" params={{ id: lease.vendorId }}>
              {lease.vendorName}
            </Link>,
          ],
          [t('from'), <DateText key="from" day={lease.validFrom} />],
          [t('to'), lease.validTo ? <DateText key="to" day={lease.validTo} /> : t('open')],
          [t('state'), <LeaseState key="state" lease={lease} />],
        ]}
      />
    </Section>
  );
}

function EndLease({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const t = useTranslations('tenancy.leases');
  const rules = useRules();
  const form = useForm({
    initialValues: { on: likelyToday(), reason: '' },
    validate: { on: rules.day, reason: rules.required },
  });
  const submit = useSubmit({
    send: (body: { on: string; reason: string }, key) =>
      answer(
        api.POST('/api/v1/leases/{id}/end', {
          params: { path: { id: lease.id } },
          body,
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/leases', '/api/v1/leases/{id}', '/api/v1/tenancy/markets/leased'],
  });
  return (
    <FormDrawer
      title={t('end')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'tenancy.leaseDaysReversed': 'on', 'tenancy.leaseEndedAlready': 'on' }}
      saveLabel={t('end')}
      savedMessage={t('ended')}
    >
      <DateInput
        label={t('endOn')}
        description={t('endHint')}
        data-autofocus
        {...form.getInputProps('on')}
      />
      <TextInput label={t('reason')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
