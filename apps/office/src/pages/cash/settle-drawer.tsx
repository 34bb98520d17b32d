import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import type { ItemOf } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import type { Difference } from './differences-page';

type Kind = ItemOf<'/api/v1/cash-differences/acts'>['kind'];
interface Values {
  kind: Kind;
  amount: number | null;
  reason: string;
}
interface SettleDrawerProps {
  difference: Difference;
  onClose: () => void;
}

/** What becomes of a shortage or a surplus; who may do which is the right's. */
export function SettleDrawer({ difference, onClose }: SettleDrawerProps) {
  const t = useTranslations('safe.differences');
  const rules = useRules();
  const kinds = useKinds(difference);
  const form = useForm<Values>({
    initialValues: { kind: kinds[0] ?? 'paid-back', amount: null, reason: '' },
    validate: { amount: rules.money, reason: rules.required },
  });
  return (
    <FormDrawer
      title={t('settleOf', { name: difference.collectorName })}
      isOpen
      onClose={onClose}
      form={form}
      submit={useSettle(difference)}
      fieldOf={{ 'cash.moreThanOpen': 'amount', 'cash.moreThanInHand': 'amount' }}
      savedMessage={t('settled')}
    >
      <Radio.Group label={t('kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={6}>
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`kindValue.${kind}`)}
              description={t(`kindHint.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      <Textarea
        label={t('reason')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}

// The cashier's own difference is settled by the head, who stands for the cashier there.
function useKinds({ shortage, surplus, keepsSafe }: Difference): Kind[] {
  const [mayCount, mayManage] = [useMay('cash.count'), useMay('cash.manage')];
  const maySettle = mayCount || (mayManage && keepsSafe);
  const kinds: Kind[] = [];
  if (maySettle && shortage > 0) kinds.push('paid-back');
  if (maySettle && surplus > 0) kinds.push('given-back');
  if (mayManage && surplus > 0) kinds.push('late-receipt', 'kept');
  return kinds;
}

function useSettle({ boardId, collectorId }: Difference) {
  const mayCount = useMay('cash.count');
  const draftId = useRef(v7());
  return useSubmit({
    send: ({ kind, amount, reason }: Values, key) => {
      const fact = { id: draftId.current, boardId, collectorId, amount: amount ?? 0, reason };
      return mayCount && (kind === 'paid-back' || kind === 'given-back')
        ? answer(
            api.POST('/api/v1/cash-differences/acts', { body: { ...fact, kind }, ...once(key) }),
          )
        : answer(
            api.POST('/api/v1/cash-differences/explanations', {
              body: { ...fact, kind },
              ...once(key),
            }),
          );
    },
    invalidates: [
      '/api/v1/cash-differences',
      '/api/v1/cash-differences/acts',
      '/api/v1/cash/in-hand',
      '/api/v1/cash/custody',
    ],
  });
}
