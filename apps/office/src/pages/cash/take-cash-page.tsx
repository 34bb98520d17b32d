import { Button, Chip, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { useFieldErrors } from '../../parts/field-errors';
import { SubmitError } from '../../parts/submit-error';
import { MoneyInput } from '../../parts/money-input';
import { PageHeader, Section } from '../../parts/page';
import { useRules } from '../../parts/rules';
import { LeaseSelect } from './lease-select';
import { Owed, type LeaseAccount } from './owed';
import { TakenReceipt } from './taken-receipt';

export type Receipt = BodyOf<'/api/v1/receipts/{id}'>;
type Why = NonNullable<Receipt['whyNotCashless']>;

const WHYS: readonly Why[] = [
  'no-signal',
  'no-account',
  'no-smartphone',
  'fear-of-tax',
  'prefers-cash',
];
const STALE = [
  '/api/v1/receipts',
  '/api/v1/billing/leases/{id}',
  '/api/v1/bills',
  '/api/v1/cash/in-hand',
  '/api/v1/cash/today',
];

interface Values {
  leaseId: string | null;
  amount: number | null;
  why: Why | null;
}
const NOBODY: Values = { leaseId: null, amount: null, why: null };

/** Cash at the desk with the keyboard alone: a stall, Enter, the sum, Enter, the next one. */
export function TakeCashPage() {
  const t = useTranslations('cash');
  const [taken, setTaken] = useState<Receipt>();
  return (
    <>
      <PageHeader
        title={t('take.title')}
        subtitle={t('take.subtitle')}
        crumbs={[{ label: t('receipts.title'), to: '/receipts' }]}
      />
      {taken ? (
        <TakenReceipt receipt={taken} onNext={() => setTaken(undefined)} />
      ) : (
        <TakeForm onTaken={setTaken} />
      )}
    </>
  );
}

function TakeForm({ onTaken }: { onTaken: (receipt: Receipt) => void }) {
  const t = useTranslations('cash.take');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: NOBODY,
    validate: { leaseId: rules.required, amount: rules.money },
  });
  const submit = useTake(onTaken);
  const showFieldErrors = useFieldErrors(form, {
    'cash.amountOutOfBounds': 'amount',
    'cash.leaseNotFound': 'leaseId',
  });
  const { leaseId } = form.values;
  const account = useAccount(leaseId);
  const amountField = useAmountOf(account, (due) => form.setFieldValue('amount', due || null));
  const take = form.onSubmit((values) =>
    submit.mutate(values, { onError: (error) => void showFieldErrors(error) }),
  );
  return (
    <form noValidate onSubmit={take}>
      <Stack gap={0} maw="46rem">
        <SubmitError error={submit.error} />
        <Section title={t('who')}>
          <LeaseSelect isFirst {...form.getInputProps('leaseId')} />
        </Section>
        {account && <Owed account={account} />}
        {account && (
          <Section title={t('howMuch')}>
            <Stack gap="md">
              <MoneyInput
                ref={amountField}
                label={t('amount')}
                description={t('amountHint')}
                size="lg"
                {...form.getInputProps('amount')}
              />
              <WhyChips {...form.getInputProps('why')} />
              <Save amount={form.values.amount} isPending={submit.isPending} />
            </Stack>
          </Section>
        )}
      </Stack>
    </form>
  );
}

function Save({ amount, isPending }: { amount: number | null; isPending: boolean }) {
  const t = useTranslations('cash.take');
  const format = useFormat();
  return (
    <Button type="submit" size="md" loading={isPending}>
      {amount ? t('save', { amount: format.money(amount) }) : t('saveNothing')}
    </Button>
  );
}

/** Sends a receipt; its id and time are made once, so that a retry is the same receipt. */
function useTake(onTaken: (receipt: Receipt) => void) {
  const draft = useRef<{ id: string; takenAt: string }>(null);
  return useSubmit({
    send: ({ leaseId, amount, why }: Values, key) => {
      draft.current ??= { id: v7(), takenAt: new Date().toISOString() };
      const body = {
        ...draft.current,
        leaseId: leaseId ?? '',
        amount: amount ?? 0,
        whyNotCashless: why ?? undefined,
      };
      return answer(api.POST('/api/v1/receipts', { body, ...once(key) }));
    },
    invalidates: STALE,
    onDone: onTaken,
  });
}

function useAccount(leaseId: string | null): LeaseAccount | undefined {
  const account = reading('/api/v1/billing/leases/{id}', { path: { id: leaseId ?? '' } });
  return useQuery({ ...account, queryFn: leaseId ? account.queryFn : skipToken }).data;
}

/** Fills in what the chosen lease owes and leads the cursor there. */
function useAmountOf(account: LeaseAccount | undefined, fill: (due: number) => void) {
  const field = useRef<HTMLInputElement>(null);
  const leaseId = account?.leaseId;
  useEffect(() => {
    if (!account) return;
    fill(account.due);
    field.current?.focus();
    field.current?.select();
    // Another lease asks anew; a refetch of the same one leaves what was typed.
  }, [leaseId]);
  return field;
}

interface ChoiceProps<Value> {
  value?: Value | null;
  onChange?: (value: Value | null) => void;
}

/** Five answers, none of them needed; pressing one again takes it back. */
function WhyChips({ value = null, onChange }: ChoiceProps<Why>) {
  const t = useTranslations('cash');
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{t('take.why')}</legend>
      <Group gap="xs" mt="xs">
        {WHYS.map((why) => (
          <Chip key={why} checked={value === why} onChange={(on) => onChange?.(on ? why : null)}>
            {t(`whyValue.${why}`)}
          </Chip>
        ))}
      </Group>
    </fieldset>
  );
}
