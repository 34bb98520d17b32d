import { NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALE_BOOKS } from './stale';
import type { Book } from './ticket-book-page';

interface Values {
  first: number | string;
  last: number | string;
}

/** Stubs from the shelf for whoever is signed in. It is mounted when it opens. */
export function IssueStubs({ book, onClose }: { book: Book; onClose: () => void }) {
  const t = useTranslations('ticketBooks');
  const rules = useRules();
  const shelf = book.held.find(({ collectorId }) => collectorId === null);
  const form = useForm<Values>({
    initialValues: { first: shelf?.first ?? '', last: shelf?.last ?? '' },
    validate: { first: rules.required, last: rules.required },
  });
  const submit = useSubmit<Values, unknown>({
    send: ({ first, last }, key) =>
      answer(
        api.POST('/api/v1/ticket-books/{id}/issues', {
          params: { path: { id: book.id } },
          body: { first: Number(first), last: Number(last) },
          ...once(key),
        }),
      ),
    invalidates: STALE_BOOKS,
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('page.issue')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('page.issue')}
      savedMessage={t('page.issueDone')}
    >
      <Text>{t('page.issueHint')}</Text>
      <NumberInput label={t('first')} allowDecimal={false} data-autofocus {...field('first')} />
      <NumberInput label={t('last')} allowDecimal={false} {...field('last')} />
    </FormDrawer>
  );
}
