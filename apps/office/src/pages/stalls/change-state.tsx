import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { likelyToday, useFormat } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import { STALL_STATES } from './stall-state';
import type { Stall } from './stall-values';

type Changed = Pick<Stall, 'id' | 'code' | 'state'>;
interface Values {
  state: Stall['state'];
  fromOn: string;
  reason: string;
}

interface ChangeStateProps {
  /** One, or as many as burnt together: all change or none. */
  stalls: readonly Changed[];
  onClose: () => void;
  onDone?: () => void;
}

/** Says what stalls are at since a day, and why. It is mounted when it opens. */
export function ChangeState({ stalls, onClose, onDone }: ChangeStateProps) {
  const t = useTranslations('stalls');
  const rules = useRules();
  const [first] = stalls;
  const isOne = stalls.length === 1;
  const others = STALL_STATES.filter((state) => stalls.some((stall) => stall.state !== state));
  const form = useForm<Values>({
    initialValues: { state: others[0] ?? 'trading', fromOn: likelyToday(), reason: '' },
    validate: { fromOn: rules.day, reason: rules.required },
  });
  const submit = useSubmit<Values, unknown>({
    send: (values) =>
      answer(
        api.POST('/api/v1/stall-states', {
          body: { ...values, stallIds: stalls.map(({ id }) => id) },
        }),
      ),
    invalidates: [
      '/api/v1/stalls/{id}',
      '/api/v1/stalls/{id}/states',
      '/api/v1/markets/{id}/stalls',
      '/api/v1/markets/{id}/stall-map',
    ],
    ...(onDone ? { onDone } : {}),
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={
        isOne
          ? t('states.changeOf', { code: first?.code ?? '' })
          : t('states.changeMany', { count: stalls.length })
      }
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
      {!isOne && <Preview stalls={stalls} state={form.values.state} />}
    </FormDrawer>
  );
}

/** Which stalls change, by what they are at now; those that are at it already stay as they are. */
function Preview({ stalls, state }: { stalls: readonly Changed[]; state: Stall['state'] }) {
  const t = useTranslations('stalls');
  const format = useFormat();
  const changing = stalls.filter((stall) => stall.state !== state);
  return (
    <section aria-label={t('states.preview')} aria-live="polite">
      <Text fw={600}>
        {t('states.previewSum', {
          count: changing.length,
          state: t(`stateValue.${state}`),
          same: format.count(stalls.length - changing.length),
        })}
      </Text>
      <ul>
        {STALL_STATES.map((from) => {
          const codes = changing.filter((stall) => stall.state === from).map(({ code }) => code);
          return codes.length === 0 ? null : (
            <li key={from}>
              {t('states.previewOf', { state: t(`stateValue.${from}`), codes: codes.join(', ') })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
