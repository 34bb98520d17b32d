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
import { useScope } from '../../scope';

interface Values {
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
    send: ({ stallId, vendorId, number, validFrom, validTo }: Values, key) =>
      answer(
        api.POST('/api/v1/leases', {
          body: {
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
      fieldOf={{
        'tenancy.leaseOverlaps': 'stallId',
        'tenancy.leaseNumberTaken': 'number',
        'tenancy.leaseDaysReversed': 'validTo',
      }}
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
      <VendorSelect {...field('vendorId')} />
      <DateInput label={t('from')} {...field('validFrom')} />
      <DateInput label={t('to')} description={t('toHint')} {...field('validTo')} />
      <TextInput label={t('number')} description={t('numberHint')} {...field('number')} />
    </FormDrawer>
  );
}

function useNewLeaseForm(stallId: string | null) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: { stallId, vendorId: null, number: '', validFrom: likelyToday(), validTo: '' },
    validate: {
      stallId: rules.required,
      vendorId: rules.required,
      validFrom: rules.day,
      validTo: rules.dayOrEmpty,
    },
  });
}

/** A vendor of the board; two of one name are told apart by their phones' last digits. */
function VendorSelect(field: object) {
  const t = useTranslations('tenancy.leases');
  const { boardId } = useScope();
  return (
    <RemoteSelect
      label={t('vendor')}
      read={(q) => reading('/api/v1/vendors', { query: { q, boardId } })}
      optionOf={({ id, name, phoneLast4 }) => ({
        value: id,
        label: phoneLast4 ? `${name} · •••• ${phoneLast4}` : name,
      })}
      {...field}
    />
  );
}
