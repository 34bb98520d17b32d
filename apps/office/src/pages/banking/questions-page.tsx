import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { DateText, Money } from '../../parts/figures';
import { PageHeader } from '../../parts/page';
import { type Column, type Filter, PagedTable } from '../../parts/paged-table';
import { AnswerQuestion, useAnswerWords } from './answer-question';
import css from './banking.module.css';

export type Question = ItemOf<'/api/v1/bank-questions'>;

/** What the bank's rows leave open, for a person to say. */
export function QuestionsPage() {
  const t = useTranslations('banking');
  const [open, setOpen] = useState<Question>();
  const mayAnswer = useMay('banking.write');
  const columns = useColumns(mayAnswer ? setOpen : undefined);
  const filters: readonly Filter[] = [
    {
      name: 'state',
      label: t('questions.state'),
      options: (['open', 'answered'] as const).map((value) => ({
        value,
        label: t(`questions.stateValue.${value}`),
      })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t('questions.title')}
        subtitle={t('questions.subtitle')}
        crumbs={[{ label: t('statements.title'), to: '/statements' }]}
      />
      <PagedTable<Question>
        label={t('questions.title')}
        read={({ page, filters: { state } }) =>
          reading('/api/v1/bank-questions', {
            query: { ...page, state: state === 'answered' ? state : undefined },
          })
        }
        columns={columns}
        keyOf={({ id }) => id}
        filters={filters}
        empty={{ title: t('questions.empty'), hint: t('questions.emptyHint') }}
      />
      {open && <AnswerQuestion question={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function useColumns(answer: ((question: Question) => void) | undefined): Column<Question>[] {
  const t = useTranslations('banking.questions');
  const words = useAnswerWords();
  return [
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kindValue.${kind}`) },
    { key: 'day', title: t('bookedOn'), cell: ({ bookedOn }) => <DateText day={bookedOn} /> },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: ({ direction, amount }) => <Money amount={direction === 'in' ? amount : -amount} />,
    },
    {
      key: 'content',
      title: t('content'),
      cell: ({ content }) => <span className={css.text}>{content ?? t('hidden')}</span>,
    },
    { key: 'account', title: t('account'), cell: ({ accountNumber }) => accountNumber ?? '—' },
    {
      key: 'answer',
      title: t('given'),
      align: 'right',
      cell: (question) => {
        if (question.answer)
          return t('givenBy', {
            answer: words(question.answer),
            name: question.answeredByName ?? '—',
          });
        return answer ? (
          <Button size="compact-sm" onClick={() => answer(question)}>
            {t('answer')}
          </Button>
        ) : (
          '—'
        );
      },
    },
  ];
}
