import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { PageHeader } from '../../parts/page';
import { type Column, PagedTable } from '../../parts/paged-table';
import { useRules } from '../../parts/rules';

type Board = ItemOf<'/api/v1/boards'>;

export function BoardsPage() {
  const t = useTranslations('markets.boards');
  const format = useFormat();
  const [isAdding, { open, close }] = useDisclosure(false);
  const columns: readonly Column<Board>[] = [
    { key: 'name', title: t('name'), sort: 'name', cell: ({ name }) => name },
    {
      key: 'markets',
      title: t('marketCount'),
      align: 'right',
      cell: ({ marketCount }) => format.count(marketCount),
    },
  ];
  const add = useMay('system.operate') && (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={add} />
      <PagedTable<Board>
        label={t('title')}
        read={({ page }) => reading('/api/v1/boards', { query: page })}
        columns={columns}
        keyOf={({ id }) => id}
        searchHint={t('search')}
        exports
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewBoard isOpen={isAdding} onClose={close} />
    </>
  );
}

function NewBoard({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('markets.boards');
  const rules = useRules();
  const form = useForm({ initialValues: { name: '' }, validate: { name: rules.required } });
  const submit = useSubmit({
    // The key is the board's id: a retry is the same board.
    send: (values: { name: string }, key) =>
      answer(api.POST('/api/v1/boards', { body: { ...values, id: key }, ...once(key) })),
    invalidates: ['/api/v1/boards', '/api/v1/session'],
  });
  return (
    <FormDrawer
      title={t('add')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('saved')}
    >
      <TextInput label={t('name')} data-autofocus {...form.getInputProps('name')} />
    </FormDrawer>
  );
}
