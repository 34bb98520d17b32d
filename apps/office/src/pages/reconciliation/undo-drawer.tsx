import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

interface RecordDrawerProps {
  recordId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** What a decision on a record makes untrue. */
export const staleAfterDecision = [
  '/api/v1/bank-records',
  '/api/v1/bank-records/{id}',
  '/api/v1/reconciliation/today',
  '/api/v1/bills',
  '/api/v1/billing/leases/{id}',
];

/** Takes a match back, with the reason that stays beside it. */
export function UndoDrawer({ recordId, isOpen, onClose }: RecordDrawerProps) {
  const t = useTranslations('reconciliation.undo');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useSubmit({
    send: (body: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/undo', {
          params: { path: { id: recordId } },
          body,
          ...once(key),
        }),
      ),
    invalidates: staleAfterDecision,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('action')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
