import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

type Vendor = BodyOf<'/api/v1/vendors/{id}'>;
export const VENDOR_KINDS = ['person', 'household', 'company'] as const;

interface Values {
  kind: Vendor['kind'];
  name: string;
  representedBy: string;
  representedAs: string;
  phone: string;
  idNumber: string;
  taxCode: string;
  address: string;
}

interface VendorFormProps {
  boardId: string;
  /** The one to correct; without it one is added. */
  vendor?: Vendor;
  onClose: () => void;
}

/** Adds or corrects a vendor. It is mounted when it opens. */
export function VendorForm({ boardId, vendor, onClose }: VendorFormProps) {
  const t = useTranslations('tenancy.vendors');
  const form = useVendorForm(vendor);
  const submit = useSubmit<Values, unknown>({
    send: (values, key) => {
      const body = bodyOf(values);
      return vendor
        ? answer(api.PATCH('/api/v1/vendors/{id}', { params: { path: { id: vendor.id } }, body }))
        : answer(
            api.POST('/api/v1/vendors', { body: { ...body, boardId, id: key }, ...once(key) }),
          );
    },
    invalidates: ['/api/v1/vendors', '/api/v1/vendors/{id}'],
  });
  const last4 = vendor?.phoneLast4;
  const sealedHint = vendor ? t('keepHint') : t('sealedHint');
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={vendor ? t('edit') : t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'tenancy.phoneInvalid': 'phone',
        'tenancy.idNumberInvalid': 'idNumber',
        'tenancy.vendorKnown': 'idNumber',
        'tenancy.taxCodeInvalid': 'taxCode',
      }}
      savedMessage={vendor ? t('changed') : t('saved')}
    >
      <Select
        label={t('kind')}
        data={VENDOR_KINDS.map((value) => ({ value, label: t(`kindValue.${value}`) }))}
        allowDeselect={false}
        {...field('kind')}
      />
      <TextInput label={t('name')} data-autofocus {...field('name')} />
      {form.values.kind !== 'person' && (
        <>
          <TextInput label={t('representedBy')} {...field('representedBy')} />
          <TextInput label={t('representedAs')} {...field('representedAs')} />
        </>
      )}
      <TextInput
        label={t('phone')}
        description={last4 ? t('phoneKeep', { last4 }) : t('phoneHint')}
        inputMode="tel"
        autoComplete="off"
        {...field('phone')}
      />
      <TextInput
        label={t('idNumber')}
        description={sealedHint}
        inputMode="numeric"
        autoComplete="off"
        {...field('idNumber')}
      />
      <TextInput
        label={t('taxCode')}
        description={sealedHint}
        autoComplete="off"
        {...field('taxCode')}
      />
      <TextInput
        label={t('address')}
        description={sealedHint}
        autoComplete="off"
        {...field('address')}
      />
    </FormDrawer>
  );
}

function useVendorForm(vendor: Vendor | undefined) {
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      kind: vendor?.kind ?? 'person',
      name: vendor?.name ?? '',
      representedBy: vendor?.representedBy ?? '',
      representedAs: vendor?.representedAs ?? '',
      phone: '',
      idNumber: '',
      taxCode: '',
      address: '',
    },
    validate: { name: rules.required },
  });
}

/** What is sealed never comes back to the screen: an empty field keeps it. */
function bodyOf(values: Values) {
  const { kind, name, representedBy, representedAs, phone, idNumber, taxCode, address } = values;
  const isPerson = kind === 'person';
  return {
    kind,
    name,
    representedBy: isPerson ? null : representedBy.trim() || null,
    representedAs: isPerson ? null : representedAs.trim() || null,
    phone: phone.trim() || undefined,
    idNumber: idNumber.trim() || undefined,
    taxCode: taxCode.trim() || undefined,
    address: address.trim() || undefined,
  };
}
