import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { type Certificate, CERTIFICATE_KINDS } from '../certificates/certificate-columns';

interface Values {
  kind: Certificate['kind'];
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  expiresOn: string;
  withdrawnOn: string;
}

interface CertificateFormProps {
  vendorId: string;
  /** The one to correct; without it one is added. */
  certificate?: Certificate;
  onClose: () => void;
}

/** Adds or corrects a vendor's certificate. It is mounted when it opens. */
export function CertificateForm({ vendorId, certificate, onClose }: CertificateFormProps) {
  const t = useTranslations('tenancy.certificates');
  const form = useCertificateForm(certificate);
  const submit = useSubmit<Values, unknown>({
    send: ({ kind, title, expiresOn, withdrawnOn, ...facts }, key) => {
      const body = { ...facts, title: title.trim() || null, expiresOn: expiresOn || null };
      return certificate
        ? answer(
            api.PATCH('/api/v1/certificates/{id}', {
              params: { path: { id: certificate.id } },
              body: { ...body, withdrawnOn: withdrawnOn || null },
            }),
          )
        : answer(
            api.POST('/api/v1/certificates', {
              body: { ...body, id: key, vendorId, kind },
              ...once(key),
            }),
          );
    },
    invalidates: ['/api/v1/certificates'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={certificate ? t('edit') : t('add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'tenancy.certificateDaysReversed': 'expiresOn',
        'tenancy.certificateTitleMissing': 'title',
      }}
      savedMessage={t('saved')}
    >
      <Select
        label={t('kind')}
        data={CERTIFICATE_KINDS.map((value) => ({ value, label: t(`kindValue.${value}`) }))}
        allowDeselect={false}
        disabled={Boolean(certificate)}
        {...field('kind')}
      />
      {form.values.kind === 'other' && <TextInput label={t('name')} {...field('title')} />}
      <TextInput label={t('number')} {...field('number')} />
      <TextInput label={t('issuer')} {...field('issuer')} />
      <DateInput label={t('issuedOn')} {...field('issuedOn')} />
      <DateInput label={t('expiresOn')} description={t('expiresHint')} {...field('expiresOn')} />
      {certificate && (
        <DateInput
          label={t('withdrawnOn')}
          description={t('withdrawnHint')}
          {...field('withdrawnOn')}
        />
      )}
    </FormDrawer>
  );
}

function useCertificateForm(certificate: Certificate | undefined) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      kind: certificate?.kind ?? 'food-safety',
      title: certificate?.title ?? '',
      number: certificate?.number ?? '',
      issuer: certificate?.issuer ?? '',
      issuedOn: certificate?.issuedOn ?? '',
      expiresOn: certificate?.expiresOn ?? '',
      withdrawnOn: certificate?.withdrawnOn ?? '',
    },
    validate: {
      number: rules.required,
      issuer: rules.required,
      issuedOn: rules.day,
      expiresOn: rules.dayOrEmpty,
      withdrawnOn: rules.dayOrEmpty,
    },
  });
}
