import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../api/error';
import { useMay } from '../../api/session';
import { useErrorSentence } from '../../messages/error-sentence';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { type Rehearsal, useTakePrefix } from './rehearsal';
import css from './rehearsal.module.css';

interface RehearsalProblemsProps {
  marketId: string;
  rehearsal: Rehearsal;
}

type Problem = Rehearsal['problems'][number];

/** Why a month cannot be issued, each with what to do about it. */
export function RehearsalProblems({ marketId, rehearsal: { problems } }: RehearsalProblemsProps) {
  const t = useTranslations('billing.run');
  if (problems.length === 0) return null;
  return (
    <Alert
      classNames={{ root: css.problems, label: css.problemsTitle }}
      color="orange"
      icon={<IconAlertTriangle />}
      title={t('problems')}
    >
      <ul>
        {problems.map((problem) => (
          <li key={problem.code}>
            <ProblemSentence problem={problem} />
            {problem.code === 'billing.noPrefix' && <PrefixForm marketId={marketId} />}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A refusal that issuing would meet, in a sentence. */
export function ProblemSentence({ problem: { code, facts } }: { problem: Problem }) {
  const sentence = useErrorSentence();
  return sentence(new ApiError(409, code, textsOf(facts)));
}

// The api says only that facts are an object; sentences take plain values.
const textsOf = (facts: Problem['facts']) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));

function PrefixForm({ marketId }: { marketId: string }) {
  const t = useTranslations('billing');
  const [isOpen, { open, close }] = useDisclosure(false);
  const rules = useRules();
  const form = useForm({ initialValues: { prefix: '' }, validate: { prefix: rules.required } });
  const submit = useTakePrefix(marketId);
  if (!useMay('markets.write')) return null;
  return (
    <>
      <Button variant="light" size="xs" onClick={open}>
        {t('run.choosePrefix')}
      </Button>
      <FormDrawer
        title={t('prefix.title')}
        isOpen={isOpen}
        onClose={close}
        form={form}
        submit={submit}
        fieldOf={FIELD_OF}
        saveLabel={t('prefix.save')}
        savedMessage={t('prefix.saved')}
      >
        <TextInput
          label={t('prefix.label')}
          description={t('prefix.hint')}
          maxLength={5}
          {...form.getInputProps('prefix')}
          onChange={(event) =>
            form.setFieldValue('prefix', event.currentTarget.value.toUpperCase())
          }
        />
      </FormDrawer>
    </>
  );
}

const FIELD_OF = {
  'billing.prefixNotAllowed': 'prefix',
  'billing.prefixTaken': 'prefix',
  'billing.prefixEndsAnother': 'prefix',
};
