import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSubmit } from '../api/use-submit';
import { FormDrawer, type Submit } from './form-drawer';
import { useRules } from './rules';

interface WithReason {
  reason: string;
}

interface ReasonFormProps {
  title: string;
  /** What it does, said before it is done. */
  hint: ReactNode;
  /** The title, where the button says nothing else. */
  saveLabel?: string;
  savedMessage: string;
  /** What a good reason is. */
  reasonHint?: string;
  isOpen: boolean;
  onClose: () => void;
  submit: Submit<WithReason>;
}

/** An act that needs nothing but a reason, which stays beside it. */
export function ReasonForm({ hint, reasonHint, saveLabel, ...props }: ReasonFormProps) {
  const t = useTranslations('parts.form');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  return (
    <FormDrawer {...props} form={form} saveLabel={saveLabel ?? props.title}>
      <Text>{hint}</Text>
      <Textarea
        label={t('reason')}
        description={reasonHint}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}

interface ReasonDrawerProps extends Omit<ReasonFormProps, 'submit'> {
  send: (body: WithReason, key: string) => Promise<unknown>;
  invalidates: readonly string[];
}

/** The same, where nothing follows but that some readings are no longer true. */
export function ReasonDrawer({ send, invalidates, ...props }: ReasonDrawerProps) {
  const submit = useSubmit({ send, invalidates });
  return <ReasonForm {...props} submit={submit} />;
}
