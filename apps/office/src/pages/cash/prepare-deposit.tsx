import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { DEPOSIT_PATHS } from './deposit';
import { type CountOf, NotesInput, notesOf, sumOf } from './notes-input';

interface Values {
  accountId: string | null;
  carrierName: string;
  counts: CountOf;
}
const NOTHING: Values = { accountId: null, carrierName: '', counts: {} };

/** Cash leaves the safe for the bank: by notes, with whoever carries it. */
export function PrepareDeposit({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const t = useTranslations('safe.deposits');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: NOTHING,
    validate: {
      accountId: rules.required,
      carrierName: rules.required,
      counts: (counts) => rules.money(sumOf(counts)),
    },
  });
  const accounts = useQuery(reading('/api/v1/deposits/accounts', { query: { boardId } }));
  const draftId = useRef(v7());
  const submit = useSubmit({
    send: ({ accountId, carrierName, counts }: Values, key) => {
      const body = {
        id: draftId.current,
        boardId,
        accountId: accountId ?? '',
        carrierName,
        notes: notesOf(counts),
      };
      return answer(api.POST('/api/v1/deposits', { body, ...once(key) }));
    },
    invalidates: DEPOSIT_PATHS,
  });
  return (
    <FormDrawer
      title={t('prepare')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.notEnoughInSafe': 'counts', 'cash.nothingCounted': 'counts' }}
      saveLabel={t('letGo')}
      savedMessage={t('prepared')}
    >
      <NotesInput label={t('notes')} {...form.getInputProps('counts')} />
      <TextInput label={t('carrier')} maxLength={100} {...form.getInputProps('carrierName')} />
      <Select
        label={t('account')}
        data={(accounts.data?.items ?? []).map(({ accountId, number, holderName }) => ({
          value: accountId,
          label: `${number} · ${holderName}`,
        }))}
        {...form.getInputProps('accountId')}
      />
    </FormDrawer>
  );
}
