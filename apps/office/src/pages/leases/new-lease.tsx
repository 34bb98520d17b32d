import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import { NO_TERMS, TERM_FIELDS, termsBody, type TermValues } from './lease-terms';
import { OtherPeople, TermFields, VendorSelect } from './term-fields';

interface Values extends TermValues {
  stallId: string | null;
  vendorId: string | null;
  number: string;
  validFrom: string;
  validTo: string;
}

interface NewLeaseProps {
  marketId: string;
  /** Given where the stall is chosen already. */
  stall?: { id: string; code: string };
  onClose: () => void;
}

/** Signs a lease of a stall. It is mounted when it opens. */
export function NewLease({ marketId, stall, onClose }: NewLeaseProps) {
  const t = useTranslations('tenancy.leases');
  const form = useNewLeaseForm(stall?.id ?? null);
  const submit = useSubmit({
    send: ({ stallId, vendorId, number, validFrom, validTo, ...terms }: Values, key) =>
      answer(
        api.POST('/api/v1/leases', {
          body: {
            ...termsBody(terms),
            billingCycle: terms.billingCycle,
            id: key,
            stallId: stallId ?? '',
            vendorId: vendorId ?? '',
            number: number.trim() || undefined,
            validFrom,
            validTo: validTo || null,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/leases', '/api/v1/vendors', '/api/v1/tenancy/markets/leased'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ ...TERM_FIELDS, 'tenancy.leaseOverlaps': 'stallId' }}
      savedMessage={t('saved')}
    >
      {stall ? (
        <TextInput label={t('stall')} value={stall.code} readOnly error={form.errors['stallId']} />
      ) : (
        <RemoteSelect
          label={t('stall')}
          data-autofocus
          read={(q) =>
            reading('/api/v1/markets/{id}/stalls', { path: { id: marketId }, query: { q } })
          }
          optionOf={({ id, code, zoneName }) => ({ value: id, label: `${code} · ${zoneName}` })}
          {...field('stallId')}
        />
      )}
      <VendorSelect label={t('vendor')} {...field('vendorId')} />
      <DateInput label={t('from')} {...field('validFrom')} />
      <DateInput label={t('to')} description={t('toHint')} {...field('validTo')} />
      <TextInput label={t('number')} description={t('numberHint')} {...field('number')} />
      <OtherPeople field={field} />
      <TermFields field={field} />
    </FormDrawer>
  );
}

function useNewLeaseForm(stallId: string | null) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      ...NO_TERMS,
      stallId,
      vendorId: null,
      number: '',
      validFrom: likelyToday(),
      validTo: '',
    },
    validate: {
      stallId: rules.required,
      vendorId: rules.required,
      validFrom: rules.day,
      validTo: rules.dayOrEmpty,
      awardOn: rules.dayOrEmpty,
      signedOn: rules.dayOrEmpty,
    },
  });
}
