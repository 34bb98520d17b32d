import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { staleOfLease } from './lease-acts';

export type Deposit = BodyOf<'/api/v1/billing/leases/{id}/deposit'>;

interface DepositDrawerProps {
  deposit: Deposit;
  isOpen: boolean;
  onClose: () => void;
}

/** Makes the bill of a deposit; what the lease agrees to is proposed. */
export function DemandDeposit({ deposit, isOpen, onClose }: DepositDrawerProps) {
  const t = useTranslations('reliefs.deposit');
  const word = useTranslations('reliefs');
  const { required, money } = useRules();
  const missing = deposit.agreed - deposit.demanded - deposit.carried;
  const form = useForm({
    initialValues: { amount: missing > 0 ? missing : (null as number | null), reason: '' },
    validate: { amount: money, reason: required },
  });
  const submit = useSubmit({
    send: ({ amount, reason }: typeof form.values, key) =>
      answer(
        api.POST('/api/v1/billing/leases/{id}/deposit', {
          params: { path: { id: deposit.leaseId } },
          body: { amount: amount ?? 0, reason },
          ...once(key),
        }),
      ),
    invalidates: staleOfLease,
  });
  return (
    <FormDrawer
      title={t('demand')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('demandSaved')}
    >
      <Text>{t('demandHint')}</Text>
      <MoneyInput label={t('amount')} data-autofocus {...form.getInputProps('amount')} />
      <Textarea label={word('reason')} maxLength={500} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

type UseKind = Deposit['uses'][number]['kind'];

/** Debts come first; whoever goes on keeps the deposit in the next lease. */
function likelyUse({ held, arrears, renewedBy }: Deposit): { kind: UseKind; amount: number } {
  if (arrears > 0) return { kind: 'set-off', amount: Math.min(held, arrears) };
  return { kind: renewedBy ? 'carry-over' : 'give-back', amount: held };
}

/** Sets off what is held against what is owed, gives it back, or carries it over. */
export function UseDeposit({ deposit, isOpen, onClose }: DepositDrawerProps) {
  const t = useTranslations('reliefs.deposit');
  const word = useTranslations('reliefs');
  const format = useFormat();
  const { required, money } = useRules();
  const { leaseId, held, arrears, renewedBy } = deposit;
  const likely = likelyUse(deposit);
  const kinds: UseKind[] = ['set-off', 'give-back', ...(renewedBy ? ['carry-over' as const] : [])];
  const form = useForm({
    initialValues: {
      kind: likely.kind,
      amount: likely.amount as number | null,
      reason: '',
    },
    validate: { amount: money, reason: required },
  });
  const submit = useSubmit({
    send: ({ amount, ...use }: typeof form.values, key) =>
      answer(
        api.POST('/api/v1/billing/leases/{id}/deposit-uses', {
          params: { path: { id: leaseId } },
          body: { ...use, amount: amount ?? 0 },
          ...once(key),
        }),
      ),
    invalidates: staleOfLease,
  });
  return (
    <FormDrawer
      title={t('use')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('useSaved')}
    >
      <Text>{t('useHint', { held: format.money(held), arrears: format.money(arrears) })}</Text>
      <Select
        label={t('useKind')}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      <Textarea label={word('reason')} maxLength={500} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
