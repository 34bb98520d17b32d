import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { SHORTEST_PASSWORD } from './new-user';

interface ResetPasswordProps {
  userId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** A new password for somebody who forgot theirs; their sessions end. */
export function ResetPassword({ userId, isOpen, onClose }: ResetPasswordProps) {
  const t = useTranslations('system.users');
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (text: string) => (text.length >= SHORTEST_PASSWORD ? null : t('passwordShort')),
    },
  });
  const submit = useSubmit({
    send: (body: { password: string }) =>
      answer(api.POST('/api/v1/users/{id}/password', { params: { path: { id: userId } }, body })),
  });
  return (
    <FormDrawer
      title={t('reset')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'identity.passwordTooWeak': 'password' }}
      savedMessage={t('resetDone')}
    >
      <PasswordInput
        label={t('newPassword')}
        description={t('passwordHint')}
        autoComplete="new-password"
        aria-invalid={form.errors.password !== undefined}
        {...form.getInputProps('password')}
      />
    </FormDrawer>
  );
}
