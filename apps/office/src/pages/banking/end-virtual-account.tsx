import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { VirtualAccount } from './virtual-accounts-page';

const PATH = '/api/v1/virtual-accounts';

interface EndVirtualAccountProps {
  account: VirtualAccount;
  onClose: () => void;
}

/** From the day after, money sent to the number names nobody. */
export function EndVirtualAccount({ account, onClose }: EndVirtualAccountProps) {
  const t = useTranslations('virtualAccounts');
  const rules = useRules();
  const form = useForm({
    initialValues: { validTo: likelyToday() },
    validate: { validTo: rules.day },
  });
  const submit = useSubmit({
    send: (body: { validTo: string }) =>
      answer(api.POST(`${PATH}/{id}/end`, { params: { path: { id: account.id } }, body })),
    invalidates: [PATH],
  });
  return (
    <FormDrawer
      title={t('endOf', { number: account.number })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('end')}
      savedMessage={t('hasEnd')}
    >
      <Text>{t('endHint')}</Text>
      <DateInput label={t('lastDay')} data-autofocus {...form.getInputProps('validTo')} />
    </FormDrawer>
  );
}
