import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { vi } from '../../messages/vi';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { ErrorState } from '../../parts/states';

const PATH = '/api/v1/journal-accounts';
type Account = BodyOf<typeof PATH>[number];

/** Which account of the board's chart each part of the ledger stands for. */
export function JournalAccounts({ boardId }: { boardId: string }) {
  const t = useTranslations('debts.journal');
  const accounts = useQuery(reading(PATH, { query: { boardId } }));
  const [edited, setEdited] = useState<Account>();
  const mayEdit = useMay('billing.issue');
  const columns = useColumns(mayEdit ? setEdited : undefined);
  return (
    <Section title={t('accounts')} hint={t('accountsHint')}>
      {accounts.isError && (
        <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
      )}
      {!accounts.isError && (
        <RowsTable
          label={t('accounts')}
          rows={accounts.data}
          columns={columns}
          keyOf={({ path }) => path}
        />
      )}
      {edited && (
        <AccountForm boardId={boardId} account={edited} onClose={() => setEdited(undefined)} />
      )}
    </Section>
  );
}

function useColumns(edit: ((account: Account) => void) | undefined): readonly Column<Account>[] {
  const t = useTranslations('debts.journal');
  const nameOf = usePathName();
  const columns: readonly Column<Account>[] = [
    { key: 'path', title: t('path'), cell: ({ path }) => nameOf(path) },
    {
      key: 'number',
      title: t('number'),
      cell: ({ number, usual }) =>
        number === usual
          ? number
          : `${number} (${usual ? t('usual', { number: usual }) : t('own')})`,
    },
  ];
  if (!edit) return columns;
  const button = (account: Account) => (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPencil size={15} />}
      aria-label={t('editOf', { path: nameOf(account.path) })}
      onClick={() => edit(account)}
    >
      {t('edit')}
    </Button>
  );
  return [...columns, { key: 'edit', title: t('edit'), align: 'right', cell: button }];
}

const PATHS = Object.keys(vi.debts.journal.paths);
const isKnown = (path: string): path is keyof typeof vi.debts.journal.paths => PATHS.includes(path);

/** What the ledger's path means; a board's own finer path stands as it is. */
function usePathName(): (path: string) => string {
  const t = useTranslations('debts.journal.paths');
  return (path) => (isKnown(path) ? t(path) : path);
}

interface AccountFormProps {
  boardId: string;
  account: Account;
  onClose: () => void;
}

function AccountForm({ boardId, account: { path, number }, onClose }: AccountFormProps) {
  const t = useTranslations('debts.journal');
  const nameOf = usePathName();
  const form = useForm({
    initialValues: { number },
    validate: { number: (typed) => (/^([0-9]{3,10})?$/.test(typed) ? null : t('badNumber')) },
  });
  const submit = useSubmit({
    send: ({ number: typed }: { number: string }) => {
      const accounts = [{ path, number: typed === '' ? null : typed }];
      return answer(api.PUT(PATH, { body: { boardId, accounts } }));
    },
    invalidates: [PATH, '/api/v1/journals'],
  });
  return (
    <FormDrawer
      title={t('drawer', { path: nameOf(path) })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('saved')}
    >
      <TextInput
        label={t('number')}
        description={t('numberHint')}
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps('number')}
      />
    </FormDrawer>
  );
}
