import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useSession } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { SubmitError } from '../../parts/submit-error';
import { Facts, PageHeader, Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import { StatusBadge } from '../../parts/status-badge';
import { toast } from '../../parts/toast';
import { GiveRole } from './give-role';
import { GrantsTable } from './grants-table';
import { ResetPassword } from './reset-password';

export type User = BodyOf<'/api/v1/users/{id}'>;

/** One person: their roles, and what an administrator does about them. */
export function UserPage() {
  const { id } = useParams({ from: '/users/$id' });
  const user = useQuery(reading('/api/v1/users/{id}', { path: { id } }));
  if (user.isPending) return <Waiting />;
  if (user.isError) return <ErrorState error={user.error} onRetry={() => void user.refetch()} />;
  return <Shown user={user.data} />;
}

function Shown({ user }: { user: User }) {
  const t = useTranslations('system.users');
  const format = useFormat();
  const me = useSession().user;
  const [isGiving, giving] = useDisclosure(false);
  const state = user.disabledAt ? (
    <StatusBadge tone="quiet">{t('disabled', { at: format.instant(user.disabledAt) })}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{t('active')}</StatusBadge>
  );
  const give = (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={giving.open}>
      {t('give')}
    </Button>
  );
  // Nobody changes their own rights; the server refuses it as well.
  const isOther = user.id !== me.id && !user.disabledAt;
  return (
    <>
      <PageHeader
        title={user.displayName}
        crumbs={[{ label: t('title'), to: '/users' }]}
        actions={isOther && <Actions user={user} />}
      />
      <Section title={t('state')}>
        <Facts
          rows={[
            [t('username'), <code key="username">{user.username}</code>],
            [t('state'), state],
          ]}
        />
      </Section>
      <Section title={t('grantsTitle')} aside={isOther && give} isFlush>
        <GrantsTable user={user} mayEnd={isOther} />
      </Section>
      <GiveRole userId={user.id} isOpen={isGiving} onClose={giving.close} />
    </>
  );
}

function Actions({ user }: { user: User }) {
  const t = useTranslations('system.users');
  const [isResetting, resetting] = useDisclosure(false);
  const [isAsking, asking] = useDisclosure(false);
  const disable = useSubmit({
    send: () =>
      answer(api.POST('/api/v1/users/{id}/disable', { params: { path: { id: user.id } } })),
    invalidates: ['/api/v1/users', '/api/v1/users/{id}'],
    onDone: () => {
      asking.close();
      toast(t('disabledDone'));
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconKey size={17} />} onClick={resetting.open}>
        {t('reset')}
      </Button>
      <Button
        color="red"
        variant="light"
        leftSection={<IconLock size={17} />}
        onClick={asking.open}
      >
        {t('disable')}
      </Button>
      <ResetPassword userId={user.id} isOpen={isResetting} onClose={resetting.close} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('disableAsk', { name: user.displayName })}
        confirmLabel={t('disable')}
        isDangerous
        isBusy={disable.isPending}
        onCancel={asking.close}
        onConfirm={() => disable.mutate(undefined)}
      >
        <Text>{t('disableHint')}</Text>
        <SubmitError error={disable.error} />
      </ConfirmDialog>
    </>
  );
}
