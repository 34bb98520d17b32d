import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { useRules } from '../../parts/rules';
import { ActDrawer } from './act-drawer';
import type { Lease } from './lease-terms';

export interface ActProps {
  lease: Lease;
  onClose: () => void;
}

const pathOf = ({ id }: Lease) => ({ params: { path: { id } } });

/** Days that are not billed. */
export function SuspendLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy.leases');
  const rules = useRules();
  const form = useForm({
    initialValues: { from: likelyToday(), to: '', reason: '', documentNumber: '' },
    validate: { from: rules.day, to: rules.dayOrEmpty, reason: rules.required },
  });
  return (
    <ActDrawer
      title={t('suspend')}
      done={t('suspended')}
      form={form}
      send={({ to, documentNumber, ...values }, key) =>
        answer(
          api.POST('/api/v1/leases/{id}/suspensions', {
            ...pathOf(lease),
            ...once(key),
            body: { ...values, id: key, to: to || null, documentNumber: documentNumber || null },
          }),
        )
      }
      fieldOf={{
        'tenancy.leaseDaysReversed': 'to',
        'tenancy.leaseDayOutside': 'to',
        'tenancy.suspensionOverlaps': 'from',
      }}
      onClose={onClose}
    >
      <DateInput label={t('suspendFrom')} data-autofocus {...form.getInputProps('from')} />
      <DateInput
        label={t('suspendTo')}
        description={t('suspendToHint')}
        {...form.getInputProps('to')}
      />
      <TextInput label={t('reason')} {...form.getInputProps('reason')} />
      <TextInput label={t('documentNumber')} {...form.getInputProps('documentNumber')} />
    </ActDrawer>
  );
}

export function ResumeLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy.leases');
  const rules = useRules();
  const form = useForm({ initialValues: { on: likelyToday() }, validate: { on: rules.day } });
  return (
    <ActDrawer
      title={t('resume')}
      done={t('resumed')}
      form={form}
      send={(body, key) =>
        answer(api.POST('/api/v1/leases/{id}/resumption', { ...pathOf(lease), ...once(key), body }))
      }
      fieldOf={{ 'tenancy.leaseDayOutside': 'on' }}
      onClose={onClose}
    >
      <DateInput label={t('resumeOn')} data-autofocus {...form.getInputProps('on')} />
    </ActDrawer>
  );
}

export function EndLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy.leases');
  const rules = useRules();
  const begun = lease.validFrom > likelyToday() ? lease.validFrom : likelyToday();
  const form = useForm({
    initialValues: { on: begun, reason: '', documentNumber: '' },
    validate: { on: rules.day, reason: rules.required },
  });
  return (
    <ActDrawer
      title={t('end')}
      done={t('ended')}
      form={form}
      send={({ documentNumber, ...values }, key) =>
        answer(
          api.POST('/api/v1/leases/{id}/end', {
            ...pathOf(lease),
            ...once(key),
            body: { ...values, documentNumber: documentNumber || null },
          }),
        )
      }
      fieldOf={{ 'tenancy.leaseDaysReversed': 'on', 'tenancy.leaseDayOutside': 'on' }}
      onClose={onClose}
    >
      <DateInput
        label={t('endOn')}
        description={t('endHint')}
        data-autofocus
        {...form.getInputProps('on')}
      />
      <TextInput label={t('reason')} {...form.getInputProps('reason')} />
      <TextInput label={t('documentNumber')} {...form.getInputProps('documentNumber')} />
    </ActDrawer>
  );
}
