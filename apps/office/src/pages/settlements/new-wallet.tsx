import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { useScope } from '../../scope';

interface Values {
  name: string;
  accountId: string | null;
  words: string;
  counterAccount: string;
}

/** What was agreed with a wallet: where its batches are paid, and how they look there. */
export function NewWallet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('settlements.newWallet');
  const rules = useRules();
  const { boardId } = useScope();
  const accounts = useQuery(reading('/api/v1/receiving-accounts', { query: { boardId } }));
  const form = useForm<Values>({
    initialValues: { name: '', accountId: null, words: '', counterAccount: '' },
    validate: { name: rules.required, accountId: rules.required },
  });
  const submit = useSubmit({
    send: ({ name, accountId, words, counterAccount }: Values, key) =>
      answer(
        api.POST('/api/v1/wallets', {
          body: {
            name,
            accountId: accountId ?? '',
            words: words.trim() || undefined,
            counterAccount: counterAccount.trim() || undefined,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/wallets'],
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('saved')}
    >
      <TextInput label={t('name')} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('account')}
        data={(accounts.data?.items ?? []).map(({ id, bankName, bin, number }) => ({
          value: id,
          label: `${bankName ?? bin} ${number}`,
        }))}
        {...form.getInputProps('accountId')}
      />
      <TextInput label={t('words')} description={t('wordsHint')} {...form.getInputProps('words')} />
      <TextInput
        label={t('counterAccount')}
        description={t('counterHint')}
        {...form.getInputProps('counterAccount')}
      />
    </FormDrawer>
  );
}
