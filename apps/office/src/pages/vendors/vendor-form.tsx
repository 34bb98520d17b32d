import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

type Vendor = BodyOf<'/api/v1/vendors/{id}'>;

interface Values {
  name: string;
  phone: string;
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
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { name: vendor?.name ?? '', phone: '' },
    validate: { name: rules.required },
  });
  const submit = useSubmit<Values, unknown>({
    send: ({ name, phone }, key) => {
      // The number is never sent back to the screen: an empty field keeps it.
      const body = { name, phone: phone.trim() || undefined };
      return vendor
        ? answer(api.PATCH('/api/v1/vendors/{id}', { params: { path: { id: vendor.id } }, body }))
        : answer(
            api.POST('/api/v1/vendors', { body: { ...body, boardId, id: key }, ...once(key) }),
          );
    },
    invalidates: ['/api/v1/vendors', '/api/v1/vendors/{id}'],
  });
  const last4 = vendor?.phoneLast4;
  return (
    <FormDrawer
      title={vendor ? t('edit') : t('new')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'tenancy.phoneInvalid': 'phone' }}
      savedMessage={vendor ? t('changed') : t('saved')}
    >
      <TextInput label={t('name')} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('phone')}
        description={last4 ? t('phoneKeep', { last4 }) : t('phoneHint')}
        inputMode="tel"
        autoComplete="off"
        {...form.getInputProps('phone')}
      />
    </FormDrawer>
  );
}
