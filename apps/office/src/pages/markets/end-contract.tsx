import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { Contract } from './collection-section';

interface Values {
  on: string;
  reason: string;
}

/** Ends a contract earlier than agreed. It is mounted when it opens. */
export function EndContract({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const t = useTranslations('markets.collection');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { on: likelyToday(), reason: '' },
    validate: { on: rules.day, reason: rules.required },
  });
  const { id: contractId, marketId: id } = contract;
  const submit = useSubmit<Values, unknown>({
    send: (body) =>
      answer(
        api.POST('/api/v1/markets/{id}/collection-contracts/{contractId}/end', {
          params: { path: { id, contractId } },
          body,
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/collection-contracts'],
  });
  return (
    <FormDrawer
      title={t('endOf', { party: contract.party })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.contractEndsLater': 'on' }}
      saveLabel={t('end')}
      savedMessage={t('ended')}
    >
      <DateInput label={t('endOn')} {...form.getInputProps('on')} />
      <Textarea label={t('endReason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
