import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { DialFields, type DialValues, NEW_DIAL } from './dial-fields';
import type { Meter } from './meters-page';

interface Values extends DialValues {
  on: string;
  lastValue: number | '';
  hasRolledOver: boolean;
  isReplaced: boolean;
}

/** Reads a meter a last time, takes it out and may put another in its place. */
export function RemoveMeter({ meter, onClose }: { meter: Meter; onClose: () => void }) {
  const t = useTranslations('meters');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      ...NEW_DIAL,
      on: '',
      lastValue: '',
      hasRolledOver: false,
      isReplaced: true,
    },
    validate: {
      on: rules.day,
      lastValue: rules.required,
      code: (value, { isReplaced }) => (isReplaced ? rules.required(value) : null),
    },
  });
  const submit = useSubmit({
    send: ({ on, lastValue, hasRolledOver, isReplaced, ...next }: Values, key) =>
      answer(
        api.POST('/api/v1/meters/{id}/remove', {
          params: { path: { id: meter.id } },
          body: {
            on,
            lastValue: Number(lastValue),
            hasRolledOver,
            next: isReplaced ? next : null,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/meters', '/api/v1/markets/{id}/meter-sheet'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('removeTitle', { code: meter.code })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{
        'billing.readingBelowLast': 'lastValue',
        'billing.readingBeyondDial': 'lastValue',
        'billing.readingOutsideMonth': 'on',
        'billing.meterCodeTaken': 'code',
      }}
      savedMessage={t('removed')}
    >
      <DateInput label={t('removedOn')} data-autofocus {...field('on')} />
      <NumberInput
        label={t('lastValue')}
        min={0}
        decimalScale={2}
        decimalSeparator=","
        {...field('lastValue')}
      />
      <Checkbox label={t('rolledOver')} {...field('hasRolledOver', { type: 'checkbox' })} />
      <Checkbox label={t('replaced')} {...field('isReplaced', { type: 'checkbox' })} />
      {form.values.isReplaced && (
        <>
          <TextInput label={t('newCode')} {...field('code')} />
          <DialFields field={field} />
        </>
      )}
    </FormDrawer>
  );
}
