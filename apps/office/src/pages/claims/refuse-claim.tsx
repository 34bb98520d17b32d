import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

interface RefuseClaimProps {
  claimId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Answers that no such money came. */
export function RefuseClaim({ claimId, isOpen, onClose }: RefuseClaimProps) {
  const t = useTranslations('claims.refuse');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useSubmit({
    send: (body: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/claims/{id}/refuse', {
          params: { path: { id: claimId } },
          body,
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/claims', '/api/v1/claims/{id}', '/api/v1/reconciliation/today'],
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
