import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import {
  GrantFields,
  grantOf,
  type GrantValues,
  placeMissing,
  useFirstGrant,
} from './grant-fields';

interface GiveRoleProps {
  userId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** One more role for a person, from today. */
export function GiveRole({ userId, isOpen, onClose }: GiveRoleProps) {
  const t = useTranslations('system.users');
  const rules = useRules();
  const firstGrant = useFirstGrant();
  const form = useForm<GrantValues>({
    initialValues: firstGrant,
    validate: (values) => placeMissing(values, rules.required(null) ?? ''),
  });
  const submit = useSubmit({
    send: (values: GrantValues) =>
      answer(
        api.POST('/api/v1/users/{id}/grants', {
          params: { path: { id: userId } },
          body: grantOf(values),
        }),
      ),
    invalidates: ['/api/v1/users', '/api/v1/users/{id}'],
  });
  return (
    <FormDrawer
      title={t('give')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'identity.scopeMissing': 'scopeId', 'identity.grantOverlaps': 'scopeId' }}
      savedMessage={t('given')}
    >
      <GrantFields values={form.values} set={form.setValues} field={form.getInputProps} />
    </FormDrawer>
  );
}
