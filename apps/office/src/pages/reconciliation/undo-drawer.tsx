import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { RecordDetail } from './bank-record-page';
import { type Decided, useDecision } from './use-decision';

/** A drawer that decides on a record as it was seen. */
export interface RecordDrawerProps extends Decided {
  record: Pick<RecordDetail, 'id' | 'since' | 'amount'>;
  isOpen: boolean;
  onClose: () => void;
}

/** Takes a match back, with the reason that stays beside it. */
export function UndoDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('reconciliation.undo');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useDecision(
    ({ reason }: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/undo', {
          params: { path: { id: record.id } },
          body: { reason, since: record.since ?? undefined },
          ...once(key),
        }),
      ),
    decided,
  );
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
