import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { ChooseLease } from '../leases/choose-lease';
import type { Line } from './batch-lines';
import { STALE } from './stale';

interface Values {
  leaseId: string | null;
  reason: string;
}

/** Names whose money an unmatched line is. */
export function AssignLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useTranslations('settlements.assign');
  const words = useTranslations();
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { leaseId: null, reason: '' },
    validate: { leaseId: rules.required, reason: rules.required },
  });
  const submit = useSubmit({
    send: ({ leaseId, reason }: Values, key) =>
      answer(
        api.POST('/api/v1/settlement-lines/{id}/match', {
          params: { path: { id: line.id } },
          body: { leaseId: leaseId ?? '', reason, since: line.since ?? undefined },
          ...once(key),
        }),
      ),
    invalidates: STALE,
  });
  return (
    <FormDrawer
      title={t('title')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('action')}
      savedMessage={t('saved')}
    >
      <ChooseLease label={t('lease')} {...form.getInputProps('leaseId')} />
      <Textarea
        label={words('parts.form.reason')}
        autosize
        minRows={3}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
