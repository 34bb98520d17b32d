import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { useRules } from '../../parts/rules';
import { ActDrawer } from './act-drawer';
import type { ActProps } from './lease-acts';
import { TERM_FIELDS, termsBody, termsOf, useTermsForm } from './lease-terms';
import { TermFields, VendorSelect } from './term-fields';

/** The lease that goes on from this one, on its terms unless others are typed. */
export function RenewLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy.leases');
  const format = useFormat();
  const rules = useRules();
  const form = useForm({
    initialValues: { ...termsOf(lease), number: '', validTo: '', signedOn: '' },
    validate: {
      validTo: rules.dayOrEmpty,
      awardOn: rules.dayOrEmpty,
      signedOn: rules.dayOrEmpty,
    },
  });
  const field = form.getInputProps;
  return (
    <ActDrawer
      title={t('renew')}
      done={t('renewed')}
      form={form}
      send={({ number, validTo, ...terms }, key) =>
        answer(
          api.POST('/api/v1/leases/{id}/renewal', {
            params: { path: { id: lease.id } },
            ...once(key),
            body: {
              ...termsBody(terms),
              id: key,
              billingCycle: terms.billingCycle,
              number: number.trim() || undefined,
              validTo: validTo || null,
            },
          }),
        )
      }
      fieldOf={TERM_FIELDS}
      onClose={onClose}
    >
      <p>{t('renewHint', { to: lease.validTo ? format.date(lease.validTo) : '' })}</p>
      <DateInput label={t('to')} description={t('toHint')} data-autofocus {...field('validTo')} />
      <TextInput label={t('number')} description={t('numberHint')} {...field('number')} />
      <TermFields field={field} />
    </ActDrawer>
  );
}

/** What may change while a lease stands. */
export function AmendLease({ lease, onClose }: ActProps) {
  const t = useTranslations('tenancy.leases');
  const form = useTermsForm(termsOf(lease));
  const field = form.getInputProps;
  const { operatorName, payerName } = lease;
  return (
    <ActDrawer
      title={t('amend')}
      done={t('amended')}
      form={form}
      send={(terms) =>
        answer(
          api.PATCH('/api/v1/leases/{id}', {
            params: { path: { id: lease.id } },
            body: termsBody(terms),
          }),
        )
      }
      fieldOf={TERM_FIELDS}
      onClose={onClose}
    >
      <VendorSelect
        label={t('operator')}
        description={operatorName ?? t('sameHint')}
        {...field('operatorId')}
      />
      <VendorSelect
        label={t('payer')}
        description={payerName ?? t('sameHint')}
        {...field('payerId')}
      />
      <TermFields field={field} hasCycle={false} />
    </ActDrawer>
  );
}
