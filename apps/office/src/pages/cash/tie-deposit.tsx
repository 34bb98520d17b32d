import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { DEPOSIT_PATHS, type Deposit } from './deposit';

/** Which of the bank's unmatched records is this deposit's; another sum is tied with a reason. */
export function TieDeposit({ deposit, onClose }: { deposit: Deposit; onClose: () => void }) {
  const t = useTranslations('safe.deposits');
  const format = useFormat();
  const rules = useRules();
  const { id } = deposit;
  const found = useQuery(reading('/api/v1/deposits/{id}/candidates', { path: { id } }));
  const form = useForm({
    initialValues: { recordId: '', reason: '' },
    validate: { recordId: rules.required },
  });
  const submit = useSubmit({
    send: ({ recordId, reason }: { recordId: string; reason: string }, key) =>
      answer(
        api.POST('/api/v1/deposits/{id}/tie', {
          params: { path: { id } },
          body: { recordId, reason },
          ...once(key),
        }),
      ),
    invalidates: DEPOSIT_PATHS,
  });
  return (
    <FormDrawer
      title={t('tieOf', { number: deposit.number, amount: format.money(deposit.amount) })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.depositRecordDiffers': 'reason' }}
      saveLabel={t('tie')}
      savedMessage={t('tied')}
    >
      {found.data?.items.length === 0 && <Text>{t('noCandidate')}</Text>}
      <Radio.Group label={t('candidates')} {...form.getInputProps('recordId')}>
        <Stack gap="xs" mt={6}>
          {found.data?.items.map(({ recordId, amount, bookedOn, reference }) => (
            <Radio
              key={recordId}
              value={recordId}
              label={`${format.money(amount)} · ${format.date(bookedOn)} · ${reference ?? '—'}`}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('whyDiffers')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
