import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../api/client';
import { useSubmit } from '../api/use-submit';
import { FormDrawer } from '../parts/form-drawer';
import { useRules } from '../parts/rules';

interface Values {
  old: string;
  new: string;
}

const SHORTEST_PASSWORD = 10;

/** One's own password; every other session of this person ends with it. */
export function ChangePassword({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('shell.password');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { old: '', new: '' },
    validate: {
      old: rules.required,
      new: (text) => (text.length >= SHORTEST_PASSWORD ? null : t('short')),
    },
  });
  const submit = useSubmit({
    send: (body: Values) => answer(api.POST('/api/v1/session/password', { body })),
  });
  return (
    <FormDrawer
      title={t('change')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'identity.passwordWrong': 'old', 'identity.passwordTooWeak': 'new' }}
      savedMessage={t('changed')}
    >
      <PasswordInput
        label={t('old')}
        autoComplete="current-password"
        aria-invalid={form.errors.old !== undefined}
        {...form.getInputProps('old')}
      />
      <PasswordInput
        label={t('new')}
        description={t('hint')}
        autoComplete="new-password"
        aria-invalid={form.errors.new !== undefined}
        {...form.getInputProps('new')}
      />
    </FormDrawer>
  );
}
