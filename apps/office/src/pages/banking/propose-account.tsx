import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { useScope } from '../../scope';
import { staleAfterAccount } from './approve-account';

interface Values {
  bin: string | null;
  number: string;
  holderName: string;
  openingBalance: number | null;
  isOverdrawn: boolean;
  openedOn: string;
}

/** Proposes an account of the board chosen in the top bar. It is mounted when it opens. */
export function ProposeAccount({ onClose }: { onClose: () => void }) {
  const t = useTranslations('banking.accounts');
  const { boardId = '' } = useScope();
  const form = useAccountForm();
  const submit = useSubmit<Values, unknown>({
    send: ({ bin, openingBalance, isOverdrawn, ...values }) => {
      const amount = openingBalance ?? 0;
      const body = {
        ...values,
        boardId,
        bin: bin ?? '',
        openingBalance: isOverdrawn ? -amount : amount,
      };
      return answer(api.POST('/api/v1/receiving-accounts', { body }));
    },
    invalidates: staleAfterAccount,
  });
  return (
    <FormDrawer
      title={t('proposeTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'banking.accountInUse': 'number' }}
      saveLabel={t('propose')}
      savedMessage={t('proposed')}
    >
      <AccountFields form={form} />
    </FormDrawer>
  );
}

function useAccountForm() {
  const t = useTranslations('banking.accounts');
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      bin: '970436',
      number: '',
      holderName: '',
      openingBalance: null,
      isOverdrawn: false,
      openedOn: '',
    },
    validate: {
      bin: rules.required,
      number: (value) => (/^[A-Z0-9]{1,19}$/.test(value) ? null : t('numberWrong')),
      holderName: rules.required,
      openingBalance: rules.required,
      openedOn: rules.day,
    },
  });
}

function AccountFields({ form }: { form: ReturnType<typeof useAccountForm> }) {
  const t = useTranslations('banking.accounts');
  const banks = useQuery(reading('/api/v1/banks', {}));
  const field = form.getInputProps;
  const setUpper = (name: 'number' | 'holderName') => ({
    onChange: (event: { currentTarget: { value: string } }) =>
      form.setFieldValue(name, event.currentTarget.value.toUpperCase()),
  });
  return (
    <>
      <Select
        label={t('bank')}
        data={(banks.data ?? []).map(({ bin, shortName }) => ({ value: bin, label: shortName }))}
        searchable
        allowDeselect={false}
        {...field('bin')}
      />
      <TextInput
        label={t('number')}
        description={t('numberHint')}
        autoComplete="off"
        data-autofocus
        {...field('number')}
        {...setUpper('number')}
      />
      <TextInput
        label={t('holder')}
        description={t('holderHint')}
        {...field('holderName')}
        {...setUpper('holderName')}
      />
      <DateInput label={t('openedOn')} description={t('openedOnHint')} {...field('openedOn')} />
      <MoneyInput
        label={t('opening')}
        description={t('openingHint')}
        {...field('openingBalance')}
      />
      <Checkbox label={t('isOverdrawn')} {...field('isOverdrawn', { type: 'checkbox' })} />
    </>
  );
}
