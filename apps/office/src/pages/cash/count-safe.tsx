import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { v7 } from 'uuid';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { type CountOf, NotesInput, notesOf } from './notes-input';

interface Values {
  counts: CountOf;
  witnessName: string;
  remark: string;
  /** The difference that the program told and whoever counted confirms, đồng. */
  confirmed: number | null;
}
const NOTHING: Values = { counts: {}, witnessName: '', remark: '', confirmed: null };
const STALE = [
  '/api/v1/safe-counts',
  '/api/v1/cash/custody',
  '/api/v1/cash-differences',
  '/api/v1/boards/{id}/cash-book',
];

/** Two people count the safe blind: what the books say is shown once their count is there. */
export function CountSafe({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const t = useTranslations('safe.counts');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: NOTHING,
    validate: { witnessName: rules.required },
  });
  const draftId = useRef(v7());
  const submit = useSubmit({
    send: ({ counts, confirmed, ...said }: Values, key) => {
      const count = { id: draftId.current, boardId, notes: notesOf(counts), ...said };
      const body = { ...count, confirmedDifference: confirmed ?? undefined };
      return answer(api.POST('/api/v1/safe-counts', { body, ...once(key) }));
    },
    invalidates: STALE,
  });
  const { error } = submit;
  const told = error?.code === 'cash.safeDiffers' ? Number(error.facts.difference) : null;
  const { confirmed } = form.values;
  return (
    <FormDrawer
      title={t('count')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'cash.remarkMissing': 'remark', 'cash.witnessIsCashier': 'witnessName' }}
      savedMessage={t('kept')}
    >
      <NotesInput label={t('notes')} {...form.getInputProps('counts')} />
      <TextInput label={t('witness')} maxLength={100} {...form.getInputProps('witnessName')} />
      <Confirm
        difference={told ?? confirmed}
        isConfirmed={confirmed !== null}
        onChange={(difference) => form.setFieldValue('confirmed', difference)}
      />
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

interface ConfirmProps {
  difference: number | null;
  isConfirmed: boolean;
  onChange: (difference: number | null) => void;
}

/** What is missing or too much is counted again, then kept under the cashier's name. */
function Confirm({ difference, isConfirmed, onChange }: ConfirmProps) {
  const t = useTranslations('safe.counts');
  const format = useFormat();
  if (difference === null) return null;
  const amount = format.money(Math.abs(difference));
  return (
    <Checkbox
      label={t(difference < 0 ? 'confirmShort' : 'confirmOver', { amount })}
      checked={isConfirmed}
      onChange={({ currentTarget }) => onChange(currentTarget.checked ? difference : null)}
    />
  );
}
