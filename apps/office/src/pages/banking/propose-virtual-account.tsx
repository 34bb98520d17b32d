import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import { useScope } from '../../scope';

const PATH = '/api/v1/virtual-accounts';

interface Values {
  accountId: string | null;
  number: string;
  stallId: string | null;
  validFrom: string;
}

/** Proposes a number the bank gave for a stall of the market in the top bar. */
export function ProposeVirtualAccount({ onClose }: { onClose: () => void }) {
  const t = useTranslations('virtualAccounts');
  const rules = useRules();
  const { boardId = '', market } = useScope();
  const accounts = useQuery(reading('/api/v1/receiving-accounts', { query: { boardId } }));
  const form = useForm<Values>({
    initialValues: { accountId: null, number: '', stallId: null, validFrom: likelyToday() },
    validate: {
      accountId: rules.required,
      number: (value) => (/^[A-Z0-9]{4,30}$/.test(value) ? null : t('numberWrong')),
      stallId: rules.required,
      validFrom: rules.day,
    },
  });
  const submit = useSubmit({
    send: ({ accountId, stallId, ...values }: Values) =>
      answer(
        api.POST(PATH, {
          body: { ...values, accountId: accountId ?? '', stallId: stallId ?? '' },
        }),
      ),
    invalidates: [PATH],
  });
  return (
    <FormDrawer
      title={t('proposeTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <Select
        label={t('account')}
        data={(accounts.data?.items ?? []).map(({ id, bankName, bin, number }) => ({
          value: id,
          label: `${bankName ?? bin} ${number}`,
        }))}
        data-autofocus
        {...form.getInputProps('accountId')}
      />
      <TextInput
        label={t('number')}
        description={t('numberHint')}
        autoComplete="off"
        {...form.getInputProps('number')}
        onChange={({ currentTarget }) =>
          form.setFieldValue('number', currentTarget.value.toUpperCase())
        }
      />
      <RemoteSelect
        label={t('stall')}
        read={(q) =>
          reading('/api/v1/markets/{id}/stalls', { path: { id: market?.id ?? '' }, query: { q } })
        }
        optionOf={({ id, code }) => ({ value: id, label: code })}
        {...form.getInputProps('stallId')}
      />
      <DateInput label={t('from')} {...form.getInputProps('validFrom')} />
    </FormDrawer>
  );
}
