import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { type CountOf, NotesInput, notesOf } from './notes-input';

interface Values {
  counts: CountOf;
  witnessName: string;
  remark: string;
}
const NOTHING: Values = { counts: {}, witnessName: '', remark: '' };

/** Two people count the safe; what the books say is shown only afterwards. */
export function CountSafe({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const t = useTranslations('safe.counts');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: NOTHING,
    validate: { witnessName: rules.required },
  });
  const draftId = useRef(v7());
  const submit = useSubmit({
    send: ({ counts, witnessName, remark }: Values, key) => {
      const body = { id: draftId.current, boardId, notes: notesOf(counts), witnessName, remark };
      return answer(api.POST('/api/v1/safe-counts', { body, ...once(key) }));
    },
    invalidates: ['/api/v1/safe-counts'],
  });
  return (
    <FormDrawer
      title={t('count')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.remarkMissing': 'remark' }}
      savedMessage={t('kept')}
    >
      <NotesInput label={t('notes')} {...form.getInputProps('counts')} />
      <TextInput label={t('witness')} maxLength={100} {...form.getInputProps('witnessName')} />
      <Textarea
        label={t('remark')}
        description={t('remarkHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('remark')}
      />
    </FormDrawer>
  );
}
