import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';

interface ReasonDrawerProps {
  title: string;
  /** What it does, said before it is done. */
  hint: string;
  savedMessage: string;
  isOpen: boolean;
  onClose: () => void;
  send: (body: { reason: string }, key: string) => Promise<unknown>;
  invalidates: readonly string[];
}

/** Takes something back, with the reason that stays beside it. */
export function ReasonDrawer({ title, hint, savedMessage, ...props }: ReasonDrawerProps) {
  const t = useTranslations('reliefs');
  const { isOpen, onClose, send, invalidates } = props;
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  const submit = useSubmit({ send, invalidates });
  return (
    <FormDrawer
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={title}
      savedMessage={savedMessage}
    >
      <Text>{hint}</Text>
      <Textarea
        label={t('reason')}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
