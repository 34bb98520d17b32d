import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { asApiError } from '../api/error';
import { loadErrorSentences, useErrorSentence } from '../messages/error-sentence';

/** What these parts use of a form: with or without rules, they are the same. */
export type AnyForm<Values> = Pick<
  UseFormReturnType<Values>,
  'onSubmit' | 'reset' | 'isDirty' | 'setFieldError' | 'getInputNode'
>;

const REFUSED_FIELDS = 'platform.fieldsInvalid';

/** Puts a refusal beside the fields it is about, and the cursor into the first of them. */
export function useFieldErrors<Values extends object>(
  form: AnyForm<Values>,
  fieldOf: Readonly<Record<string, string>> = {},
) {
  const t = useTranslations('parts.form.rule');
  const sentence = useErrorSentence();
  const ruleSentence = (rule: unknown) => {
    const known = ['isNotEmpty', 'isDefined', 'min', 'max', 'maxLength', 'matches'] as const;
    return t(known.find((name) => name === rule) ?? 'other');
  };
  return async (thrown: unknown) => {
    await loadErrorSentences();
    const { code, facts } = asApiError(thrown);
    const field = fieldOf[code];
    const errors: Record<string, string> = {};
    if (field) errors[field] = sentence(thrown);
    if (code === REFUSED_FIELDS) {
      for (const [name, rule] of Object.entries(facts)) errors[name] = ruleSentence(rule);
    }
    for (const [name, text] of Object.entries(errors)) form.setFieldError(name, text);
    const [first] = Object.keys(errors);
    if (first) form.getInputNode(first)?.focus();
  };
}
