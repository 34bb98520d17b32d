import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';

const PAYOUTS = ['bank', 'cash'] as const;
type Payout = (typeof PAYOUTS)[number];

/** To whom money goes back, how and why: what whoever approves it approves. */
export interface RefundWords {
  payee: string;
  payout: Payout;
  reason: string;
}
export const NO_REFUND: RefundWords = { payee: '', payout: 'bank', reason: '' };

interface RefundFieldsProps {
  form: Pick<UseFormReturnType<RefundWords>, 'getInputProps'>;
}

export function RefundFields({ form }: RefundFieldsProps) {
  const t = useTranslations('reconciliation');
  return (
    <>
      <TextInput
        label={t('refund.payee')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('payee')}
      />
      <Select
        label={t('refund.payout')}
        description={t('refund.payoutHint')}
        data={PAYOUTS.map((value) => ({ value, label: t(`refund.payoutValue.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('payout')}
      />
      <Textarea
        label={t('refund.reason')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </>
  );
}
