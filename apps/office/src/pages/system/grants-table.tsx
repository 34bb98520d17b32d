import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DateInput } from '../../parts/date-input';
import { DateText } from '../../parts/figures';
import { SubmitError } from '../../parts/submit-error';
import { type Column, RowsTable } from '../../parts/rows-table';
import { EmptyState } from '../../parts/states';
import { toast } from '../../parts/toast';
import type { User } from './user-page';

type Grant = User['grants'][number];

/** The roles of a person with their days; one that still holds can be ended. */
export function GrantsTable({ user, mayEnd }: { user: User; mayEnd: boolean }) {
  const t = useTranslations('system.users');
  const roleName = useTranslations('shell.role');
  const act = useTranslations('act');
  const [ending, setEnding] = useState<Grant>();
  if (user.grants.length === 0) return <EmptyState title={t('noGrants')} hint={t('emptyHint')} />;
  const columns: readonly Column<Grant>[] = [
    { key: 'role', title: t('role'), cell: ({ role }) => roleName(role) },
    { key: 'scope', title: t('scope'), cell: ({ scopeName }) => scopeName ?? t('elsewhere') },
    { key: 'from', title: t('from'), cell: ({ validFrom }) => <DateText day={validFrom} /> },
    {
      key: 'to',
      title: t('to'),
      cell: ({ validTo }) => (validTo ? <DateText day={validTo} /> : t('open')),
    },
    {
      key: 'end',
      title: act('actions'),
      align: 'right',
      cell: (grant) =>
        mayEnd && !grant.validTo ? (
          <Button size="xs" variant="default" onClick={() => setEnding(grant)}>
            {t('end')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <RowsTable
        label={t('grantsTitle')}
        rows={user.grants}
        columns={columns}
        keyOf={({ id }) => id}
      />
      {ending && <EndRole user={user} grant={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

interface EndRoleProps {
  user: User;
  grant: Grant;
  onClose: () => void;
}

function EndRole({ user, grant, onClose }: EndRoleProps) {
  const t = useTranslations('system.users');
  const roleName = useTranslations('shell.role');
  const [on, setOn] = useState(likelyToday());
  const end = useSubmit({
    send: () =>
      answer(
        api.POST('/api/v1/users/{id}/grants/{grantId}/end', {
          params: { path: { id: user.id, grantId: grant.id } },
          body: { on },
        }),
      ),
    invalidates: ['/api/v1/users', '/api/v1/users/{id}'],
    onDone: () => {
      onClose();
      toast(t('ended'));
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('endAsk', { role: roleName(grant.role) })}
      confirmLabel={t('end')}
      isDangerous
      isBusy={end.isPending}
      onCancel={onClose}
      onConfirm={() => end.mutate(undefined)}
    >
      <Stack>
        <DateInput label={t('endHint')} value={on} onChange={setOn} />
        <SubmitError error={end.error} />
      </Stack>
    </ConfirmDialog>
  );
}
