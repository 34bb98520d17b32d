import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALL_STATES } from './stall-state';
import type { Stall } from './stall-values';

interface Values {
  state: Stall['state'];
  fromOn: string;
  reason: string;
}

/** Says what a stall is at since a day, and why. It is mounted when it opens. */
export function ChangeState({ stall, onClose }: { stall: Stall; onClose: () => void }) {
  const t = useTranslations('stalls');
  const rules = useRules();
  const others = STALL_STATES.filter((state) => state !== stall.state);
  const form = useForm<Values>({
    initialValues: { state: others[0] ?? stall.state, fromOn: likelyToday(), reason: '' },
    validate: { fromOn: rules.day, reason: rules.required },
  });
  const submit = useSubmit<Values, unknown>({
    send: (values) =>
      answer(api.POST('/api/v1/stall-states', { body: { ...values, stallIds: [stall.id] } })),
    invalidates: [
      '/api/v1/stalls/{id}',
      '/api/v1/stalls/{id}/states',
      '/api/v1/markets/{id}/stalls',
      '/api/v1/markets/{id}/stall-map',
    ],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={t('states.changeOf', { code: stall.code })}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.stateBeforeLast': 'fromOn', 'markets.stateInFuture': 'fromOn' }}
      savedMessage={t('states.changed')}
    >
      <Select
        label={t('state')}
        data={others.map((value) => ({ value, label: t(`stateValue.${value}`) }))}
        allowDeselect={false}
        {...field('state')}
      />
      <DateInput label={t('states.from')} {...field('fromOn')} />
      <Textarea label={t('states.reason')} autosize minRows={2} {...field('reason')} />
    </FormDrawer>
  );
}
