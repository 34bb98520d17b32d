import { Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { DateText, Money } from '../../parts/figures';
import { FormDrawer } from '../../parts/form-drawer';
import { Facts } from '../../parts/page';
import { useRules } from '../../parts/rules';
import css from './banking.module.css';
import type { Question } from './questions-page';

const WORDS = ['new', 'keep', 'again', 'ignore'] as const;

/** A given answer in words: one of the fixed choices, or a record. */
export function useAnswerWords(): (given: string) => string {
  const t = useTranslations('banking.questions');
  return (given) => {
    const word = WORDS.find((each) => each === given);
    return word ? t(`choice.${word}`) : t('isRecord');
  };
}

const STALE_AFTER_ANSWER = [
  '/api/v1/bank-questions',
  '/api/v1/banking/today',
  '/api/v1/statements',
  '/api/v1/bank-records',
];

interface AnswerQuestionProps {
  question: Question;
  onClose: () => void;
}

/** The question with what is known, and its possible answers. It is mounted when it opens. */
export function AnswerQuestion({ question, onClose }: AnswerQuestionProps) {
  const t = useTranslations('banking.questions');
  const rules = useRules();
  const form = useForm({ initialValues: { given: '' }, validate: { given: rules.required } });
  const submit = useSubmit<{ given: string }, unknown>({
    send: ({ given }) =>
      answer(
        api.POST('/api/v1/bank-questions/{id}/answer', {
          params: { path: { id: question.id } },
          body: { answer: given },
        }),
      ),
    invalidates: STALE_AFTER_ANSWER,
  });
  return (
    <FormDrawer
      title={t(`kindValue.${question.kind}`)}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('answer')}
      savedMessage={t('answered')}
    >
      <Text>{t(`why.${question.kind}`, { account: question.accountNumber ?? '—' })}</Text>
      <Known question={question} />
      <Radio.Group label={t('given')} {...form.getInputProps('given')}>
        <Choices question={question} />
      </Radio.Group>
    </FormDrawer>
  );
}

function Known({ question }: { question: Question }) {
  const t = useTranslations('banking.questions');
  const recordWords = useRecordWords();
  const { direction, amount, rowNumber, source } = question;
  return (
    <Facts
      rows={[
        [t('bookedOn'), <DateText day={question.bookedOn} />],
        [t('amount'), <Money amount={direction === 'in' ? amount : -amount} />],
        [t('content'), <span className={css.text}>{question.content ?? t('hidden')}</span>],
        [
          source === 'statement' ? t('source.statement') : t('source.sepay'),
          rowNumber === null ? (question.accountNumber ?? '—') : t('row', { row: rowNumber }),
        ],
        // In a conflict the record that came first is what the message is compared with.
        ...question.candidates
          .slice(0, question.kind === 'conflict' ? 1 : 0)
          .map((record) => [t('first'), recordWords(record)] as const),
      ]}
    />
  );
}

function useRecordWords() {
  const t = useTranslations('banking.questions');
  const format = useFormat();
  return ({ bookedAt, amount, content }: Question['candidates'][number]) =>
    t('record', {
      at: format.instant(bookedAt),
      amount: format.money(amount),
      content: content ?? t('hidden'),
    });
}

function Choices({ question: { answers, candidates } }: { question: Question }) {
  const words = useAnswerWords();
  const recordWords = useRecordWords();
  const labelOf = (choice: string) => {
    const record = candidates.find(({ recordId }) => recordId === choice);
    return record ? recordWords(record) : words(choice);
  };
  return (
    <Stack gap="sm" mt="xs">
      {answers.map((choice) => (
        <Radio key={choice} className={css.choice} value={choice} label={labelOf(choice)} />
      ))}
    </Stack>
  );
}
