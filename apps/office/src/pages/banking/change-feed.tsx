import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { FormDrawer } from '../../parts/form-drawer';
import { SubmitError } from '../../parts/submit-error';
import { useRules } from '../../parts/rules';
import { toast } from '../../parts/toast';
import { type Feed, FEEDS, isSecretTheirs } from './providers';
import type { OpenedFeed } from './shown-secret';

interface ChangeFeedProps {
  feedId: string;
  onClose: () => void;
}

interface RotateFeedProps {
  feed: Feed;
  onClose: () => void;
  onOpened: (feed: OpenedFeed) => void;
}

/** A new secret: one of ours, or the one that the provider shows now. */
export function RotateFeed({ feed, onClose, onOpened }: RotateFeedProps) {
  const t = useTranslations('banking.feeds');
  const rules = useRules();
  const isTheirs = isSecretTheirs(feed.provider);
  const form = useForm({
    initialValues: { secret: '' },
    validate: { secret: (value) => (isTheirs ? rules.required(value) : null) },
  });
  const submit = useSubmit<{ secret: string }, OpenedFeed>({
    send: ({ secret }) => {
      const params = { path: { id: feed.id } };
      const body = isTheirs ? { secret } : {};
      return answer(api.POST('/api/v1/feeds/{id}/rotate', { params, body }));
    },
    invalidates: FEEDS,
    onDone: onOpened,
  });
  return (
    <FormDrawer
      title={t('rotateTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('rotate')}
    >
      <p>{t('rotateText')}</p>
      {isTheirs && (
        <TextInput
          label={t('theirSecret')}
          description={t('theirSecretHint')}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps('secret')}
        />
      )}
    </FormDrawer>
  );
}

export function EndFeed({ feedId, onClose }: ChangeFeedProps) {
  const t = useTranslations('banking.feeds');
  const submit = useSubmit<string, unknown>({
    send: (id) => answer(api.POST('/api/v1/feeds/{id}/end', { params: { path: { id } } })),
    invalidates: FEEDS,
    onDone: () => {
      toast(t('endDone'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('endTitle')}
      confirmLabel={t('end')}
      isDangerous
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(feedId)}
    >
      <SubmitError error={submit.error} />
      <p>{t('endText')}</p>
    </ConfirmDialog>
  );
}
