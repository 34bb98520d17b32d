import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday, useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { countOf, serialsOf } from './serials';
import { STALE_BOOKS } from './stale';
import type { Book } from './ticket-book-page';

export interface Holder {
  readonly collectorId: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

const OUTCOMES = ['sold', 'unsold', 'spoiled', 'lost'] as const;
type Values = Record<(typeof OUTCOMES)[number] | 'on' | 'reason', string>;

interface BringBackProps {
  book: Book;
  holder: Holder;
  onClose: () => void;
}

/** The cashier writes down what a collector brings back. It is mounted when it opens. */
export function BringBack({ book, holder, onClose }: BringBackProps) {
  const t = useTranslations('ticketBooks.page');
  const format = useFormat();
  const rules = useRules();
  const serials = (text: string) => (serialsOf(text) ? null : t('wrongSerials'));
  const form = useForm<Values>({
    initialValues: {
      on: likelyToday(),
      sold: `${holder.first}-${holder.last}`,
      unsold: '',
      spoiled: '',
      lost: '',
      reason: '',
    },
    validate: { on: rules.day, sold: serials, unsold: serials, spoiled: serials, lost: serials },
  });
  const submit = useBringBack(book.id, holder.collectorId);
  const field = form.getInputProps;
  const count = countOf(serialsOf(form.values.sold) ?? []);
  return (
    <FormDrawer
      title={t('returnOf', { name: holder.name })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('return')}
      savedMessage={t('returned')}
    >
      <Text>{t('returnHint')}</Text>
      <DateInput label={t('saleDay')} {...field('on')} />
      {OUTCOMES.map((outcome) => (
        <TextInput key={outcome} label={t(`${outcome}Field`)} {...field(outcome)} />
      ))}
      <TextInput label={t('reason')} {...field('reason')} />
      <Text fw={600} role="status">
        {t('expected', {
          count: format.count(count),
          price: format.money(book.price),
          amount: format.money(count * book.price),
        })}
      </Text>
    </FormDrawer>
  );
}

function useBringBack(bookId: string, collectorId: string) {
  return useSubmit<Values, unknown>({
    send: ({ on, reason, ...serials }, key) => {
      const of = (outcome: (typeof OUTCOMES)[number]) => serialsOf(serials[outcome]) ?? [];
      const body = {
        collectorId,
        on,
        reason: reason.trim() || null,
        sold: of('sold'),
        unsold: of('unsold'),
        spoiled: of('spoiled'),
        lost: of('lost'),
      };
      const path = { id: bookId };
      return answer(
        api.POST('/api/v1/ticket-books/{id}/returns', { params: { path }, body, ...once(key) }),
      );
    },
    invalidates: STALE_BOOKS,
  });
}
