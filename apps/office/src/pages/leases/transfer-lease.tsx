import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { useRules } from '../../parts/rules';
import { ActDrawer } from './act-drawer';
import type { ActProps } from './lease-acts';
import { VendorSelect } from './term-fields';

interface Values {
  vendorId: string | null;
  from: string;
  reason: string;
  documentNumber: string;
  documentOn: string;
}

/** A stall passes to another vendor, or waits for whoever approves it. */
export function TransferLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      vendorId: null,
      from: likelyToday(),
      reason: '',
      documentNumber: '',
      documentOn: '',
    },
    validate: {
      vendorId: rules.required,
      from: rules.day,
      reason: rules.required,
      documentOn: rules.dayOrEmpty,
    },
  });
  const field = form.getInputProps;
  return (
    <ActDrawer
      title={t('leases.transfer')}
      done={t('transfers.asked')}
      form={form}
      send={({ vendorId, documentNumber, documentOn, ...values }: Values, key) =>
        answer(
          api.POST('/api/v1/leases/{id}/transfers', {
            params: { path: { id: lease.id } },
            ...once(key),
            body: {
              ...values,
              id: key,
              vendorId: vendorId ?? '',
              documentNumber: documentNumber.trim() || null,
              documentOn: documentOn || null,
            },
          }),
        )
      }
      fieldOf={{
        'tenancy.transferToHolder': 'vendorId',
        'tenancy.leaseDayOutside': 'from',
        'tenancy.transferNeedsDocument': 'documentNumber',
      }}
      onClose={onClose}
    >
      <p>{t('transfers.newHint')}</p>
      <VendorSelect label={t('transfers.taker')} {...field('vendorId')} />
      <DateInput label={t('transfers.from')} {...field('from')} />
      <TextInput label={t('leases.reason')} {...field('reason')} />
      <TextInput
        label={t('leases.documentNumber')}
        description={t('transfers.documentHint')}
        {...field('documentNumber')}
      />
      <DateInput label={t('leases.documentOn')} {...field('documentOn')} />
    </ActDrawer>
  );
}
