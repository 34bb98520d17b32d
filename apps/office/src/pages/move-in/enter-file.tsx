import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { MoneyInput } from '../../parts/money-input';
import { Section } from '../../parts/page';
import { useRules } from '../../parts/rules';
import { SubmitError } from '../../parts/submit-error';
import css from './move-in.module.css';
import { type MoveInFile, STALE_AFTER_MOVING } from './move-in-file';

type Totals = InputOf<'/api/v1/move-in/files/{id}/enter'>;
interface Values {
  perMarket: Record<string, number | null>;
  total: number | null;
}

/** The board types in what its old books say is owed; only the same sum to the đồng goes on. */
export function EnterFile({ file }: { file: MoveInFile }) {
  const t = useTranslations('moveIn');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      perMarket: Object.fromEntries(file.debts.map(({ marketCode }) => [marketCode, null])),
      total: file.debts.length === 0 ? 0 : null,
    },
    validate: { total: rules.required },
  });
  const submit = useSubmit({
    send: (body: Totals, key) =>
      answer(
        api.POST('/api/v1/move-in/files/{id}/enter', {
          params: { path: { id: file.id } },
          body,
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/move-in/files/{id}', ...STALE_AFTER_MOVING],
  });
  const isKnown = Object.values(file.counts).every((count) => count.new === 0);
  if (isKnown)
    return (
      <Alert color="blue" icon={<IconCircleCheck />} role="status">
        {t('allKnown')}
      </Alert>
    );
  const send = form.onSubmit(({ perMarket, total }) =>
    submit.mutate({
      perMarket: Object.entries(perMarket).map(([marketCode, amount]) => ({
        marketCode,
        amount: amount ?? 0,
      })),
      total: total ?? 0,
    }),
  );
  return (
    <Section title={t('prove')} hint={t(file.debts.length === 0 ? 'noDebts' : 'proveHint')}>
      <form onSubmit={send} className={css.totals} noValidate>
        <SubmitError error={submit.error} />
        {file.debts.length > 0 && (
          <Stack gap="sm" maw="26rem">
            {file.debts.map(({ marketCode, count }) => (
              <MoneyInput
                key={marketCode}
                label={t('debtsOf', { market: marketCode })}
                description={t('debtRows', { count })}
                {...form.getInputProps(`perMarket.${marketCode}`)}
              />
            ))}
            <MoneyInput label={t('total')} {...form.getInputProps('total')} />
          </Stack>
        )}
        <Group justify="flex-end">
          <Button
            type="submit"
            size="md"
            leftSection={<IconFileImport size={18} aria-hidden="true" />}
            loading={submit.isPending}
          >
            {t('enter')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
