import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { type Feed, FEEDS } from './providers';
import { usePullWords } from './pull-state';

interface PullFeedProps {
  feed: Feed;
  onClose: () => void;
}

/** A token with which SePay is asked every five minutes: entered, tried at once, then on. */
export function PullFeed({ feed, onClose }: PullFeedProps) {
  const t = useTranslations('banking.feeds.pull');
  const rules = useRules();
  const wordsOf = usePullWords();
  const params = { path: { id: feed.id } };
  const form = useForm({ initialValues: { token: '' }, validate: { token: rules.required } });
  const submit = useSubmit<{ token: string }, NonNullable<Feed['pull']>>({
    send: async (body) => {
      await answer(api.POST('/api/v1/feeds/{id}/pull', { params, body }));
      return answer(api.POST('/api/v1/feeds/{id}/pull/try', { params }));
    },
    invalidates: FEEDS,
    onDone: (pull) => toast(wordsOf(pull)),
  });
  return (
    <FormDrawer
      title={t('setTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('set')}
    >
      <p>{t('setText')}</p>
      <PasswordInput
        label={t('token')}
        description={t('tokenHint')}
        autoComplete="off"
        maxLength={500}
        {...form.getInputProps('token')}
      />
    </FormDrawer>
  );
}

export function EndPull({ feed, onClose }: PullFeedProps) {
  const t = useTranslations('banking.feeds.pull');
  const submit = useSubmit<string, unknown>({
    send: (id) => answer(api.POST('/api/v1/feeds/{id}/pull/end', { params: { path: { id } } })),
    invalidates: FEEDS,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('endTitle')}
      confirmLabel={t('end')}
      isDangerous
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(feed.id)}
    >
      <SubmitError error={submit.error} />
      <p>{t('endText')}</p>
    </ConfirmDialog>
  );
}
