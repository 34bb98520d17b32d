import { Chip, Group, Input, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';

const CHANNELS = ['desk', 'phone'] as const;

interface Values {
  leaseId: string | null;
  amount: number | null;
  day: string;
  time: string;
  toldBy: string;
  channel: (typeof CHANNELS)[number];
  note: string;
}
const EMPTY: Omit<Values, 'day'> = {
  leaseId: null,
  amount: null,
  time: '',
  toldBy: '',
  channel: 'desk',
  note: '',
};

const FIELD_OF = {
  'reconciliation.leaseNotFound': 'leaseId',
  'reconciliation.claimInFuture': 'time',
} as const;

/** Takes down what a payer says: how much, when, for which stall. */
export function MakeClaim({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('claims');
  const form = useClaimForm();
  const navigate = useNavigate();
  const submit = useSubmit({
    send: ({ leaseId, amount, day, time, note, ...said }: Values, key) =>
      answer(
        api.POST('/api/v1/claims', {
          body: {
            ...said,
            leaseId: leaseId ?? '',
            amount: amount ?? 0,
            paidAt: `${day}T${time}:00+07:00`,
            note: note.trim() || undefined,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/claims', '/api/v1/reconciliation/today'],
    onDone: ({ id }) => void navigate({ to: '/claims/$id', params: { id } }),
  });
  return (
    <FormDrawer
      title={t('form.title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={FIELD_OF}
      savedMessage={t('form.saved')}
    >
      <RemoteSelect
        label={t('form.lease')}
        data-autofocus
        read={(q) => reading('/api/v1/leases', { query: { q } })}
        optionOf={({ id, stallCode, vendorName }) => ({
          value: id,
          label: t('stallOf', { stall: stallCode, vendor: vendorName }),
        })}
        {...form.getInputProps('leaseId')}
      />
      <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      <Group grow align="flex-start">
        <DateInput label={t('form.day')} {...form.getInputProps('day')} />
        <TextInput
          label={t('form.time')}
          description={t('form.timeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('time')}
        />
      </Group>
      <TextInput
        label={t('toldBy')}
        description={t('form.toldByHint')}
        maxLength={100}
        {...form.getInputProps('toldBy')}
      />
      <Input.Wrapper label={t('channel')} labelElement="div">
        <Chip.Group
          value={form.values.channel}
          onChange={(chosen) =>
            form.setFieldValue('channel', chosen === 'phone' ? 'phone' : 'desk')
          }
        >
          <Group gap="xs" mt={6} role="radiogroup" aria-label={t('channel')}>
            {CHANNELS.map((value) => (
              <Chip key={value} value={value}>
                {t(`channelValue.${value}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Textarea
        label={t('note')}
        description={t('form.noteHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

function useClaimForm() {
  const t = useTranslations('claims.form');
  const rules = useRules();
  return useForm<Values>({
    initialValues: { ...EMPTY, day: likelyToday() },
    validate: {
      leaseId: rules.required,
      amount: rules.money,
      day: rules.day,
      time: (time) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : t('timeInvalid')),
      toldBy: rules.required,
    },
  });
}
