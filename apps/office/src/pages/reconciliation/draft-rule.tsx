import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { useScope } from '../../scope';

const RULES = '/api/v1/reconciliation-rules';
type RuledClass = InputOf<typeof RULES>['class'];

export const ruledClasses: readonly RuledClass[] = [
  'interest',
  'loan',
  'private',
  'to-budget',
  'treasury',
  'supplier',
  'bank-charge',
  'own-account',
];

interface DraftRuleProps {
  /** The class that is asked for already, from the workbench. */
  asked: string | undefined;
  words: string | undefined;
  isOpen: boolean;
  onClose: () => void;
}
interface Values {
  as: RuledClass | null;
  words: string;
  account: string;
}

/** Drafts a rule; it does nothing before it was rehearsed and switched on. */
export function DraftRule({ asked, words = '', isOpen, onClose }: DraftRuleProps) {
  const t = useTranslations();
  const rules = useRules();
  const { boardId = '' } = useScope();
  const form = useForm<Values>({
    initialValues: {
      as: ruledClasses.find((value) => value === asked) ?? null,
      words,
      account: '',
    },
    validate: {
      as: rules.required,
      words: (text, { account }) =>
        text.trim() === '' && account.trim() === '' ? t('rules.draft.saysNothing') : null,
    },
  });
  const submit = useSubmit({
    send: ({ as, ...looks }: Values) =>
      answer(
        api.POST(RULES, {
          body: {
            boardId,
            class: as ?? 'interest',
            words: looks.words.trim() || undefined,
            account: looks.account.trim() || undefined,
          },
        }),
      ),
    invalidates: [RULES],
  });
  return (
    <FormDrawer
      title={t('rules.draft.title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      savedMessage={t('rules.draft.saved')}
    >
      <Text>{t('rules.draft.hint')}</Text>
      <Select
        label={t('queue.classify.class')}
        data={ruledClasses.map((value) => ({ value, label: t(`reconciliation.class.${value}`) }))}
        {...form.getInputProps('as')}
      />
      <TextInput
        label={t('rules.draft.words')}
        description={t('rules.draft.wordsHint')}
        maxLength={100}
        data-autofocus
        {...form.getInputProps('words')}
      />
      <TextInput
        label={t('rules.draft.account')}
        description={t('rules.draft.accountHint')}
        maxLength={30}
        {...form.getInputProps('account')}
      />
    </FormDrawer>
  );
}
