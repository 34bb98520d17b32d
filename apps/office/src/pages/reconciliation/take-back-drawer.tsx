import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { RecordDetail } from './bank-record-page';
import { type RecordDrawerProps, UndoDrawer } from './undo-drawer';
import { useDecision } from './use-decision';

type TakeBackProps = RecordDrawerProps & { record: RecordDetail };

/** Takes back what was decided on a record: its match or its class. */
export function TakeBackDrawer(props: TakeBackProps) {
  return props.record.state === 'classified' ? (
    <UnclassifyDrawer {...props} />
  ) : (
    <UndoDrawer {...props} />
  );
}

function UnclassifyDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('queue.undo');
  const reasons = useTranslations('reconciliation.undo');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useDecision(
    ({ reason }: { reason: string }, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/unclassify', {
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
      saveLabel={t('title')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      <Textarea
        label={reasons('reason')}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
