import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { NO_REFUND, RefundFields } from './refund-fields';
import { staleAfterRefund } from './refund-words';

interface RefundRecordProps {
  recordId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Proposes to give nobody's money back; another person approves it. */
export function RefundRecord({ recordId, isOpen, onClose }: RefundRecordProps) {
  const t = useTranslations('reconciliation.refund');
  const { required } = useRules();
  const form = useForm({
    initialValues: NO_REFUND,
    validate: { payee: required, reason: required },
  });
  const submit = useSubmit({
    send: (body: typeof NO_REFUND, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/refunds', {
          params: { path: { id: recordId } },
          body,
          ...once(key),
        }),
      ),
    invalidates: staleAfterRefund,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('save')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      <RefundFields form={form} />
    </FormDrawer>
  );
}
