import { Group, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { LeaseSelect } from './lease-select';

interface Values {
  leaseId: string | null;
  amount: number | null;
  book: string;
  serial: number | string;
  takenOn: string;
}

/** A sheet of a paper book, typed in later. */
export function PaperReceipt({ onClose }: { onClose: () => void }) {
  const t = useTranslations('safe.paper');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { leaseId: null, amount: null, book: '', serial: '', takenOn: likelyToday() },
    validate: {
      leaseId: rules.required,
      amount: rules.money,
      book: rules.required,
      serial: (serial) => rules.required(serial),
      takenOn: rules.day,
    },
  });
  const draftId = useRef(v7());
  const submit = useSubmit({
    send: ({ leaseId, amount, book, serial, takenOn }: Values, key) => {
      const body = {
        id: draftId.current,
        leaseId: leaseId ?? '',
        amount: amount ?? 0,
        book: book.trim().toUpperCase(),
        serial: Number(serial),
        takenOn,
      };
      return answer(api.POST('/api/v1/receipts/paper', { body, ...once(key) }));
    },
    invalidates: ['/api/v1/receipts', '/api/v1/cash/in-hand', '/api/v1/cash/today'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('title')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'cash.paperSheetTaken': 'serial',
        'cash.takenInFuture': 'takenOn',
        'cash.takenTooLongAgo': 'takenOn',
        'cash.amountOutOfBounds': 'amount',
      }}
      savedMessage={t('saved')}
    >
      <Group grow align="flex-start">
        <TextInput label={t('book')} maxLength={20} data-autofocus {...field('book')} />
        <NumberInput
          label={t('serial')}
          min={1}
          allowDecimal={false}
          hideControls
          {...field('serial')}
        />
      </Group>
      <DateInput label={t('takenOn')} description={t('takenOnHint')} {...field('takenOn')} />
      <LeaseSelect {...field('leaseId')} />
      <MoneyInput label={t('amount')} {...field('amount')} />
    </FormDrawer>
  );
}
