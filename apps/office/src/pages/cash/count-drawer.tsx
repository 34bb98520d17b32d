import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import type { InHand } from './hand-ins-page';

interface CountDrawerProps {
  /** Whose cash is counted; undefined keeps the drawer closed. */
  held: InHand | undefined;
  onClose: () => void;
}

interface Values {
  amount: number | null;
  brings: 'all' | 'part';
  isConfirmed: boolean;
}

/** The cashier types what was counted; the books' sum stands above and is not filled in. */
export function CountDrawer({ held, onClose }: CountDrawerProps) {
  const t = useTranslations('cash.handIns');
  const parts = useTranslations('parts.form');
  const format = useFormat();
  const form = useForm<Values>({
    initialValues: { amount: null, brings: 'all', isConfirmed: false },
    validate: { amount: (amount) => (amount === null ? parts('money') : null) },
  });
  const submit = useCount(held);
  const { amount, brings } = form.values;
  return (
    <FormDrawer
      title={t('drawer', { name: held?.collectorName ?? '' })}
      isOpen={held !== undefined}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.moreThanInHand': 'amount', 'cash.nothingCounted': 'amount' }}
      saveLabel={amount ? t('save', { amount: format.money(amount) }) : t('saveNothing')}
      savedMessage={t('saved')}
    >
      <Text>{t('held', { amount: format.money(held?.inHand ?? 0) })}</Text>
      <MoneyInput label={t('counted')} size="lg" data-autofocus {...form.getInputProps('amount')} />
      <Radio.Group label={t('brings')} {...form.getInputProps('brings')}>
        <Stack gap="xs" mt={6}>
          <Radio value="all" label={t('bringsAll')} />
          <Radio value="part" label={t('bringsPart')} />
        </Stack>
      </Radio.Group>
      {brings === 'all' && (
        <Difference
          difference={differenceOf(held, amount)}
          name={held?.collectorName ?? ''}
          box={form.getInputProps('isConfirmed', { type: 'checkbox' })}
        />
      )}
    </FormDrawer>
  );
}

const differenceOf = (held: InHand | undefined, amount: number | null) =>
  amount === null ? 0 : amount - (held?.inHand ?? 0);

interface DifferenceProps {
  difference: number;
  name: string;
  box: React.ComponentProps<typeof Checkbox>;
}

/** What is missing or too much is counted again, then kept under the collector's name. */
function Difference({ difference, name, box }: DifferenceProps) {
  const t = useTranslations('cash.handIns');
  const format = useFormat();
  if (difference === 0) return null;
  const amount = format.money(Math.abs(difference));
  return (
    <Checkbox
      label={t(difference < 0 ? 'confirmShort' : 'confirmOver', { amount, name })}
      {...box}
    />
  );
}

/** Sends a count; its id is made once, so that a retry is the same hand-in. */
function useCount(held: InHand | undefined) {
  const draftId = useRef<string>(null);
  return useSubmit({
    send: ({ amount, brings, isConfirmed }: Values, key) => {
      draftId.current ??= v7();
      const body = {
        id: draftId.current,
        boardId: held?.boardId ?? '',
        collectorId: held?.collectorId ?? '',
        amount: amount ?? 0,
        expected: brings === 'all' ? held?.inHand : undefined,
        confirmedDifference:
          brings === 'all' && isConfirmed ? differenceOf(held, amount) : undefined,
      };
      return answer(api.POST('/api/v1/hand-ins', { body, ...once(key) }));
    },
    invalidates: [
      '/api/v1/cash/in-hand',
      '/api/v1/cash/today',
      '/api/v1/hand-ins',
      '/api/v1/cash-differences',
      '/api/v1/cash/custody',
    ],
    onDone: () => {
      draftId.current = null;
    },
  });
}
