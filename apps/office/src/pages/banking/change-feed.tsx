import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { FormDrawer } from '../../parts/form-drawer';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import { useScope } from '../../scope';
import type { OpenedFeed } from './shown-secret';

const FEEDS = ['/api/v1/feeds'];

interface OpenFeedProps {
  onClose: () => void;
  onOpened: (feed: OpenedFeed) => void;
}
interface Values {
  auth: 'hmac' | 'api-key';
}

export function OpenFeed({ onClose, onOpened }: OpenFeedProps) {
  const t = useTranslations('banking.feeds');
  const { boardId = '' } = useScope();
  const form = useForm<Values>({ initialValues: { auth: 'hmac' } });
  const submit = useSubmit<Values, OpenedFeed>({
    send: ({ auth }) => answer(api.POST('/api/v1/feeds', { body: { boardId, auth } })),
    invalidates: FEEDS,
    onDone: onOpened,
  });
  return (
    <FormDrawer
      title={t('openTitle')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('open')}
      savedMessage={t('opened')}
    >
      <Radio.Group label={t('auth')} {...form.getInputProps('auth')}>
        <Stack gap="sm" mt="xs">
          {(['hmac', 'api-key'] as const).map((auth) => (
            <Radio
              key={auth}
              value={auth}
              label={t(`authValue.${auth}`)}
              description={t(`authHint.${auth}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormDrawer>
  );
}

interface ChangeFeedProps {
  feedId: string;
  onClose: () => void;
}

export function RotateFeed({ feedId, onClose, onOpened }: ChangeFeedProps & OpenFeedProps) {
  const t = useTranslations('banking.feeds');
  const submit = useSubmit<string, OpenedFeed>({
    send: (id) => answer(api.POST('/api/v1/feeds/{id}/rotate', { params: { path: { id } } })),
    invalidates: FEEDS,
    onDone: onOpened,
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('rotateTitle')}
      confirmLabel={t('rotate')}
      isBusy={submit.isPending}
      onCancel={onClose}
      onConfirm={() => submit.mutate(feedId)}
    >
      <SubmitError error={submit.error} />
      <p>{t('rotateText')}</p>
    </ConfirmDialog>
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
