import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import type { InHand } from './hand-ins-page';

interface CountDrawerProps {
  /** Whose cash is counted; undefined keeps the drawer closed. */
  held: InHand | undefined;
  onClose: () => void;
}

/** The cashier types what was counted; the books' sum stands above and is not filled in. */
export function CountDrawer({ held, onClose }: CountDrawerProps) {
  const t = useTranslations('cash.handIns');
  const format = useFormat();
  const rules = useRules();
  const form = useForm<{ amount: number | null }>({
    initialValues: { amount: null },
    validate: { amount: rules.money },
  });
  const submit = useCount(held);
  const { amount } = form.values;
  const inHand = held?.inHand ?? 0;
  const missing = amount === null ? 0 : inHand - amount;
  return (
    <FormDrawer
      title={t('drawer', { name: held?.collectorName ?? '' })}
      isOpen={held !== undefined}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.moreThanInHand': 'amount' }}
      saveLabel={amount ? t('save', { amount: format.money(amount) }) : t('saveNothing')}
      savedMessage={t('saved')}
    >
      <Text>{t('held', { amount: format.money(inHand) })}</Text>
      <MoneyInput label={t('counted')} size="lg" data-autofocus {...form.getInputProps('amount')} />
      {missing > 0 && <Text c="clay.8">{t('difference', { amount: format.money(missing) })}</Text>}
    </FormDrawer>
  );
}

/** Sends a count; its id is made once, so that a retry is the same hand-in. */
function useCount(held: InHand | undefined) {
  const draftId = useRef<string>(null);
  return useSubmit({
    send: ({ amount }: { amount: number | null }, key) => {
      draftId.current ??= v7();
      const body = {
        id: draftId.current,
        boardId: held?.boardId ?? '',
        collectorId: held?.collectorId ?? '',
        amount: amount ?? 0,
      };
      return answer(api.POST('/api/v1/hand-ins', { body, ...once(key) }));
    },
    invalidates: ['/api/v1/cash/in-hand', '/api/v1/cash/today', '/api/v1/hand-ins'],
    onDone: () => {
      draftId.current = null;
    },
  });
}
