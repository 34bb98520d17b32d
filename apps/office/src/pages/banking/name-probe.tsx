import { Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { ErrorState, Waiting } from '../../parts/states';
import { staleAfterAccount } from './approve-account';

interface NameProbeProps {
  accountId: string;
  onClose: () => void;
}

/** The probe payment named by a person, where its bank printed it without the code. */
export function NameProbe({ accountId, onClose }: NameProbeProps) {
  const t = useTranslations('banking.accounts.proving');
  const rules = useRules();
  const form = useForm({ initialValues: { recordId: '' }, validate: { recordId: rules.required } });
  const submit = useSubmit<{ recordId: string }, unknown>({
    send: (body) =>
      answer(
        api.POST('/api/v1/receiving-accounts/{id}/prove', {
          params: { path: { id: accountId } },
          body,
        }),
      ),
    invalidates: staleAfterAccount,
  });
  return (
    <FormDrawer
      title={t('nameTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('save')}
      savedMessage={t('named')}
    >
      <Text>{t('nameHint')}</Text>
      <Radio.Group label={t('record')} {...form.getInputProps('recordId')}>
        <Candidates accountId={accountId} />
      </Radio.Group>
    </FormDrawer>
  );
}

function Candidates({ accountId }: { accountId: string }) {
  const t = useTranslations('banking.accounts.proving');
  const format = useFormat();
  const { data, isError, error, refetch } = useQuery(
    reading('/api/v1/receiving-accounts/{id}/probe-candidates', { path: { id: accountId } }),
  );
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.length === 0) return <Text c="dimmed">{t('nameNone')}</Text>;
  return (
    <Stack gap="sm" mt="xs">
      {data.map(({ recordId, amount, bookedAt, content }) => (
        <Radio
          key={recordId}
          value={recordId}
          label={`${format.money(amount)} · ${format.instant(bookedAt)}`}
          description={content}
        />
      ))}
    </Stack>
  );
}
