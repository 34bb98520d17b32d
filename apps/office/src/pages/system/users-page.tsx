import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { StatusBadge } from '../../parts/status-badge';
import { NewUser } from './new-user';

type User = ItemOf<'/api/v1/users'>;

export function UsersPage() {
  const t = useTranslations('system.users');
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns = useColumns();
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<User>
        label={t('title')}
        read={({ page }) => reading('/api/v1/users', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        linkOf={({ id }) => ({ to: '/users/$id', params: { id } })}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewUser isOpen={isAdding} onClose={close} />
    </>
  );
}

function useColumns(): readonly Column<User>[] {
  const t = useTranslations('system.users');
  const roleName = useTranslations('shell.role');
  const roles = ({ grants }: User) =>
    grants.map(({ id, role, scopeName }) => (
      <div key={id}>
        {roleName(role)} <small>{scopeName}</small>
      </div>
    ));
  return [
    {
      key: 'displayName',
      title: t('displayName'),
      sort: 'displayName',
      cell: ({ displayName }) => displayName,
    },
    {
      key: 'username',
      title: t('username'),
      sort: 'username',
      cell: ({ username }) => <code>{username}</code>,
    },
    { key: 'roles', title: t('roles'), cell: (user) => <div>{roles(user)}</div> },
    {
      key: 'state',
      title: t('state'),
      cell: ({ disabledAt }) => (
        <StatusBadge tone={disabledAt ? 'quiet' : 'good'}>
          {t(disabledAt ? 'disabledShort' : 'active')}
        </StatusBadge>
      ),
    },
  ];
}
