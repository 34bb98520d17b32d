import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import {
  GrantFields,
  grantOf,
  type GrantValues,
  placeMissing,
  useFirstGrant,
} from './grant-fields';

interface Values extends GrantValues {
  displayName: string;
  username: string;
  password: string;
}

const USERNAME = /^[a-z0-9._-]{3,40}$/;
export const SHORTEST_PASSWORD = 10;

const bodyOf = ({ displayName, username, password, ...grant }: Values) => ({
  displayName,
  username,
  password,
  grants: [grantOf(grant)],
});

/** A person with their first role; they change the password that is typed here. */
export function NewUser({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('system.users');
  const check = useCheck();
  const firstGrant = useFirstGrant();
  const form = useForm<Values>({
    initialValues: { displayName: '', username: '', password: '', ...firstGrant },
    validate: check,
  });
  const submit = useSubmit({
    send: (values: Values, key) =>
      answer(api.POST('/api/v1/users', { body: bodyOf(values), ...once(key) })),
    invalidates: ['/api/v1/users'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('add')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'identity.usernameTaken': 'username',
        'identity.passwordTooWeak': 'password',
        'identity.scopeMissing': 'scopeId',
      }}
      savedMessage={t('added')}
    >
      <TextInput label={t('displayName')} autoComplete="off" {...field('displayName')} />
      <TextInput
        label={t('username')}
        description={t('usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        {...field('username')}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHint')}
        autoComplete="new-password"
        aria-invalid={form.errors.password !== undefined}
        {...field('password')}
      />
      <GrantFields values={form.values} set={form.setValues} field={field} />
    </FormDrawer>
  );
}

function useCheck() {
  const t = useTranslations('system.users');
  const rules = useRules();
  return (values: Values) => ({
    displayName: rules.required(values.displayName),
    username: USERNAME.test(values.username) ? null : t('usernameWrong'),
    password: values.password.length >= SHORTEST_PASSWORD ? null : t('passwordShort'),
    ...placeMissing(values, rules.required(null) ?? ''),
  });
}
